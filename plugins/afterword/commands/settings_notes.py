"""What the settings give to tell beside findings: sentences for the summary of a check."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.project import Project
from afterword.read.site_config import SiteConfig
from afterword.rules import RULES
from afterword.rules.pinned import pinned_words
from afterword.rules.settings_codes import unknown_levels


def settings_notes(project: Project, site: SiteConfig) -> Iterator[str]:
    """Each with its file and line: levels of no rule, former words, and rules that are held back."""
    shown, lines = project.shown(project.home or site.home), site.lines
    levels = lines.get("levels", 1)
    for code, told in unknown_levels(site.settings):
        yield f"{shown}:{lines.get(code, levels)}: {told}"
    for name, old, new in site.former:
        yield f'{shown}:{lines.get(name, 1)}: `{name}: {old}` is written `{name}: "{new}"` now, as `migrate` does'
    if pinned := pinned_words(RULES, site.settings):
        yield f"{shown}:{lines.get('rules', 1)}: {pinned}"

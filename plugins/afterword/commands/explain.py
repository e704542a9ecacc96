"""`afterword explain`: a rule's manual."""

from __future__ import annotations

import click
from rich.markdown import Markdown

from afterword.commands.codes import unknown_code
from afterword.commands.refusal import Refusal
from afterword.commands.terminal import is_colourful, make_console
from afterword.rules import BY_CODE, RULES
from afterword.rules.rule import Rule


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Print the manual of the rule CODE, or list all rules."""
    if code is None:
        for rule in sorted(RULES, key=lambda each: each.code):
            click.echo(f"{rule.code} {rule.name}: {rule.summary}")
        return
    known = BY_CODE.get(code.strip().upper())
    if known is None:
        raise Refusal(unknown_code(code.strip().upper()))
    manual = render_manual(known)
    if is_colourful():
        make_console().print(Markdown(manual), soft_wrap=False)
    else:
        click.echo(manual)


def render_manual(rule: Rule) -> str:
    """The rule's manual in Markdown, with the facts that its code holds."""
    facts = [
        f"- Level: {rule.all_levels}",
        f"- Level in a draft and in review: {rule.draft_words}",
        f"- Since: {rule.since.isoformat()}",
        f"- `check --fix`: {rule.mends or 'mends nothing here'}",
        f"- Can be left standing with a reason: {'yes' if rule.suppressible else 'no'}",
    ]
    return f"# {rule.code} {rule.name}\n\n{rule.doc.strip()}\n\n## At a glance\n\n" + "\n".join(facts)

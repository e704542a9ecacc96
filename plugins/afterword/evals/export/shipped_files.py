"""The files that go into an export as they are, each under the line with the canary."""

from __future__ import annotations

from importlib.resources import files

from afterword.evals.export.canary import LINE

_MARK = {".py": "# ", ".cjs": "// "}


def shipped(folder: str, *names: str) -> dict[str, bytes]:
    """Files of the package's own folder `folder`, by name; all where none is named."""
    found = files("afterword.evals.export") / "shipped" / folder
    listed = names or sorted(each.name for each in found.iterdir() if each.name.endswith(tuple(_MARK)))
    return {name: _marked(name, (found / name).read_text(encoding="utf-8")) for name in listed}


def readme(folder: str) -> bytes:
    """The page for whoever opens the export, with the canary's place filled in."""
    text = (files("afterword.evals.export") / "shipped" / folder / "README.md").read_text(encoding="utf-8")
    return text.replace("CANARY_LINE", LINE).encode()


def _marked(name: str, text: str) -> bytes:
    mark = _MARK[name[name.rindex(".") :]]
    return f"{mark}{LINE}\n{text}".encode()

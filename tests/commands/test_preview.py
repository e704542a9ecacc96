"""`afterword preview`: one file with all that its audience may read, nothing that it may not, and no way out."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
ID = "2026-03-11-a-voucher-twice"
CANARY_KEY = "sk-ant-api03-" + "Zq4" * 31 + "AA"
REPORT = """\
---
schema: 1
title: A voucher was given <script>alert(1)</script> twice
kind: incident
lifecycle: {lifecycle}
audience: {audience}
severity: sev3
plain_summary: The assistant gave one voucher twice, and both were honoured.
system:
  name: shop-assistant
evidence:{evidence}
---

## What happened

{body}
"""


def png(size: int, note: bytes = b"") -> bytes:
    """A picture of about `size` bytes, with a note in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    noise = b"".join(hashlib.sha256(b"%d" % each).digest() for each in range(size // 32))
    return b"".join((b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
                     chunk(b"tEXt", b"note\0" + note), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"zzZz", noise),
                     chunk(b"IEND", b"")))  # fmt: skip


@pytest.fixture
def write(repository: Any) -> Callable[..., Path]:
    """Writes the report, with files of evidence by name: their content and access."""

    def write(
        body: str = "It gave it twice.",
        lifecycle: str = "draft",
        audience: str = "company",
        files: dict[str, tuple[bytes, str]] | None = None,
        id_: str = ID,
    ) -> Path:
        entries = []
        for number, (name, (content, access)) in enumerate((files or {}).items(), 1):
            path = repository.root / "postmortems/evidence" / id_ / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            entries.append(
                f"\n  - id: EV-{number}\n    kind: screenshot\n    title: What {name.partition('.')[0]} shows\n"
                f"    uri: evidence/{id_}/{name}\n    sha256: {hashlib.sha256(content).hexdigest()}\n"
                f"    access: {access}\n    personal_data: none"
            )
        text = REPORT.format(body=body, lifecycle=lifecycle, audience=audience, evidence="".join(entries))
        written: Path = repository.write(id_, text)
        return written

    return write


@pytest.fixture
def preview(afterword: Run, repository: Any) -> Callable[..., str]:
    """Makes a preview of the report, and gives it."""

    def make(*arguments: str | Path) -> str:
        made = afterword("preview", ID, "--out", "out.html", *arguments)
        assert made.exit_code == 0, made.output
        data = (repository.root / "out.html").read_bytes()
        assert len(data) < 1_000_000
        return data.decode()

    return make


def test_a_draft_is_one_file_that_needs_nothing(afterword: Run, write: Any, repository: Any) -> None:
    write("It gave it twice.\n\n- once\n- again\n\n| a | b |\n|---|---|\n| c | d |")
    made = afterword("preview", ID)
    assert made.exit_code == 0, made.output
    name = f"{ID}.for-company.html"
    assert re.fullmatch(rf"wrote {name}: \d+ kB, for the audience company\n", made.stdout)
    text = (repository.root / name).read_text()
    assert "<script" not in text
    assert "A voucher was given &lt;script&gt;alert(1)&lt;/script&gt; twice" in text
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
    assert not re.search(r"\b(?:src|srcset|action)=\"(?!data:)|<link|<iframe|url\((?!data:)|@import", text)
    assert "For people of this organisation: do not pass this file on to others." in text
    assert "It is a draft and stands on no site yet." in text
    assert "in review needs <code>behaviour.expected</code></li>" in text
    digest = hashlib.sha256((repository.reports / f"2026/{ID}.md").read_bytes()).hexdigest()[:12]
    assert f"revision 1 · text {digest} · ages as of 18 May 2026" in text


def test_every_paragraph_has_its_number(write: Any, preview: Any) -> None:
    write(
        "It gave it twice.\n\n- once\n- again\n\n  at night\n\n> quoted\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |"
    )
    text = preview()
    numbers = [int(each) for each in re.findall(r'<a class="aw-p" id="p\.(\d+)" href="#p\.\1">\1</a>', text)]
    assert numbers == list(range(1, len(numbers) + 1))
    for after in ("It gave it twice.", "once", "again", "at night", "quoted", "<pre", "c", "What happened"):
        assert re.search(rf"</a>{re.escape(after)}", text), after
    assert not re.search(r"</a>(?:d|code)<", text)


def test_what_is_narrower_than_the_report_is_in_no_byte(write: Any, preview: Any, repository: Any) -> None:
    content = png(2_000, b"canary" * 20)
    write(
        f"![canary-alt](../../evidence/{ID}/canary-picture.png) and [that](../../evidence/{ID}/canary-picture.png).",
        audience="public",
        files={"canary-picture.png": (content, "company")},
    )
    write("Canary of another draft.", id_="2026-03-12-canary-draft", audience="public")
    write("Canary of colleagues.", id_="2026-03-13-canary-company", lifecycle="published")
    text = preview()
    assert "For everyone: this file may be passed on." in text
    assert "canary" not in text.casefold().replace("canary-alt", "")
    assert "data:image" not in text
    assert "held at company access" in text


def test_pictures_are_in_the_file_as_far_as_they_fit(afterword: Run, write: Any, preview: Any) -> None:
    small, large = png(20_000), png(900_000)
    files = {"large.png": (large, "company"), "small.png": (small, "company")}
    write("".join(f"![A view of {name}](../../evidence/{ID}/{name})\n\n" for name in files), files=files)
    text = preview()
    assert f'<img src="data:image/png;base64,{base64.b64encode(small).decode()}" alt="A view of small.png">' in text
    told = f"Picture large.png, {len(large):,} bytes, left out of this file"
    assert f"{told}: A view of large.png</span>" in text
    assert f"note: {told}\n" in afterword("preview", ID, "--out", "out.html").stderr


def test_a_picture_that_is_refused_is_named_with_the_reason(afterword: Run, write: Any, repository: Any) -> None:
    files = {"few.png": (png(100), "restricted"), "drawn.svg": (b"<svg/>", "company"), "text.jpg": (b"text", "company")}
    names = (*files, "gone.png", "free.png", "other.png")
    files["other.png"] = (png(100), "company")
    write("".join(f"![{name}](../../evidence/{ID}/{name})\n\n" for name in names), files=files)
    folder = repository.root / "postmortems/evidence" / ID
    for name in ("free.png", "other.png"):
        (folder / name).write_bytes(png(300))
    told = afterword("preview", ID, "--out", "out.html").stderr
    for name, why in {
        "few.png": "its entry lets fewer people see it", "drawn.svg": "it is ", "text.jpg": "",
        "gone.png": "no such file is there", "free.png": "no entry in `evidence` names it",
        "other.png": "its entry names another digest",
    }.items():  # fmt: skip
        assert f"note: picture evidence/{ID}/{name} is not in this file: {why}" in told


def test_nothing_asks_to_edit_the_report(write: Any, preview: Any, repository: Any) -> None:
    write()
    config = repository.root / "mkdocs.yml"
    config.write_text("repo_url: https://github.com/example-org/learning\nedit_uri: edit/main/\n" + config.read_text())
    assert "Edit this report" not in preview()


@pytest.mark.heavy
@pytest.mark.parametrize(
    "body",
    ["<&\n\n" * 20_000, ("word " * 1_000 + "\n") * 100 + "\n\nlast", "![<&\"'](../../evidence/" + ID + "/a.png)\n\n" * 9_000,
     "- x\n\n" * 20_000, "```\n" + "<&>" * 3_000 + "\n" + ("<&>" * 3_000 + "\n") * 40 + "```\n\nlast"],
)  # fmt: skip
def test_no_report_makes_it_larger(write: Any, preview: Any, body: str) -> None:
    write(body[:520_000], files={"a.png": (png(100), "company")})
    text = preview()
    assert "left out of this file" in text or len(text) < 900_000
    assert text.endswith("</html>\n")


def test_links_lead_to_the_site_or_nowhere(write: Any, preview: Any, repository: Any) -> None:
    write("[That day](2026-03-13-other.md), [a draft](2026-03-12-draft.md), [factors](../../factors/index.md),\n"
          "[out](https://example.org/x?a=1&b=2), [here](#what-happened).")  # fmt: skip
    write(id_="2026-03-12-draft")
    write(id_="2026-03-13-other", lifecycle="published")
    text = preview()
    assert "<span>That day</span>" in text or "That day" in text
    assert "2026-03-13-other" not in re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL) or 'href="http' in text
    assert 'href="https://example.org/x?a=1&amp;b=2"' in text
    assert 'href="#what-happened"' in text
    assert not re.search(r'href="(?!#|https://example\.org/)', text)
    config = repository.root / "mkdocs.yml"
    config.write_text("site_url: https://learning.example.com/wiki/\n" + config.read_text())
    text = preview()
    assert (
        '<a href="https://learning.example.com/wiki/reports/2026-03-13-other/" rel="noopener noreferrer">That' in text
    )
    assert '<a href="https://learning.example.com/wiki/factors/" rel="noopener noreferrer">factors</a>' in text
    assert "/2026-03-12-draft" not in text


def test_what_is_folded_is_open(write: Any, preview: Any) -> None:
    write()
    assert re.findall(r"<details[^>]*>", preview()) == ['<details open="" class="note">'] * 2


def test_the_same_report_gives_the_same_bytes(write: Any, preview: Any) -> None:
    write(files={"a.png": (png(100), "company")})
    assert preview() == preview()


def test_only_an_earlier_preview_is_replaced(afterword: Run, write: Any, repository: Any) -> None:
    write()
    root = repository.root
    (root / "notes.html").write_text("mine")
    (root / "link.html").symlink_to("notes.html")
    for name in ("notes.html", "link.html"):
        made = afterword("preview", ID, "--out", name)
        assert made.exit_code == 2
        assert f"`{name}` is there already and is no preview" in made.stderr
    assert (root / "notes.html").read_text() == "mine"
    for _ in range(2):
        assert afterword("preview", ID, "--out", "new/a.html").exit_code == 0
    made = afterword("preview", ID, "--out", "postmortems/a.html")
    assert made.exit_code == 2
    assert "would be published" in made.stderr
    assert not (root / "postmortems/a.html").exists()


def test_reports_without_a_page_are_refused_in_words(afterword: Run, repository: Any) -> None:
    repository.write("2026-03-11-imported", "---\nlifecycle: imported\ntitle: Old\n---\n\nOld.\n")
    repository.write("2026-03-12-broken", "---\ntitle: [\n---\n")
    for name in ("2026-03-11-imported", "2026-03-12-broken", "2026-03-13-nowhere"):
        made = afterword("preview", name)
        assert made.exit_code == 2, made.output
        assert made.stderr.startswith("Error: ")
    assert not list(repository.root.glob("*.html"))


def test_a_secret_does_not_leave_in_a_file(afterword: Run, write: Any, repository: Any) -> None:
    write(f"It said {CANARY_KEY}.", lifecycle="published")
    made = afterword("preview", ID)
    assert made.exit_code == 2
    assert "holds a secret or personal data" in made.stderr
    assert CANARY_KEY[-20:] not in made.output
    assert not list(repository.root.glob("*.html"))


def test_a_secret_elsewhere_stops_no_other_report(write: Any, preview: Any, repository: Any) -> None:
    key = f"key {CANARY_KEY}"
    write()
    write(key, id_="2026-03-12-other")
    write(id_="2026-03-13-another", files={"log.txt": (key.encode(), "company")})
    assert CANARY_KEY not in preview()


def test_a_secret_in_its_own_evidence_is_located(afterword: Run, write: Any) -> None:
    write(files={"log.txt": (f"a\nkey {CANARY_KEY}".encode(), "company")})
    made = afterword("preview", ID)
    assert made.exit_code == 2
    command = re.search(r"the evidence of `.*` holds a secret .*; `afterword check (.*)` says where", made.stderr)
    assert command
    checked = afterword("check", command[1])
    assert (checked.exit_code, "AW521" in checked.stdout) == (1, True)
    assert CANARY_KEY[-20:] not in made.output + checked.output


def test_a_report_for_few_says_so(write: Any, preview: Any) -> None:
    write(audience="restricted")
    assert "For the few people who may read this report: do not pass this file on." in preview()


def test_without_the_libraries_of_pages_it_says_which_to_install(
    afterword: Run, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    monkeypatch.delitem(sys.modules, "afterword.engine.preview.file", raising=False)
    monkeypatch.delitem(sys.modules, "afterword.engine.preview.markdown", raising=False)
    monkeypatch.setitem(sys.modules, "markdown", None)
    made = afterword("preview", ID)
    assert made.exit_code == 2
    assert "install `afterword[mkdocs]`" in made.stderr

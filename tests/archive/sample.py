"""Archives as they lie about: several generators' conventions, several languages, and what nobody planned."""

from __future__ import annotations

from pathlib import Path

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000"
    "000049454e44ae426082"
)
LONG = "A title that goes on, " * 10 + "230 chars"
SECRET = "sk-ant-api03-" + "Zq9" * 12
ACCUSING = "The outage was caused by human error: the operator forgot to drain the node."


def write_archive(folder: Path) -> Path:
    """A small archive with one of everything."""
    files: dict[str, str | bytes] = {
        "2019-03 Outage of the thing.md": "No front matter at all, and no heading.\n\nSee [the other](2018/outage.md#impact).",
        "2018/outage.md": "# Search was down on 2018-05-04\r\n\r\n## Impact\r\n\r\nMost.  \r\nSee [x](missing.md) and ![graph](img/graph.png)\r\n",
        "2018/img/graph.png": PNG,
        "2018/img/unused.png": PNG,
        "2018/img/evil.svg": "<svg onload='x()'/>",
        "_posts/2019-03-01-queue-stopped.md": '---\nlayout: post\ntitle:  "Queue: stopped"\ndate: 2019-03-01 10:00:00 +0100\ncategories: [a b, "c, d"]\nseverity: P1\n---\n---\n\nA rule first. [Other](/2018/outage.html) [self]({{ x }})\n',
        "content/posts/drift.md": '+++\ntitle = "Model drift"\ndate = 2020-07-08T09:10:11Z\ntags = ["drift"]\n[params]\nowner = "ml"\n+++\nHugo prose. [Queue](../../_posts/2019-03-01-queue-stopped.md)\n',
        "data/0b9c79f2-c9f6-4b88-a5b7-400973716d9a.md": "---\nuuid: 0b9c79f2-c9f6-4b88-a5b7-400973716d9a\nurl: https://example.com/x\ntitle: Grid failed\nstart_time: 2012-07-30T02:33:00Z\nend_time: 2012-07-31\ncategories:\n- cascading-failure\nkeywords:\n- under, frequency\n- ufr\ncompany: Grid (A / B)\nproduct: Grids\nsummary: |\n  Two lines\n  of it\n\n---\n\nProse of the grid.\n",
        "ja/2021年3月障害.md": "# 検索が止まった\n\n発生日時: 2021年3月14日\n\n検索は二時間止まった。[別の報告](../2018/outage.md)\n",
        "ja/決済.md": "---\n日付: 2021-05\n---\n# 決済の遅れ\n\n本文。\n",
        "ja/sjis.md": "# 障害\n\n日時: 2020年1月2日\n".encode("shift_jis"),
        "bom-2017-01-02.md": b"\xef\xbb\xbf# With a mark\r\nText without an end",
        "same/2016-01-01-disk-full.md": "# Disk full\n\nOne.\n",
        "other/2016-01-01-disk-full.md": "# Disk full\n\nTwo.\n",
        "long.md": f"---\ntitle: {LONG}\ndate: 2015\n---\nProse.\n",
        "held-2014-02-03.md": f"# Node not drained\n\n{ACCUSING}\n\nKey: `{SECRET}`\n",
        "named.md": "---\ntitle: Named author\nauthor: Jane Doe\ndate: 2014-03-03\n---\nProse.\n",
        "nodate.md": "# No date here\n\nNothing.\n",
        "broken.md": "---\ntitle: Broken: yaml\ndate: 2013-01-01\n---\n# The broken one of 2013-01-01\n\nProse.\n",
        "list.md": "---\n- a\n- b\n---\n# List on 2012-12-12\n",
        "unclosed.md": "---\ntitle: x\n\n# Unclosed on 2012-11-11\n",
        "README.md": "# Postmortems\n\n- [one](2018/outage.md)\n",
        "2011-05-06-bundle/index.md": "# A bundle\n\nProse with <b>HTML</b> and ![p](./p.png).\n",
        "2011-05-06-bundle/p.png": PNG,
        "empty.md": "",
        "page.html": "<p>x</p>",
        "TEMPLATE.md": "# Title\n",
        ".git/config": "x",
    }
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "link.md").symlink_to("/etc/passwd")
    return folder


def write_many(folder: Path, count: int) -> Path:
    """An archive of `count` files in years and months, with repeated titles, labels, offsets, links and long titles."""
    titles = ("Outage", "Database failover took too long", "検索の障害", "Answers were stale", LONG)
    for number in range(count):
        year, month, day = 2008 + number % 15, 1 + number % 12, 1 + number % 28
        title = titles[number % len(titles)]
        when = (
            f"{year}-{month:02}-{day:02}T01:02:03Z",
            f"{year}-{month:02}-{day:02} 04:05:06 -0700",
            f"{year}-{month:02}",
        )
        front = f'---\ntitle: {title}\ndate: {when[number % 3]}\ncategories: ["config, change", data]\n---\n'
        earlier = f"../{2008 + (number - 1) % 15}/report-{number - 1:04}.md"
        prose = (
            f"\n# {title}\n\n## Impact\n\nword{number} requests failed for {number} minutes. See [the earlier one]({earlier}).\n\n"
            + "The queue grew while the workers waited for the lock. " * (5 + number % 40)
            + "\n"
        )
        path = folder / str(year) / f"report-{number:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front + prose, encoding="utf-8")
    return folder

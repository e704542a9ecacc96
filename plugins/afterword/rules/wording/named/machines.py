"""Machines that bear a person's name: what a report calls a server, or says that disks, data or services lie on."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.model.report import Report
from afterword.rules.wording.same import Same

_KIND = (
    r"(?:servers?|hosts?|machines?|nodes?|boxes|box|clusters?|instances?|databases?|replicas?|VMs?|containers?|routers?|"
    r"switch(?:es)?|gateways?|prox(?:y|ies)|appliances?|workers?|runners?|bots?|agents?|models?|assistants?|mainframes?|"
    r"laptops?|racks?)"
)
_NAME = r"(?P<name>[A-Z][^\W\d_]{2,})"
_PATTERNS = (
    rf"\b{_NAME}, (?:our|the|an?|one of (?:our|the)|this|my) (?:[\w-]+ ){{0,4}}?{_KIND}\b",
    rf"\b(?:our|the|an?|old|new|primary|main|secondary|Jenkins|build) {_KIND}(?: (?:named|called))? {_NAME}\b",
    rf"\b{_NAME} (?:is|was) (?:our|the|an?|one of our) (?:[\w-]+ ){{0,4}}?{_KIND}\b",
    rf"\b{_NAME} (?:was|is|were|had been|has been|got) (?:then |also |\w+ly )?(?:updated|upgraded|patched|rebooted|"
    r"restarted|re-?imaged|re-?provisioned|provisioned|decommissioned|rebuilt|power-?cycled|reinstalled|drained|"
    r"cordoned|redeployed)\b",
    r"\b(?:disks?|drives?|SSDs?|filesystems?|partitions?|volumes?|CPU|RAM|memory|kernel|cache|services?|data|databases?|"
    rf"files?|traffic|queues?|load|firewall|daemon|process(?:es)?|ports?|logs?|config\w*|[Rr]edis|[Pp]ostgres\w*) "
    rf"(?:still |now )?(?:on|off|onto|from|to|in) {_NAME}\b",
    rf"\b{_NAME}['’]s (?:[\w-]+ )?(?:disks?|drives?|SSDs?|CPUs?|RAM|memory|kernel|filesystem|uptime|firmware|IP|"
    r"load average)\b",
)
_MACHINES = tuple(map(re.compile, _PATTERNS))
_ON_SMALL = re.compile(r"\b(?:on|off|from|to) (?P<name>[a-z][^\W\d_]{2,})\b")


def is_machine(name: str, report: Report) -> bool:
    """Whether the body of `report` shows that a name in small letters is a machine's."""
    return name.split(" ", 1)[0].removesuffix("'s") in _machines_in(Same(report))


@lru_cache(maxsize=1)
def _machines_in(key: Same) -> frozenset[str]:
    assert isinstance(key.held, Report)
    found: set[str] = set()
    small: set[str] = set()
    written: set[str] = set()
    for block in key.held.body.blocks:
        if block.kind in ("code", "block_quote"):
            continue
        for pattern in _MACHINES:
            found.update(each["name"].lower() for each in pattern.finditer(block.text))
        # What stands in small letters after `on` and with a capital elsewhere is how machines are written.
        small.update(each["name"] for each in _ON_SMALL.finditer(block.text))
        written.update(word for word in block.text.split() if word[:1].isupper())
    return frozenset(found | {each for each in small if each.title() in written})

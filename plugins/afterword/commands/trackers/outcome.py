"""What became of one question, and the sentences for what was not learned."""

from __future__ import annotations

from afterword.commands.trackers.client import Client
from afterword.trackers.item import Place, Seen

Outcome = tuple[Place, Seen | str]
"""A work item, and what its tracker says of it or why nothing was learned."""

GONE = "there is no such work item any more, or the token does not see it"
MOVED_AWAY = "it was moved to another host, which is not asked; write its new address into the report"
MOVED = "it was moved to another project; write its new address into the report"
ODD = "the answer is not of the form that is documented"


def no_entry(client: Client) -> str:
    """For 403: known, and not for us."""
    if not client.variable:
        return "it is not shown without a token (code 403)"
    return f"the token in `{client.variable}` may not read it (code 403)"


def odd_code(status: int) -> str:
    """For a code that says nothing to us."""
    return f"the answer has code {status}"

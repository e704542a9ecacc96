"""What the user of `afterword digest` typed, and which options do not go together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True)
class Asked:
    """The options.

    Attributes:
        week: the week by its name; None for the last one that is over.
        since_last: whether all weeks are told that no digest has told yet.
        team: the team that the edition is about; None for all.
        system: the system that the edition is about; None for all.
        brief: whether it is the brief.
        out: the folder for the files; None for one that is made for it.
        send: whether it is sent.
        to: the address that gets a test message in place of the list.
        resend: whether a digest is sent again that may have been delivered.
        show: whether it is opened in a browser.
    """

    week: str | None
    since_last: bool
    team: str | None
    system: str | None
    brief: bool
    out: Path | None
    send: bool
    to: str | None
    resend: bool
    show: bool

    @property
    def delivers(self) -> bool:
        """Whether it goes to the subscribers and into the ledger; a test message does neither."""
        return self.send and self.to is None

    def refuse_odd(self) -> None:
        """Stop at options that do not go together.

        Raises:
            click.UsageError: with the first pair of them.
        """
        wrong = (
            (self.week is not None and self.since_last, "`--week` names one week, `--since-last` all that are untold"),
            (self.team is not None and not self.team.strip(), "`--team` is empty; leave it out for all teams"),
            (self.system is not None and not self.system.strip(), "`--system` is empty; leave it out for all systems"),
            (self.team is not None and self.system is not None, "an edition is about a `--team` or a `--system`"),
            (self.to is not None and not self.send, "`--to ADDRESS` is for a test message, which `--send` sends"),
            (self.resend and not self.send, "`--resend-ambiguous` needs `--send`"),
            (self.resend and self.to is not None, "a test message (`--to`) is no resending; leave one of the two out"),
            (
                self.out is None and not (self.show or self.send),
                "`--out DIR` says where the files go; with `--open` they are shown without it",
            ),
        )
        for holds, message in wrong:
            if holds:
                raise click.UsageError(message)

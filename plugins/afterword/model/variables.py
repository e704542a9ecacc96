"""The environment variables that are read, by what they are for. Secrets stand in the environment and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, and in a sentence what it says."""

    name: str
    about: str


EVERYWHERE = (
    Variable("SOURCE_DATE_EPOCH", "The moment that is taken for now, in seconds since 1970; else the clock."),
    Variable("NO_COLOR", "With any value, no colours."),
    Variable("TERM", "With `dumb`, no colours."),
    Variable("XDG_STATE_HOME", "The folder for captures of `declare`; else `~/.local/state`."),
    Variable("HOME", "The home folder, in which that folder lies."),
    Variable("AFTERWORD_DEBUG", "With `1`, the whole trace where a command ends with exit code 3."),
)
DIGEST = (
    Variable("SMTP_HOST", "The mail server, such as `smtp.example.org`."),
    Variable("SMTP_PORT", "Its port; else 587, with `tls` 465."),
    Variable("SMTP_SECURITY", "`starttls`, or `tls` for a port that speaks TLS from the start."),
    Variable("SMTP_USERNAME", "The name that signs in; with it `SMTP_PASSWORD`, or neither."),
    Variable("SMTP_PASSWORD", "Its password."),
    Variable("SMTP_FROM", "The sender's address; wins over the setting `digest.from`."),
    Variable("SMTP_RECIPIENTS", "Addresses by comma or line, in place of the list's."),
    Variable("SMTP_CA_FILE", "A file with the certificate of an authority of one's own, in PEM."),
    Variable("DIGEST_HASH_KEY", "A random word of 16 characters or more, with which recipients are hashed."),
)
TRACKERS = (
    Variable("GITHUB_TOKEN", "The token for github.com, or for the GitHub that runs the workflow."),
    Variable("GH_TOKEN", "The same, where `GITHUB_TOKEN` is not set or is another server's."),
    Variable("GITLAB_TOKEN", "The token for gitlab.com."),
    Variable("TRACKER_CA_FILE", "Certificates in PEM that are trusted too."),
)
JOBS = (
    Variable("CI", "With any value but `0`, `false` and `no`, a ledger that is missing stops the digest."),
    Variable("RUNNER_ENVIRONMENT", "With `github-hosted`, the digest's ledger has to lie on a branch."),
    Variable("GITHUB_ACTIONS", "With `true`, `check` prints findings that stand beside the lines of a pull request."),
    Variable("GITHUB_STEP_SUMMARY", "The file to which `check` and the gate add their summary."),
    Variable("GITHUB_BASE_REF", "The branch that a pull request is for: findings of changed files come first."),
    Variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "The same on GitLab."),
    Variable("GITHUB_SERVER_URL", "The server that runs the workflow, which `GITHUB_TOKEN` belongs to."),
)
EXPORTED = (
    Variable(
        "AFTERWORD_TARGET", "In pytest, what answers a conversation, as `module:function`; else `target.py` does."
    ),
    Variable("AFTERWORD_PREDICT", "In pytest, what predicts rows, as `module:function`; else `target.py` does."),
    Variable("AFTERWORD_SELFCHECK", "In pytest, judges what the reports hold: `recorded`, `reference` or `all`."),
    Variable("AFTERWORD_PATIENCE", "In promptfoo and Inspect AI, seconds to wait for a missing answer; else 120."),
)
WORKFLOWS = (
    Variable("AFTERWORD_HOST_AUDIENCE", "Who can open the host of the site; a narrower site is not published there."),
    Variable("AFTERWORD_PREVIEW", "With `true`, drafts and reports in review are built too, as `init` sets it up."),
    Variable("AFTERWORD_DIGEST_SEND", "With `true`, the schedule sends the digest."),
    Variable("AFTERWORD_SCHEDULE", "On GitLab, which job a schedule is for, such as `digest`."),
    Variable(
        "AFTERWORD_FORGE_TOKEN", "On GitLab, a token with the right `read_api`, with which the jobs ask for approvals."
    ),
    Variable(
        "AFTERWORD_PUSH_TOKEN",
        "On GitLab, a token that may push: what trackers and approvals said, and the ledger of the digest.",
    ),
    Variable("TRACKER_GITHUB_TOKEN", "The secret that the workflow hands over as `GH_TOKEN`."),
    Variable("TRACKER_GITLAB_TOKEN", "The secret that it hands over as `GITLAB_TOKEN`."),
)

VARIABLES: tuple[tuple[str, tuple[Variable, ...]], ...] = (
    ("Everywhere", EVERYWHERE),
    ("Sending the digest", DIGEST),
    ("Asking trackers", TRACKERS),
    ("Read in a job of a forge", JOBS),
    ("Running exported eval cases", EXPORTED),
    ("Set for the workflows that `init` writes", WORKFLOWS),
)
"""All of them. The settings name more: the token of another tracker's host, and whatever `!ENV` asks for."""

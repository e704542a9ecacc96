"""Tokens of forges, of chat, of payment and of package registries."""

from __future__ import annotations

from afterword.sensitive.form import form
from afterword.sensitive.match import Kind

GITHUB = Kind("github-token", "a GitHub token")
GITLAB = Kind("gitlab-token", "a GitLab token")
SLACK = Kind("slack-token", "a Slack token")
WEB_HOOK = Kind("slack-token", "a webhook address")
STRIPE = Kind("stripe-key", "a Stripe key")
SENDGRID = Kind("sendgrid-key", "a SendGrid key")
NPM = Kind("npm-token", "an npm token")
PYPI = Kind("pypi-token", "a PyPI token")
DATABRICKS = Kind("databricks-token", "a Databricks token")

FORMS = (
    form(GITHUB, "ghp_ gho_ ghu_ ghs_ ghr_", r"gh[pousr]_[A-Za-z0-9_]{20,}", prefix=4),
    form(GITHUB, "github_pat_", r"github_pat_[A-Za-z0-9_]{20,}", prefix=11),
    form(GITLAB, "glpat-", r"glpat-[A-Za-z0-9_.-]{16,}", prefix=6),
    form(SLACK, "xox", r"xox[abeoprs]-[A-Za-z0-9-]{10,}", prefix=4),
    form(WEB_HOOK, "hooks.slack.com/", r"hooks\.slack\.com/services/[A-Za-z0-9/]{20,}"),
    # A publishable key, `pk_live_`, is made to be public.
    form(STRIPE, "sk_live_ sk_test_ rk_live_ rk_test_", r"[sr]k_(?:live|test)_[A-Za-z0-9]{10,}", prefix=4),
    form(SENDGRID, "SG.", r"SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}", prefix=3),
    form(NPM, "npm_", r"npm_[A-Za-z0-9]{30,}", prefix=4),
    form(PYPI, "pypi-", r"pypi-[A-Za-z0-9_-]{30,}", prefix=5),
    form(DATABRICKS, "dapi", r"dapi[0-9a-f]{32}", prefix=4),
)  # fmt: skip
"""Forms with a beginning of their own."""

"""Keys and tokens of the large clouds."""

from __future__ import annotations

from afterword.sensitive.form import form
from afterword.sensitive.match import Kind

AWS = Kind("aws-key", "an AWS key")
AZURE = Kind("azure-key", "an Azure key")
GOOGLE = Kind("google-key", "a Google key")
DIGITAL_OCEAN = Kind("digitalocean-token", "a DigitalOcean token")

_VALUE = r"(?P<s>[A-Za-z0-9+/]{20,}={0,2})"
FORMS = (
    form(GOOGLE, "AIza", r"AIza[A-Za-z0-9_-]{30,}", prefix=4),
    form(GOOGLE, "ya29.", r"ya29\.[A-Za-z0-9_-]{20,}", prefix=5),
    form(GOOGLE, "GOCSPX-", r"GOCSPX-[A-Za-z0-9_-]{20,}", prefix=7),
    form(AWS, "AKIA ASIA", r"(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])", prefix=4),
    form(AZURE, "accountkey= sharedaccesskey=", rf"(?:account|sharedaccess)key={_VALUE}", group="s", folded=True),
    form(AZURE, "?sig= &sig=", r"[?&]sig=(?P<s>[A-Za-z0-9%+/=_-]{20,})", group="s", edge=False),
    form(DIGITAL_OCEAN, "dop_v1_", r"dop_v1_[0-9a-f]{32,100}", prefix=7),
)
"""Forms with a beginning of their own. Azure's keys for models, which have a mark inside, are in `assigned.py`."""

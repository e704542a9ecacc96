"""Recipients as the ledger and the log know them."""

from __future__ import annotations

import hmac
from hashlib import sha256

_LENGTH = 24


def hash_recipient(address: str, key: str) -> str:
    """The address without regard to case under `key`, in 24 hexadecimal digits.

    A plain hash of an address can be found by trying addresses, and so can this one by whoever knows the key. It
    therefore may be a secret (`DIGEST_HASH_KEY`). Without one the site's address takes its place, which keeps hashes of
    two sites apart and hides nothing from somebody who tries addresses: a ledger is as open as its repository.
    """
    return hmac.new(key.encode(), address.lower().encode(), sha256).hexdigest()[:_LENGTH]

"""Delivery of the digest: what the environment says, the mail server, the ledger, and the order of the steps."""

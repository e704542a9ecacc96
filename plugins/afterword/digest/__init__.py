"""The weekly digest: an index and a week to a view model, its four forms, its delivery and its ledger."""

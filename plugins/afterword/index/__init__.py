"""The graph of one audience's reports to answers: by factor, remediation, system, team, provider and silent check."""

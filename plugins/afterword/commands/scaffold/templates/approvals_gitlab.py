"""Count approvals of merge requests on GitLab for the reports in them, by the roles under `approvals.roles`.

The jobs of `.gitlab-ci.yml` run it in the folder of `mkdocs.yml`. AFTERWORD_FORGE_TOKEN needs the right `read_api`;
without it nothing is counted. Names are kept nowhere. In a merge request it is that one; on the default branch each
commit of the push has its own merge requests, so that nobody's approval counts for what came by another.
"""

import json
import os
import subprocess
import tempfile
import urllib.request
from typing import Any


def main() -> None:
    """Ask GitLab, and record what it tells."""
    if not os.environ.get("AFTERWORD_FORGE_TOKEN"):
        print("No approval is counted: AFTERWORD_FORGE_TOKEN is not set.")  # noqa: T201
    elif number := os.environ.get("CI_MERGE_REQUEST_IID"):
        record(number, "--base", os.environ["CI_MERGE_REQUEST_DIFF_BASE_SHA"])
    else:
        for commit in pushed():
            for each in ask(f"repository/commits/{commit}/merge_requests"):
                if each["state"] == "merged" and each["target_branch"] == os.environ["CI_DEFAULT_BRANCH"]:
                    record(str(each["iid"]), "--commit", commit)


def pushed() -> list[str]:
    """The commits of this push; of a first push, or one that threw history away, the last alone."""
    before, last = os.environ.get("CI_COMMIT_BEFORE_SHA", ""), os.environ["CI_COMMIT_SHA"]
    known = ["git", "merge-base", "--is-ancestor", before, last]
    if not before or subprocess.run(known, stderr=subprocess.DEVNULL, check=False).returncode:
        return [last]
    between = ["git", "rev-list", "--first-parent", "--reverse", f"{before}..{last}"]
    return subprocess.run(between, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def ask(path: str) -> Any:  # noqa: ANN401 - any JSON
    """What GitLab answers about this project."""
    address = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}/{path}"
    asked = urllib.request.Request(address, headers={"PRIVATE-TOKEN": os.environ["AFTERWORD_FORGE_TOKEN"]})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.load(answer)


def record(number: str, *which: str) -> None:
    """Record the approvals of one merge request."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(ask(f"merge_requests/{number}/approvals"), file)
        file.flush()
        subprocess.run(["afterword", "approvals", "record", file.name, *which], check=True)


if __name__ == "__main__":
    main()

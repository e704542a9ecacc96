#!/bin/bash
# Counts reviews on GitHub as approvals of the reports in a pull request, by the roles that the settings name under
# `approvals.roles`. It is run by the workflows in the folder of `mkdocs.yml`; names are kept nowhere.
#
#   approvals.sh         asks for the reviews, and records them
#   approvals.sh again   records once more what was asked before
#
# GH_TOKEN may read pull requests. PULL and BASE are the number of a pull request and the commit it is held against; for a
# push they are empty, and BEFORE is the commit before it. INTO is the default branch. The whole history is there.
set -euo pipefail
asked="$RUNNER_TEMP/reviews"
# What is printed holds names of files: no line of it is an order to the runner.
resume="$(head -c 16 /dev/urandom | base64 --wrap=0)"
echo "::stop-commands::$resume"
trap 'echo "::$resume::"' EXIT

# What the pull request itself writes into the file counts for nothing: only reviews say who approved.
as_on_the_base() {
  local before
  before="$(git merge-base "$BASE" HEAD)"
  git diff --name-only --relative -z "$before" HEAD -- '*_state/approvals.json' | while IFS= read -r -d '' state; do
    echo "::$resume::"
    echo "::warning title=Approvals by hand::This change writes into _state/approvals.json. Reviews alone count here, so look at what it says before it is merged."
    echo "::stop-commands::$resume"
    git checkout --quiet "$before" -- "$state" 2> /dev/null || rm -f -- "$state"
  done
}

ask() {
  mkdir -p "$asked"
  if [ -n "$PULL" ]; then
    gh api --paginate "repos/$GITHUB_REPOSITORY/pulls/$PULL/reviews" > "$asked/pull.json"
    as_on_the_base
    return
  fi
  # Of a push each commit has its own pull requests, so that nobody's review counts for what came by another. Of a first
  # push, or one that threw history away, it is the last commit alone.
  local commits="$GITHUB_SHA"
  if [ -n "$BEFORE" ] && git merge-base --is-ancestor "$BEFORE" "$GITHUB_SHA" 2> /dev/null; then
    commits="$(git rev-list --first-parent --reverse "$BEFORE..$GITHUB_SHA")"
  fi
  for commit in $commits; do
    pulls="$(gh api "repos/$GITHUB_REPOSITORY/commits/$commit/pulls" \
      --jq ".[] | select(.merged_at != null and .base.ref == env.INTO) | .number")"
    for pull in $pulls; do
      gh api --paginate "repos/$GITHUB_REPOSITORY/pulls/$pull/reviews" >> "$asked/$commit.json"
    done
  done
}

if [ "${1:-}" != again ]; then ask; fi
for reviews in "$asked"/*.json; do
  case "$reviews" in
    */\*.json) ;; # nothing was brought by a pull request
    */pull.json) afterword approvals record "$reviews" --base "$BASE" ;;
    *) afterword approvals record "$reviews" --commit "$(basename "$reviews" .json)" ;;
  esac
done

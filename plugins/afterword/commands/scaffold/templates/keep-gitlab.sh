#!/bin/sh
# Keeps one file on the default branch: `keep.sh FILE MESSAGE COMMAND…`, where COMMAND writes FILE. Where somebody else was
# faster, COMMAND writes it once more on top of theirs. The token AFTERWORD_PUSH_TOKEN lies in no file.
set -eu
file="$1"
message="$2"
shift 2
signed="$(printf 'oauth2:%s' "$AFTERWORD_PUSH_TOKEN" | base64 | tr -d '\n')"
header="http.$CI_SERVER_URL/.extraheader=AUTHORIZATION: basic $signed"
for attempt in 1 2 3 4 5; do
  mkdir -p "$(dirname "$file")"
  "$@"
  if [ ! -e "$file" ]; then exit 0; fi
  git add -- "$file"
  if git diff --cached --quiet; then exit 0; fi
  git -c user.name=afterword -c user.email=afterword@noreply.invalid commit --quiet --message "$message"
  if git -c "$header" push --quiet --push-option=ci.skip "$CI_PROJECT_URL.git" "HEAD:$CI_DEFAULT_BRANCH"; then exit 0; fi
  echo "attempt $attempt: the branch has moved"
  git -c "$header" fetch --quiet "$CI_PROJECT_URL.git" "$CI_DEFAULT_BRANCH"
  git reset --quiet --hard FETCH_HEAD
done
exit 1

#!/bin/sh
# candor looks at the texts of a commit as they will be committed. Made by `candor hook git`.
# 'git commit --no-verify' passes it by.
block=@block@ # 1: texts with findings are not committed

command -v candor >/dev/null || {
  echo "candor: the program is not in PATH; the commit goes on unchecked" >&2
  exit 0
}
# Each staged text on stdin, beside its application's other texts as they stand in the working tree.
git diff --cached --name-only --diff-filter=ACMR -z -- '*.md' '*.markdown' '*.txt' '*.text' |
  xargs -0 -r -n 1 sh -c '
    git show ":$1" | candor check - --quiet --force-exclude --stdin-filename "$1"
    status=$?
    [ "$status" -le 1 ] || echo "candor: $1 could not be checked" >&2
    exit "$status"
  ' candor >&2 || {
  [ "$block" = 1 ] || exit 0
  echo "candor: not committed; mend what is found, or pass it by with 'git commit --no-verify'" >&2
  exit 1
}

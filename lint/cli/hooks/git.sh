#!/bin/sh
# candor looks at the texts of a commit as they will be committed. Made by `candor hook git`.
# 'git commit --no-verify' passes it by.
block=@block@ # 1: texts with findings are not committed

command -v candor >/dev/null || {
  echo "candor: the program is not in PATH; the commit goes on unchecked" >&2
  exit 0
}
candor check --staged --quiet --force-exclude >&2 || {
  [ "$block" = 1 ] || exit 0
  echo "candor: not committed; mend what is found, or pass it by with 'git commit --no-verify'" >&2
  exit 1
}

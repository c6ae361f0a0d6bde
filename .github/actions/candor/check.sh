#!/bin/bash
# One run of candor for a job, from what the environment says: CANDOR_PATHS (one a line), CANDOR_CONFIG, CANDOR_FAIL_ON,
# CANDOR_FORMAT and CANDOR_SARIF_FILE, where all but the first may be empty. Ends with candor's exit status, which also
# becomes the step's output "exit-code".
set -uo pipefail

options=()
[ -z "$CANDOR_CONFIG" ] || options+=("--config=$CANDOR_CONFIG")
[ -z "$CANDOR_FAIL_ON" ] || options+=("--fail-on=$CANDOR_FAIL_ON")
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"$CANDOR_PATHS"

lint() { candor check "${options[@]}" "$@" -- "${paths[@]}"; }

lint "--format=${CANDOR_FORMAT:-github}"
status=$?
if [ -n "$CANDOR_SARIF_FILE" ]; then
  lint --format=sarif "--output=$CANDOR_SARIF_FILE" --quiet
  [ $? != 2 ] || status=2
fi
printf 'exit-code=%s\n' "$status" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"

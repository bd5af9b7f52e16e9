#!/usr/bin/env bash
# --format html on a terminal names a file instead of printing tags; into a file or a pipe it is the page.
source "$(dirname "$0")/lib.sh" "$@"
command -v script >/dev/null || { echo "skipped: no script"; exit 77; }
findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
script -qec "findings-search --index ix --format html 'missing from care'" /dev/null </dev/null >typed
status=$?
[ $status = 2 ] || fail "exit $status on a terminal"
grep -q '<html' typed && fail "tags on a terminal"
grep -qF "findings-search --index ix --format html 'missing from care' >findings.html" typed || fail "no file is offered: $(cat typed)"
expect 0 findings-search --index ix --format html "missing from care"
grep -q '<html' out || fail "no page in a file"
grep -q 'To cite this page' out || fail "no line to cite in the page"
findings-search --index ix --format html care | grep -q '<html' || fail "no page in a pipe"
exit 0

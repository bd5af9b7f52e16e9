#!/usr/bin/env bash
# The commands of docs/query-language.md are run as they stand there, by a shell, and each finds something.
. "$(dirname "$0")/lib.sh"

page=$CORPORA/../../docs/query-language.md
findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
export FINDINGS_INDEX=$work/ix

count=0
while IFS= read -r command; do
    bash -c "$command" >out 2>err || { cat out err; fail "status $?: $command"; }
    [ -s out ] || fail "nothing printed: $command"
    [ ! -s err ] || { cat err; fail "something on standard error: $command"; }
    count=$((count + 1))
done < <(awk '/^## Ten questions/ { on = 1; next } /^## / { on = 0 } on && /^      findings-search / { sub(/^ +/, ""); print }' "$page")
[ "$count" = 10 ] || fail "$count commands, expected ten"

# What the answers rest on: numbers read from the corpus.
[ "$(hits ix --type council-services --latest --until 2022-11-22)" = 4 ] || fail "councils without an inspection for four years"
findings-search --grade inadequate --grade good --table weakness,grade --format csv | grep -q '^staffing,' ||
    fail "staffing is faulted in inadequate reports"
echo "$count commands answered"

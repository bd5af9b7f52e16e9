#!/usr/bin/env bash
# A second build over the same input gives the same hits, counts and order for 50 queries, whatever the threads did.
source "$(dirname "$0")/lib.sh" "$@"

expect_built() { findings-index build --index "$1" --jobs "$2" "$CORPORA/sample" >out 2>err; [ $? -le 1 ] || { cat err; fail "build"; }; }
expect_built one 1
expect_built two 2
rm -rf two/current; expect_built two 3

words=(safeguarding inspectors "missing from care" '"children in care"' school agency council staff medicines
    leaders 'not effective' outstanding inadequate 'care leavers' training recruitment complaints records hospital
    police prison nursery 'education OR health' 'NOT school' 'safeguard*' 'foster carers' report visit families risk)
filters=("" "--grade inadequate" "--grade good --grade outstanding" "--region london" "--kind news --sort oldest"
    "--sort grade" "--sort provider" "--visit monitoring" "--theme staffing" "--since 2024 --sort newest")
asked=0
ask() {
    findings-search --index "$1" --format json --limit all --facets all "${@:2}" 2>/dev/null |
        sed -E 's/"(elapsed_ms)": ?[0-9.e-]+//; s/"generation": ?"[^"]*"//; s/"index_built_at": ?"[^"]*"//'
}
for word in "${words[@]}"; do
    # shellcheck disable=SC2086 # filters are words
    a=$(ask one $word --match any) b=$(ask two $word --match any)
    [ -n "$a" ] && [ "$a" = "$b" ] || fail "answers differ for: $word"
    asked=$((asked + 1))
done
for filter in "${filters[@]}"; do
    for word in "" care inspection; do
        # shellcheck disable=SC2086
        a=$(ask one $filter $word) b=$(ask two $filter $word)
        [ -n "$a" ] && [ "$a" = "$b" ] || fail "answers differ for: $filter $word"
        asked=$((asked + 1))
    done
done
[ "$asked" -ge 50 ] || fail "only $asked queries asked"

#!/usr/bin/env bash
# --limit all streams: ten times the stories, all of them printed, in the memory that a tenth needs.
. "$(dirname "$0")/lib.sh"

for count in 300 3000; do
    "$CORPORA/tools/make_many_articles" $count >$count.jsonl
    findings-index build --quiet --index ix$count $count.jsonl >/dev/null 2>&1 || fail "$count articles were not indexed"
done

# runs MEGABYTES INDEX ARGS...: whether the search succeeds in that much address space, its output in out
runs() {
    local megabytes=$1 index=$2
    shift 2
    (ulimit -v $((megabytes * 1024)) && findings-search --index "$index" --limit all "$@" >out 2>/dev/null)
}

check() {
    local least=16
    until runs $least ix300 "$@"; do
        least=$((least + 2))
        [ $least -lt 200 ] || fail "300 articles do not fit into 200 MB: $*"
    done
    # The 3,000 articles are 12 MB of text: held together they would not fit.
    runs $((least + 6)) ix3000 "$@" || fail "3,000 articles need more than $((least + 6)) MB, 300 need $least: $*"
    echo "$least MB of address space: $*"
}

check --format csv
[ "$(wc -l <out)" = 3001 ] || fail "CSV has $(wc -l <out) lines"
[ "$(cut -d, -f2 out | sort -u | wc -l)" = 3001 ] || fail "CSV repeats a story"
check --format jsonl
[ "$(wc -l <out)" = 3000 ] || fail "JSON Lines have $(wc -l <out) lines"
for order in relevance newest oldest grade provider; do
    check children --sort $order --format jsonl
    [ "$(grep -o '"id":"m[0-9]*"' out | sort -u | wc -l)" = 3000 ] || fail "--sort $order loses stories"
done
check --format html
[ "$(grep -c '<li><h3>' out)" = 3000 ] || fail "the page has $(grep -c '<li><h3>' out) stories"

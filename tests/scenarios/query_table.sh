#!/usr/bin/env bash
# Each query of tests/corpora/queries/queries.tsv finds exactly the articles listed there, or is refused with the message
# and the place listed. Columns: query, tab, ids in alphabetical order or "-" for none, or "error BEGIN-END MESSAGE".
# UPDATE=1 rewrites the second column; read the difference before committing it.
. "$(dirname "$0")/lib.sh"

findings-index build --quiet --index ix "$CORPORA/queries/articles.jsonl" "$CORPORA/queries/wrapped.txt" >/dev/null 2>err ||
    { cat err; fail "the corpus of the queries was not indexed"; }
export FINDINGS_INDEX=$work/ix
table=$CORPORA/queries/queries.tsv

# The ids a query finds, or what it is refused with.
answer() {
    local status=0 ids
    findings-search --format jsonl -- "$1" >out 2>err || status=$?
    case $status in
        0 | 1)
            ids=$(sed -E 's/.*"id":"([^"]*)","source".*/\1/' out | LC_ALL=C sort | paste -sd ' ')
            echo "${ids:--}" ;;
        # The message, and where the carets stand under the query.
        2) awk 'NR == 1 { sub(/^findings-search: /, ""); message = $0 }
                /^ *\^+$/ { carets = $0; begin = index(carets, "^") - 4; place = begin "-" begin + length(carets) - index(carets, "^") }
                END { print "error " place " " message }' err ;;
        *) echo "status $status" ;;
    esac
}

failed=0 count=0
while IFS=$'\t' read -r query expected || [ -n "$query" ]; do
    case $query in '#'*) [ -z "${UPDATE:-}" ] || echo "$query" >>new; continue ;; esac
    got=$(answer "$query")
    [ -z "${UPDATE:-}" ] || printf '%s\t%s\n' "$query" "$got" >>new
    count=$((count + 1))
    [ "$got" = "$expected" ] || { echo "$query: found $got, expected $expected"; failed=$((failed + 1)); }
done <"$table"
if [ -n "${UPDATE:-}" ]; then cp new "$table"; exit 0; fi
[ "$count" -ge 150 ] || fail "only $count queries"
[ $failed = 0 ] || fail "$failed of $count queries"
echo "$count queries found what they should"

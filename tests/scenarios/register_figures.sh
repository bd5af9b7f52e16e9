#!/usr/bin/env bash
# A published analysis of registers is one command: rates of each kind of owner and of two groups, as at a day, by the newest
# inspection within a year, and of any inspection within it. The figures of the invented register are counted by hand; with
# $FINDINGS_SAMPLES those of BuzzFeed News, July 2018 (data and figures in registers/buzzfeed-2018).
. "$(dirname "$0")/lib.sh"

below='grade:inadequate|requires-improvement'
homes=(--kind record --type childrens-home --rate "$below" --count providers --format csv)

# figure INDEX EXPECTED ARGS...: "n of N" of the whole answer
figure() {
    local index=$1 expected=$2 got; shift 2
    got=$(findings-search --index "$index" "${homes[@]}" "$@" 2>err | tr -d '\r' | awk -F, '$1 == "all" { print $2 " of " $3 }')
    [ "$got" = "$expected" ] || { cat err; fail "$*: $got, expected $expected"; }
    figures=$((figures + 1))
}

# index_register FOLDER REGISTER OWNERS GROUPS INDEX AS_AT: a register with its owners, indexed
index_register() {
    mkdir -p "$1" "$5"
    cp "$2" "$3" "$1/"
    cp "$4" "$5/groups.csv"
    [ -z "$6" ] || echo "as-at = $6" >"$1/$(basename "$2").map"
    findings-index build --quiet --index "$5" "$1" >/dev/null 2>err || { cat err; fail "$2 was not indexed"; }
}

figures=0
r=$CORPORA/registers
index_register state "$r/homes-as-at-2018-03-31.csv" "$r/owners.csv" "$r/groups.csv" state-ix ""
index_register year "$r/inspections-in-year-2017-18.csv" "$r/owners.csv" "$r/groups.csv" year-ix 2018-03-31
since=(--latest --since 2016-04-01)
# SC900001 to SC900003 and SC900011; SC900004 was inspected before, SC900012 has no day.
figure state-ix "2 of 4" --sector private "${since[@]}"
figure state-ix "1 of 2" --sector voluntary "${since[@]}"
figure state-ix "0 of 1" --sector council "${since[@]}"
figure state-ix "2 of 3" --group Fernbank "${since[@]}"
figure state-ix "0 of 1" --sector private --not-group Fernbank "${since[@]}"
figure state-ix "3 of 6" --sector private --latest
# Of the year: the newest full inspection, then any. SC900003 fell below good and climbed; SC900013 left the register.
figure year-ix "3 of 4" --sector private --visit full --latest
figure year-ix "4 of 4" --sector private --visit full
figure year-ix "2 of 3" --group Fernbank --visit full --latest
figure year-ix "3 of 3" --group Fernbank --visit full

# Every number is what choosing it gives, and rows never add up lines.
total=$(findings-search --index state-ix --kind record --type childrens-home --grade inadequate --count providers \
    --format json --limit 0 | sed -n 's/.*"providers":\([0-9]*\).*/\1/p')
cell=$(findings-search --index state-ix --kind record --type childrens-home --table sector,grade --count providers --format csv |
    tr -d '\r' | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "inadequate") column = i } NR > 1 { sum += $column } END { print sum }')
[ "$total" = "$cell" ] || fail "inadequate homes: $total chosen, $cell in the table"
# A story of nothing else hides the register.
[ "$(hits state-ix)" = 0 ] || fail "records are hits without being asked for"
[ "$(hits state-ix --include-records)" = 12 ] || fail "--include-records does not find them"
[ "$(hits state-ix --kind record --provider SC900006)" = 1 ] || fail "a body is not found by its number"
[ "$(hits state-ix --kind record --provider 'Lantern Fostering')" = 1 ] || fail "a body is not found by its name"

real=${FINDINGS_SAMPLES:-}/registers/buzzfeed-2018
if [ -f "$real/providers-as-at-2018-03-31.csv" ]; then
    printf 'group,pattern\nCambian,Cambian|Interact Care\nKeys,%s\n' \
        'Active 8|Bettercare|Broadwood|Keys Care|Keys Childcare|Keys Education|Keys Group|New Horizons Childcare|Quality Time Care|Stepping Stones' >groups.csv
    index_register real "$real/providers-as-at-2018-03-31.csv" "$real/private-sector-ownerships.csv" groups.csv a-ix ""
    index_register real-year "$real/inspections-in-year-2017-18.csv" "$real/private-sector-ownerships.csv" groups.csv b-ix 2018-03-31
    check() { # INDEX ARGS... with $cambian $other_c $keys $other_k $private $voluntary $council
        local index=$1; shift
        figure "$index" "$cambian" --group cambian "$@"
        figure "$index" "$other_c" --sector private --not-group cambian "$@"
        figure "$index" "$keys" --group keys "$@"
        figure "$index" "$other_k" --sector private --not-group keys "$@"
        figure "$index" "$private" --sector private "$@"
        figure "$index" "$voluntary" --sector voluntary "$@"
        figure "$index" "$council" --sector council "$@"
    }
    cambian="39 of 159" other_c="259 of 1370" keys="15 of 69" other_k="283 of 1460" private="298 of 1529" voluntary="24 of 153" council="61 of 401"
    check a-ix --latest --since 2016-04-01
    cambian="40 of 159" other_c="280 of 1380" keys="19 of 74" other_k="301 of 1465" private="320 of 1539" voluntary="26 of 158" council="66 of 392"
    check b-ix --visit full --latest
    cambian="41 of 159" other_c="307 of 1380" keys="20 of 74" other_k="328 of 1465" private="348 of 1539" voluntary="27 of 158" council="72 of 392"
    check b-ix --visit full
fi
echo "$figures figures printed as published"

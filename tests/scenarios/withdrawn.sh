#!/usr/bin/env bash
# A withdrawn article is out of every answer at once, of kept generations too; the next build leaves its words in no file.
source "$(dirname "$0")/lib.sh" "$@"

story src/a.txt "Children were safe. The zebrafinch of Ann Example flew away in spring."
story src/b.txt "Children were safe. Nothing else was said of birds in this report."
story src/c.txt "Children were happy. The third one has other words than the others."
expect 0 findings-index build --index ix --keep 2 src
first=$(live ix)
expect 0 findings-index keep "$first" --index ix --note "cited in a report"
expect 0 findings-index list --index ix
grep -q "$first .*, kept: cited in a report" out || fail "list does not say that it is kept: $(cat out)"
for night in 1 2 3; do tick src; expect 0 findings-index build --index ix --keep 2 src; done
expect 0 findings-search --index ix --generation "$first" zebrafinch
id=$(findings-search --index ix --format jsonl zebrafinch | sed 's/.*"id":"\([^"]*\)".*/\1/')

for file in cache.sqlite "generations/$first" "generations/$(live ix)"; do
    grep -rqa "zebrafinch" "ix/$file" || fail "its words would not be found in $file"
done

expect 2 findings-index withdraw "$id" --index ix
grep -q -- '--reason' err || fail "the missing reason is not named"
expect 69 findings-index withdraw nobody --index ix --reason x
expect 69 findings-index withdraw "$id#1-abcd" --index ix --reason x
grep -q "withdraw $id" err || fail "the article of a finding is not named: $(cat err)"
expect 0 findings-index withdraw "$id" --index ix --reason "asked by the family, with \"quotes\", and a comma"
expect 0 findings-index withdraw "$id" --index ix --reason again
grep -q "before" out || fail "a second withdrawal is not told from the first"
[ "$(wc -l <ix/withdrawn.csv)" = 2 ] || fail "withdrawn.csv: $(cat ix/withdrawn.csv)"

# At once, in every way to ask.
gone() {
    local generation
    for generation in "$(live ix)" "$first"; do
        expect 1 findings-search --index ix --generation "$generation" zebrafinch
        expect 1 findings-search --index ix --generation "$generation" "id:$id"
        expect 1 findings-search --index ix --generation "$generation" --show "$id"
        expect 1 findings-search --index ix --generation "$generation" --show "$id" --format json
        expect 0 findings-search --index ix --generation "$generation" --format json --facets all
        grep -q "$id" out && fail "it is in $generation"
        expect 0 findings-search --index ix --generation "$generation" --format csv children
        [ "$(grep -c 'Story of src' out)" = 2 ] || fail "of $generation: $(cat out)"
        expect 1 findings-search --index ix --generation "$generation" --similar "$id"
    done
    expect 0 findings-search --index ix --list-values kind
    printf 'one\tzebrafinch\ntwo\tchildren\n' >batch
    expect 0 findings-search --index ix --batch batch --format trec
    grep -q "$id" out && fail "a batch names it"
    return 0
}
gone

# A killed build loses nothing of it: the next one erases. None of its words stays in any file of the index.
FINDINGS_FAULT=read:kill findings-index build --index ix --keep 2 src >/dev/null 2>&1
gone
expect 0 findings-index build --index ix --keep 2 src
gone
left=$(grep -rla "zebrafinch\|Ann Example" ix || true)
[ -z "$left" ] || fail "its words stand in $left"
for generation in $(ls ix/generations); do
    expect 0 findings-index verify "$generation" --index ix
    findings-search --index ix --generation "$generation" --format jsonl --limit all >all 2>/dev/null
    grep -q zebrafinch all && fail "$generation has it"
done
grep -q '^withdrawn: 1$' "ix/generations/$first/manifest" || fail "the manifest does not say it"
sed -n '/[^ ]/p' "ix/reports/$(live ix).digest.txt" | grep -q "src/a.txt" && fail "the digest tells of it"
findings-search --index ix --generation "$first" --cite children 2>/dev/null | grep -q 'without 1 withdrawn story' || fail "the citation does not say so"

# The next night without changes reads nothing; one with changes reads its file, and keeps nothing of it.
expect 0 findings-index build --index ix --keep 2 --format json src
grep -q '"files_read": *0' out || fail "a night without changes read again"
tick src
expect 0 findings-index build --index ix --keep 2 src
gone
left=$(grep -rla "zebrafinch\|Ann Example" ix || true)
[ -z "$left" ] || fail "its words stand in $left after a night with changes"

# A list with a fault shows nobody anything: what was withdrawn must not come back because of a stray quote.
cp ix/withdrawn.csv good.csv
printf 'x,"y\n' >>ix/withdrawn.csv
expect 69 findings-search --index ix children
grep -q 'withdrawn.csv:3' err || fail "the line is not named: $(cat err)"
cp good.csv ix/withdrawn.csv

# Kept generations do not count and are not pruned; released ones are.
expect 0 findings-index prune --index ix --keep 1
[ "$(ls ix/generations | wc -l)" = 2 ] || fail "pruned: $(ls ix/generations)"
[ -d "ix/generations/$first" ] || fail "the kept one was pruned"
expect 69 findings-index keep 20200101T000000Z-00000000 --index ix
expect 69 findings-index keep .. --index ix
expect 69 findings-index release "$(live ix)" --index ix
expect 0 findings-index release "$first" --index ix
expect 0 findings-index prune --index ix --keep 1
[ "$(ls ix/generations)" = "$(live ix)" ] || fail "not pruned after its release: $(ls ix/generations)"
exit 0

#!/usr/bin/env bash
# A night without changes reads nothing; one changed file is one file read; and however an index came about (all anew,
# from the cache, as a copy of last night's, on one thread or four), its terms, positions and records are the same.
source "$(dirname "$0")/lib.sh" "$@"

cp -r "$CORPORA/sample" corpus && chmod -R u+w corpus
# number KEY: a number of the run's report in out
number() { sed -nE "s/.*\"$1\": ?([0-9]+).*/\1/p" out | head -n 1; }
# build EXPECTED_READ OPTION...
build() {
    local read=$1; shift
    findings-index build --index ix --keep 20 --format json --quiet "$@" corpus >out 2>err
    [ $? -le 1 ] || { cat err; fail "build $*"; }
    [ "$(number files_read)" = "$read" ] || fail "build $*: $(number files_read) files read, expected $read"
}
# Terms with their frequencies; the tables of positions and records hold nothing else and are compared byte by byte.
contents() {
    local generation=ix/generations/$1
    xapian-delve -a -v -1 "$generation" | tee terms | cksum
    [ "$(wc -l <terms)" -gt 1000 ] || echo "no terms listed"
    cksum <"$generation/docdata.glass"; cksum <"$generation/position.glass"
}

build "$(find corpus -type f -name '[!.]*' | wc -l)" --jobs 2
files=$(number files_read) rejected=$(grep -c '"reason"' out) first=$(live ix) stories=$(number stories)
[ "$files" -gt 50 ] || fail "only $files files in the corpus"

build 0
[ "$(number files_from_cache)" = "$files" ] || fail "not all files came from the cache"
[ "$(grep -c '"reason"' out)" = "$rejected" ] || fail "the copy forgot what was rejected"
[ "$(number stories)" = "$stories" ] || fail "the copy forgot its stories"
[ "$(live ix)" != "$first" ] || fail "nothing was published"
expect 0 findings-index verify --index ix
[ "$(contents "$first")" = "$(contents "$(live ix)")" ] || fail "a copy differs from what it is a copy of"

touch corpus/*
build 0 --jobs 4
for jobs in 1 2 4; do
    build "$files" --full --jobs "$jobs"
    [ "$(contents "$first")" = "$(contents "$(live ix)")" ] || fail "--full --jobs $jobs made another index"
done

printf 'A new story\n\nThe nursery was rated good.\n' >corpus/new-story.txt
build 1
changed=$(live ix)
[ "$(contents "$first")" != "$(contents "$changed")" ] || fail "the new story is not in the index"
[ "$(hits ix title:new title:story)" -ge 1 ] || fail "the new story is not found"
build "$((files + 1))" --full
[ "$(contents "$changed")" = "$(contents "$(live ix)")" ] || fail "from the cache and --full made different indexes"
printf 'A new story\n\nThe nursery was rated inadequate.\n' >corpus/new-story.txt
build 1
rm corpus/new-story.txt
build 0
[ "$(contents "$first")" = "$(contents "$(live ix)")" ] || fail "taking the story out did not bring the first index back"

# A damaged live generation is not copied: the next night builds anew.
printf 'x' | dd of="ix/generations/$(live ix)/docdata.glass" bs=1 seek=9000 conv=notrunc 2>/dev/null
build 0
expect 0 findings-index verify --index ix
[ "$(contents "$first")" = "$(contents "$(live ix)")" ] || fail "damage was carried over"

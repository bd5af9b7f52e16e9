#!/usr/bin/env bash
# What recurs on the pages of a site and no other rule knows is learned from the collection: it is found only with
# --include-dropped and sets no facet. What reports share by their form stays, and so do the headings of stories.
source "$(dirname "$0")/lib.sh" "$@"

cp -r "$CORPORA/recurring" pages && chmod -R u+w pages
number() { sed -nE "s/.*\"$1\": ?([0-9]+).*/\1/p" out | head -n 1; }
# build EXPECTED_READ OPTION...
build() {
    local read=$1; shift
    expect 0 findings-index build --index ix --keep 20 --force --format json --quiet "$@" pages
    [ "$(number files_read)" = "$read" ] || fail "build $*: $(number files_read) files read, expected $read"
}
# found COUNT ARGS...
found() {
    local count=$1; shift
    [ "$(hits ix "$@")" = "$count" ] || fail "$*: $(hits ix "$@") stories, expected $count"
}
contents() {
    local generation=ix/generations/$1
    xapian-delve -a -v -1 "$generation" | tee terms | cksum
    [ "$(wc -l <terms)" -gt 500 ] || echo "no terms listed"
    cksum <"$generation/docdata.glass"; cksum <"$generation/position.glass"
}

# Four pages of a site teach nothing; the fifth does, and the four are cleaned again without being read again.
mkdir later && mv pages/ledger/[d-t]*.html later
build 10
found 2 quillwort
mv later/* pages/ledger
build 7
learned=$(live ix)

# One rare word stands in each piece of boilerplate: slogan, box, button, service, last line.
for word in saxifrage quillwort pelargonium gillyflower sweetbriar; do
    found 0 "$word"
    found 9 --include-dropped "$word"
done
found 0 '"keep the ledger going"'
found 0 '"who wrote this"'

# The box calls Medway Council inadequate; the only inadequate ones are a home in Deal and one in Leeds.
found 2 --grade inadequate
found 0 --provider medway
found 3 --authority medway

# Headings that stories share, and all that reports share, rows of facts and closing paragraphs included.
found 12 '"what needs to improve"'
found 4 '"what happens next"'
found 8 '"information about this inspection"'
found 8 larkspur
found 8 '"overall effectiveness"'
found 7 --grade good

# However the index came about, it is the same: all at once, on any number of threads, from the cache or anew.
for jobs in 1 2 4; do
    build 17 --full --jobs "$jobs"
    [ "$(contents "$learned")" = "$(contents "$(live ix)")" ] || fail "--full --jobs $jobs made another index"
done
build 0
[ "$(contents "$learned")" = "$(contents "$(live ix)")" ] || fail "a night without changes made another index"

# inspect knows what the live generation has learned, and nothing without one.
expect 0 findings-index inspect --index ix pages/ledger/gorse-lane.html
grep -q 'dropped (recurs-across-site): Tip the pelargonium jar' out || fail "inspect does not show what recurs"
expect 0 findings-index inspect --index none pages/ledger/gorse-lane.html
! grep -q 'recurs-across-site' out || fail "inspect dropped lines without an index"

# One story saved six times, each time with another first sentence, is one story: its paragraphs are no boilerplate.
find pages/ledger -name '[!dh]*' -type f -delete
for i in 1 2 3 4 5; do
    sed -e "s#news/dunlin-close#&-$i#" -e "s#^<p>Dunlin#<p>This is page $i of those that were saved in July.</p>\n&#" \
        pages/ledger/dunlin-close.html >"pages/ledger/dunlin-$i.html"
done
build 5
found 1 '"children were restrained by staff"'
found 2 quillwort

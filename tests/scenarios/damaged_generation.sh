#!/usr/bin/env bash
# Damage is found wherever it is: before publication the build refuses, in the live generation verify says so and
# rollback repairs; a damaged stub or cache is mended.
source "$(dirname "$0")/lib.sh" "$@"

# damage FILE COUNT: changes that many bytes at random places
damage() {
    local size at byte i
    size=$(stat -c %s "$1")
    for i in $(seq 1 "$2"); do
        at=$(((RANDOM * 32768 + RANDOM) % size))
        byte=$(od -An -tu1 -j $at -N 1 "$1")
        printf "\\$(printf %o $(((byte + 1 + RANDOM % 200) % 256)))" | dd of="$1" bs=1 seek=$at conv=notrunc status=none
    done
}

stories src 1 5 alpha
expect 0 findings-index build --index ix src
first=$(live ix)
expect 0 findings-index build --index ix src
second=$(live ix)

# Before publication: the build stands still when its generation is on the disk, and is refused when it goes on.
refused=0
for round in $(seq 1 "${times:-20}"); do
    # A copy of the live generation is checked like a new one.
    if ((round % 4 == 0)); then expect 0 findings-index build --index ix src; second=$(live ix); point=copied; else tick src; point=synced; fi
    stop_at $point findings-index build --index ix src
    mapfile -t files < <(find ix/building/generation -type f)
    while file=${files[RANDOM % ${#files[@]}]}; do [ -s "$file" ] && break; done
    cp "$file" saved
    damage "$file" 3
    # Three changes can undo each other.
    if cmp -s "$file" saved; then go_on 0; second=$(live ix); continue; fi
    go_on 65
    grep -q 'the index people search is as it was' err || fail "round $round: $(cat err)"
    [ "$(live ix)" = "$second" ] && [ "$(hits ix alpha)" = 5 ] || fail "round $round: the live index changed"
    [ ! -e ix/building ] || fail "round $round: leftovers"
    refused=$((refused + 1))
done
findings-index status --index ix | grep -q 'last run .*: refused (65): ' || fail "status does not tell: $(findings-index status --index ix)"
# Damage between the merge and the manifest has sound hashes: Xapian's own check finds it.
tick src
stop_at merged findings-index build --index ix src
printf '\377\377\377\377' | dd of=ix/building/generation/postlist.glass bs=1 seek=5 conv=notrunc status=none
go_on 65
[ "$(live ix)" = "$second" ] && [ "$(hits ix alpha)" = 5 ] || fail "damage before the manifest was published"
# A whole file gone, a file too many, a segment or a spool damaged or gone on the way.
tick src
stop_at synced findings-index build --index ix src; rm ix/building/generation/facets; go_on 65
stop_at synced findings-index build --index ix src; echo x >ix/building/generation/extra; go_on 65
stop_at written findings-index build --index ix src; : >"$(ls -d ix/building/segment-*/ | head -n 1)postlist.glass"; resume
[ $? != 0 ] && [ "$(live ix)" = "$second" ] || fail "a damaged segment was published"
stop_at read findings-index build --index ix src; for f in ix/building/spool-*; do : >"$f"; done; go_on 74
[ "$(live ix)" = "$second" ] || fail "a lost spool was published"

# The live one.
first=$(findings-index list --index ix | sed -n '2s/^. \([^ ]*\) .*/\1/p')
for file in $(find ix/generations/"$second" -type f); do
    [ -s "$file" ] || continue
    cp "$file" saved
    damage "$file" 1
    expect 65 findings-index verify --index ix
    cp saved "$file"
    expect 0 findings-index verify --index ix
done
mv "ix/generations/$second/facets" saved
expect 65 findings-index verify --index ix
expect 69 findings-search --index ix alpha
grep -q 'cannot open .*/facets: No such file' err || fail "missing facet columns: $(cat err)"
head -c 100 saved >"ix/generations/$second/facets"
expect 69 findings-search --index ix alpha
grep -q '/facets is damaged' err || fail "damaged facet columns: $(cat err)"
cp saved "ix/generations/$second/facets"
expect 0 findings-search --index ix alpha
rm "ix/generations/$second/postlist.glass"
expect 65 findings-index verify --index ix
expect 69 findings-search --index ix alpha
expect 0 findings-index rollback --index ix
[ "$(live ix)" = "$first" ] && [ "$(hits ix alpha)" = 5 ] || fail "rollback did not repair"
# A stub that is not ours is refused by what reads, and mended by what writes.
echo "remote localhost:1" >ix/current
expect 69 findings-search --index ix alpha
expect 69 findings-index status --index ix
expect 0 findings-index rollback --index ix
[ "$(hits ix alpha)" = 5 ] || fail "rollback did not mend the stub"
: >ix/current
expect 69 findings-search --index ix alpha
expect 0 findings-index build --index ix src
[ "$(hits ix alpha)" = 5 ] || fail "a build did not mend the stub"

# A damaged cache never changes what is found: at worst files are read again.
for round in 1 2 3 4 5; do
    # A cache found damaged is deleted; the next build makes one.
    [ ! -e ix/cache.sqlite ] || damage ix/cache.sqlite 20
    tick src
    expect 0 findings-index build --index ix src
    [ "$(hits ix alpha)" = 5 ] && [ "$(hits ix number3)" = 1 ] || fail "a damaged cache changed the index"
done
head -c 5000 /dev/urandom >ix/cache.sqlite; rm -f ix/cache.sqlite-*
expect 0 findings-index build --index ix src
grep -q "cache was damaged" out || fail "the damaged cache is not mentioned"
echo "$refused damaged generations refused"

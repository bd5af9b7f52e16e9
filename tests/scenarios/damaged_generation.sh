#!/usr/bin/env bash
# Damage in any file of the live generation is found by verify, and rollback repairs.
source "$(dirname "$0")/lib.sh" "$@"

for i in 1 2 3 4 5; do story "src/$i.txt" "alpha number$i"; done
expect 0 findings-index build --index ix src
first=$(live ix)
expect 0 findings-index build --index ix src
second=$(live ix)
for file in ix/generations/"$second"/*; do
    cp "$file" saved
    size=$(stat -c %s "$file")
    [ "$size" -gt 0 ] || continue
    at=$((RANDOM % size))
    byte=$(od -An -tu1 -j $at -N 1 "$file")
    printf "\\$(printf %o $(((byte + 1) % 256)))" | dd of="$file" bs=1 seek=$at conv=notrunc status=none
    expect 65 findings-index verify --index ix
    cp saved "$file"
    expect 0 findings-index verify --index ix
done
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
# A damaged cache is replaced, and said.
head -c 5000 /dev/urandom >ix/cache.sqlite; rm -f ix/cache.sqlite-*
expect 0 findings-index build --index ix src
grep -q "cache was damaged" out || fail "the damaged cache is not mentioned"

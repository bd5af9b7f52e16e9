#!/usr/bin/env bash
# Readers looping while generations are published never fail, and every answer is wholly of one generation.
source "$(dirname "$0")/lib.sh" "$@"

write_generation() { rm -rf src; for i in 1 2 3 4 5; do story "src/$i.txt" "stamp generation$1"; done; }
write_generation 0
expect 0 findings-index build --index ix src

reader() {
    local n=0
    while [ ! -e stop ]; do
        answer=$(findings-search --index ix stamp --format json --facets none 2>"reader$1.err") || { echo "status $?" >"bad$1"; cat "reader$1.err" >>"bad$1"; return; }
        kinds=$(grep -o 'generation[0-9]\+' <<<"$answer" | sort -u | wc -l)
        [ "$kinds" = 1 ] || { echo "mixed answer: $answer" >"bad$1"; return; }
        n=$((n + 1))
    done
    echo $n >"asked$1"
}
for r in 1 2 3 4; do reader $r & done
for g in $(seq 1 20); do
    write_generation "$g"
    expect 0 findings-index build --index ix --force --keep 1 src
done
touch stop
wait
cat bad* 2>/dev/null && fail "a reader failed"
for r in 1 2 3 4; do [ "$(cat asked$r)" -gt 0 ] || fail "reader $r asked nothing"; done
[ "$(ls ix/generations | wc -l)" = 1 ] || fail "--keep 1 kept more"

#!/usr/bin/env bash
# Builds killed at every step: in the end each new story has been told once to a saved search, none twice, none missed.
source "$(dirname "$0")/lib.sh" "$@"

mkdir ix
printf '[care]\nquery = missing from care\n' >ix/searches.conf
story src/0.txt "Old: missing from care."
expect 0 findings-index build --index ix --keep 1000 src
round=0
for point in $(failpoints); do
    # Only a night without changes copies: it has nothing to tell.
    [ "$point" != copied ] || continue
    round=$((round + 1))
    story "src/$round.txt" "Child $round was missing from care."
    # A digest goes with its generation. The first one, which told nothing, is deleted where something must be.
    keep=1000
    [ "$point" != pruning ] || keep=$(ls ix/generations | wc -l)
    { FINDINGS_FAULT=$point findings-index build --index ix --keep "$keep" --wait 10 src >out 2>err; } 2>/dev/null
    status=$?
    [ $status = 137 ] || { cat out err; fail "$point: exit $status, the build never came there"; }
    # Every other time the next build is killed too, before it has told what this one had not.
    ((round % 2)) || continue
    expect 0 findings-index build --index ix --keep 1000 --wait 10 src
done
[ "$round" -ge 20 ] || fail "only $round builds were killed"
expect 0 findings-index build --index ix --wait 10 --keep 1000 src
expect 0 findings-index build --index ix --wait 10 --keep 1000 src
grep -h -A 4 '"search": "care"' ix/reports/*.digest.json | sed -n 's/.*"source": "\(.*\)",*$/\1/p' | sort -n >told
seq 1 "$round" | sed 's/$/.txt/' >wanted
diff wanted told || fail "not every story was told once"
[ ! -e ix/building ] || fail "leftovers in building/"
exit 0

#!/usr/bin/env bash
# Builds killed at any moment: in the end each new story has been told once to a saved search, none twice, none missed.
source "$(dirname "$0")/lib.sh" "$@"

mkdir ix
printf '[care]\nquery = missing from care\n' >ix/searches.conf
story src/0.txt "Old: missing from care."
took_us=$(time_us findings-index build --index ix --keep 1000 src)
killed=0
for round in $(seq 1 20); do
    story "src/$round.txt" "Child $round was missing from care."
    findings-index build --index ix --wait 10 --keep 1000 src >/dev/null 2>&1 &
    victim=$!
    # From the reading to well past the rename, however fast a build is here.
    sleep_within "$took_us"
    if kill -9 $victim 2>/dev/null; then killed=$((killed + 1)); fi
    wait $victim 2>/dev/null
done
[ "$killed" -ge 3 ] || fail "only $killed builds were killed"
expect 0 findings-index build --index ix --wait 10 --keep 1000 src
expect 0 findings-index build --index ix --wait 10 --keep 1000 src
grep -h -A 4 '"search": "care"' ix/reports/*.digest.json | sed -n 's/.*"source": "\(.*\)",*$/\1/p' | sort -n >told
seq 1 20 | sed 's/$/.txt/' >wanted
diff wanted told || fail "not every story was told once"
[ ! -e ix/building ] || fail "leftovers in building/"
exit 0

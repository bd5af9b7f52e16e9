#!/usr/bin/env bash
# A build killed at any moment leaves the live generation as it was; the next build is green and tidy.
source "$(dirname "$0")/lib.sh" "$@"

for i in $(seq 1 60); do story "src/$i.txt" "alpha number$i of a longer story about care"; done
expect 0 findings-index build --index ix src
killed=0
for round in $(seq 1 25); do
    before=$(live ix)
    findings-index build --index ix src >/dev/null 2>&1 &
    victim=$!
    # From at once to about as long as a build takes.
    sleep "0.0$((RANDOM % 10))"
    if kill -9 $victim 2>/dev/null; then killed=$((killed + 1)); fi
    wait $victim 2>/dev/null
    [ "$(hits ix alpha)" = 60 ] || fail "round $round: the live index lost stories"
    [ -d "ix/generations/$(live ix)" ] || fail "round $round: current names nothing"
    findings-index verify --index ix >/dev/null || fail "round $round: not sound"
done
[ "$killed" -ge 10 ] || fail "only $killed builds were killed"
# A worker that the killed build had just forked holds the lock until it has started: wait as a nightly run would.
expect 0 findings-index build --index ix --wait 10 src
[ ! -e ix/building ] || fail "leftovers in building/"
pgrep -f "$work" >/dev/null && fail "a worker outlived its build"
exit 0

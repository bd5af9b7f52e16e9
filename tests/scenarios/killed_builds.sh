#!/usr/bin/env bash
# A build killed at any moment leaves readers the old generation, wholly; the next build is green and tidy.
source "$(dirname "$0")/lib.sh" "$@"

stories src 1 40 "alpha generation0 of a longer story about care"
expect 0 findings-index build --index ix src
expect 0 findings-index build --index ix src

# At every failpoint. `--keep 2` makes each build delete something.
fired=0
read -ra points <<<"$(failpoints)"
for point in "${points[@]}"; do
    before=$(live ix)
    generations=$(ls ix/generations)
    # Only a build without changes copies, and only one with changes does the rest.
    [ "$point" = copied ] || tick src
    # In braces, so that the shell's own "Killed" goes nowhere.
    { FINDINGS_FAULT=$point findings-index build --index ix --keep 2 src >out 2>err; } 2>/dev/null
    status=$?
    [ $status = 137 ] || { cat out err; fail "$point: exit $status, the build never came there"; }
    fired=$((fired + 1))
    case $point in
        live | remembered | searched | told | pruning | pruned | forgotten) [ "$(live ix)" != "$before" ] || fail "$point: comes before publication" ;;
        *) [ "$(live ix)" = "$before" ] || fail "$point: the live generation is another one" ;;
    esac
    [ "$(hits ix alpha)" = 40 ] || fail "$point: the live index lost stories"
    # `locked` comes before the run's record.
    [ "$point" = locked ] || findings-index status --index ix | grep -q 'last run .*ended without a word' || fail "$point: status says nothing of the killed run"
    # Removing what the killed run left must not take what it made live, also when nothing follows.
    after=$(live ix)
    expect 66 findings-index build --index ix --wait 10 nowhere
    [ "$(live ix)" = "$after" ] && [ -d "ix/generations/$after" ] && [ "$(hits ix alpha)" = 40 ] || fail "$point: a build that failed after it took the live generation"
    # What was never live is not offered: a rollback to it would be a surprise.
    expect 0 findings-index build --index ix --keep 2 --wait 10 src
    [ ! -e ix/building ] && [ ! -e ix/current.new ] || fail "$point: leftovers: $(ls ix)"
    [ "$(ls ix/generations | wc -l)" = 2 ] || fail "$point: not two generations: $(ls ix/generations)"
    for generation in $(ls ix/generations); do
        [ "$generation" = "$(live ix)" ] || grep -qx "$generation" <<<"$generations"$'\n'"$(live ix)" || [ "$(live ix)" != "$before" ] ||
            fail "$point: $generation was never live"
    done
done
[ "$fired" -ge 10 ] || fail "only $fired failpoints fired"

# At random moments, from at once to about as long as a build takes, four readers looking on.
start_readers ix 40 alpha
tick src
took_us=$(time_us findings-index build --index ix src)
killed=0
for round in $(seq 1 "${times:-25}"); do
    ((round % 4 == 0)) || tick src
    timeout -s KILL "$(part_of "$took_us")" findings-index build --index ix src >/dev/null 2>&1
    # 124 or 137: timeout itself is killed with its command.
    [ $? -lt 124 ] || killed=$((killed + 1))
    [ -d "ix/generations/$(live ix)" ] || fail "round $round: current names nothing"
done
stop_readers
[ "$killed" -ge $((${times:-25} / 4)) ] || fail "only $killed builds were killed"
expect 0 findings-index verify --index ix
expect 0 findings-index build --index ix --wait 10 src
[ ! -e ix/building ] || fail "leftovers in building/"
pgrep -f "$work" >/dev/null && fail "a worker outlived its build"
echo "killed at $fired failpoints and at $killed random moments; $answers answers, each whole"

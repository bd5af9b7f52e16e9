#!/usr/bin/env bash
# After every failed build the live generation is what it was before.
source "$(dirname "$0")/lib.sh" "$@"

for i in 1 2 3 4 5 6 7 8 9 10; do story "src/$i.txt" "alpha number$i"; done
expect 0 findings-index build --index ix src
before=$(live ix)
unchanged() { [ "$(live ix)" = "$before" ] && [ "$(hits ix alpha)" = 10 ] || fail "the live index changed: $1"; }

expect 66 findings-index build --index ix nowhere; unchanged "missing source"
[ ! -e ix/building ] || fail "a failed build left its leftovers"
mkdir empty; expect 66 findings-index build --index ix empty; unchanged "empty source"
expect 2 findings-index build --index ix --nonsense src; unchanged "unknown option"
mkdir half; cp src/[1-5].txt half; expect 65 findings-index build --index ix half; unchanged "half of the stories lost"
grep -q 'max-loss' err || fail "the message does not name the option: $(cat err)"
mkdir bad; cp src/* bad; for i in 1 2 3 4; do : >"bad/empty$i.txt"; done
expect 65 findings-index build --index ix bad; unchanged "too many failures"
grep -q 'empty1.txt: empty' err || fail "the message does not name the files: $(cat err)"
flock ix/lock -c 'findings-index build --index ix src; echo $? >status' 2>/dev/null
[ "$(cat status)" = 75 ] || fail "a held lock gave $(cat status)"; unchanged "locked"

# A build that waits for its input holds the lock: the other one names it.
mkfifo pipe
findings-index build --index ix - <pipe >/dev/null 2>&1 &
holder=$!
exec 9>pipe
for _ in $(seq 1 200); do grep -q "pid $holder," ix/lock && break; sleep 0.05; done
expect 75 findings-index build --index ix src
grep -q "pid $holder, since .*findings-index build -" err || fail "the holder is not named: $(cat err)"
kill $holder; exec 9>&-; wait $holder 2>/dev/null; unchanged "two builds at once"

# The same with --force is published.
expect 0 findings-index build --index ix --force half
[ "$(live ix)" != "$before" ] && [ "$(hits ix alpha)" = 5 ] || fail "--force did not publish"

# And the way back.
expect 0 findings-index rollback --index ix; unchanged "rollback"

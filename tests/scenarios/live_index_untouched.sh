#!/usr/bin/env bash
# After every failed build the live generation is what it was before, and the message says what to do.
source "$(dirname "$0")/lib.sh" "$@"

stories src 1 10 alpha
expect 0 findings-index build --index ix src
before=$(live ix)
unchanged() {
    [ "$(live ix)" = "$before" ] && [ "$(hits ix alpha)" = 10 ] || fail "the live index changed: $1"
    [ ! -e ix/building ] || fail "$1: leftovers"
}
says() { grep -qF -- "$1" err || fail "the message lacks '$1': $(cat err)"; }

expect 66 findings-index build --index ix nowhere src elsewhere; unchanged "missing source"
says "SOURCE nowhere is not there; SOURCE elsewhere is not there"
mkdir empty; expect 66 findings-index build --index ix empty; unchanged "empty source"
expect 2 findings-index build --index ix --nonsense src; unchanged "unknown option"
mkdir half; cp src/[1-5].txt half; expect 65 findings-index build --index ix half; unchanged "half of the stories lost"
says --max-loss
mkdir bad; cp src/* bad; for i in 1 2 3 4; do : >"bad/empty$i.txt"; done
expect 65 findings-index build --index ix bad; unchanged "too many failures"
says 'empty1.txt: empty'
for i in $(seq 5 60); do : >"bad/empty$i.txt"; done
expect 65 findings-index build --index ix bad; unchanged "very many failures"
says "and 40 more: ix/reports/last-run.json"

# A SOURCE that was full and is empty: not mounted. Too small beside the others for --max-loss.
stories small 1 6 "beta other words"; stories large 1 60 "gamma words"
expect 0 findings-index build --index two small large
two=$(live two)
mv small/ away; mkdir small
expect 66 findings-index build --index two small large
says "/small holds no article, 6 before"; says --force
for i in 1 2 3 4 5 6; do : >"small/$i.txt"; done
expect 66 findings-index build --index two --max-failures 100 small large
[ "$(live two)" = "$two" ] || fail "an emptied source was published"
expect 1 findings-index build --index two --force small large
# A source that vanishes while it is read.
stop_at cache findings-index build --index ix src; mv src hidden; go_on 66; mv hidden src; unchanged "the source vanished"
stop_at cache findings-index build --index ix src; mkdir moved; mv src/[1-5].txt moved; go_on 65; mv moved/* src; unchanged "half of the source vanished"

# Facets that the stories had and lose: the form of the pages changed, or a rule broke.
graded() { local i; rm -rf graded; mkdir graded; for i in $(seq 1 12); do echo "{\"id\":\"$i\",\"text\":\"delta number$i\"$1}" >"graded/$i.json"; done; }
graded ',"provider":"Kent","grade":"good","region":"london"'; expect 0 findings-index build --index three graded
three=$(live three)
graded ',"provider":"Kent","region":"london"'; expect 65 findings-index build --index three graded
says "12 of 12 stories that had a grade (100 %) would have none, more than --max-loss 20"; says --force
[ "$(live three)" = "$three" ] || fail "lost facets were published"
expect 0 findings-index build --index three --force graded

# Locks.
flock ix/lock -c 'findings-index build --index ix src; echo $? >status' 2>/dev/null
[ "$(cat status)" = 75 ] || fail "a held lock gave $(cat status)"; unchanged "locked"
# A build that waits for its input holds the lock: the other one names it.
mkfifo pipe
findings-index build --index ix - <pipe >/dev/null 2>&1 &
holder=$!
exec 9>pipe
# It reads nothing before it holds the lock.
fill_pipe 9
expect 75 findings-index build --index ix src
grep -q "pid $holder, since .*findings-index build -" err || fail "the holder is not named: $(cat err)"
findings-index status --index ix | grep -q 'still running: findings-index build -' || fail "status does not see the running build"
# Ctrl-C ends both the one that waits for its input and the one that waits for the lock, at once and tidily.
findings-index build --index ix --wait 600 src >/dev/null 2>err &
waiting=$!
# It notices signals from its start; when it has opened the lock, waiting for it is what comes next.
until ls -l "/proc/$waiting/fd" 2>/dev/null | grep -q 'ix/lock$'; do :; done
kill $waiting; wait $waiting; [ $? = 130 ] || fail "a build that waits for the lock does not stop"
says "interrupted while waiting for ix/lock"
kill $holder; wait $holder; status=$?; exec 9>&-
[ $status = 130 ] || fail "a build that waits for its input ended with $status"; unchanged "interrupted"
# As do SIGTERM and SIGHUP in the middle of the work.
for signal in INT TERM HUP; do
    for point in cache written described merged synced approved announced; do
        tick src
        stop_at $point findings-index build --index ix src; kill -$signal $stopped
        # Then it is a matter of a few renames, and done.
        [ $point = announced ] && { go_on 0; before=$(live ix); unchanged "late $signal"; continue; }
        go_on 130; unchanged "$signal at $point"
    done
done
findings-index status --index ix >/dev/null || fail "status after an interrupted build"

# A folder that may not be written: searches go on, a build says what is missing. Root may always write.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    chmod 755 "$work"; as_nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
else
    chmod -R a-w ix; as_nobody=()
fi
expect 0 "${as_nobody[@]}" findings-search --index ix alpha
expect 0 "${as_nobody[@]}" findings-index verify --index ix
expect 0 "${as_nobody[@]}" findings-index status --index ix
expect 73 "${as_nobody[@]}" findings-index build --index ix src
says "give this user the right to write there"
chmod -R u+w ix; unchanged "read-only"

# The same with --force is published.
expect 0 findings-index build --index ix --force half
[ "$(live ix)" != "$before" ] && [ "$(hits ix alpha)" = 5 ] || fail "--force did not publish"
# And the way back.
expect 0 findings-index rollback --index ix; unchanged "rollback"

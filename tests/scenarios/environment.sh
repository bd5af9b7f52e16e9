#!/usr/bin/env bash
# What a machine may refuse or hold in store: no HOME, no memory, no threads, no open files, standard streams full or closed,
# pipes where files are meant, signals at any wait, another user's index. A message and a status, never an abort or a hang.
source "$(dirname "$0")/lib.sh" "$@"

stories src 1 6 "alpha of a longer story about care"
said() { grep -qF -- "$1" err || fail "the message lacks '$1': $(cat err)"; }

# No HOME: nothing is made in the current folder, by no program.
mkdir here
for set in "" "HOME=" "HOME=rel" "XDG_DATA_HOME=rel"; do
    # shellcheck disable=SC2086  # none or one assignment
    (cd here && env -i $set "$bin/findings-index" build ../src) >out 2>err
    [ $? = 2 ] || { cat out err; fail "no HOME ($set): exit $?"; }
    said "HOME is not set"
    # shellcheck disable=SC2086
    (cd here && env -i $set "$bin/findings-search" alpha) >out 2>err
    [ $? = 2 ] || { cat out err; fail "search without HOME ($set): exit $?"; }
    said "--index DIR"
    [ -z "$(ls -A here)" ] || fail "no HOME ($set): $(ls -A here) was made here"
done
expect 0 env -i "$bin/findings-index" --help
expect 0 env -i "$bin/findings-search" --help
(cd here && env -i HOME="$work/home" XDG_DATA_HOME=rel "$bin/findings-index" build ../src) >out 2>err || { cat err; fail "a relative XDG_DATA_HOME"; }
[ -e home/.local/share/findings/current ] && [ -z "$(ls -A here)" ] || fail "a relative XDG_DATA_HOME was not ignored"
# ~ in the configuration, with a mark that Windows writes.
printf '\357\273\277index = ~/tilde\r\n' >home/f.conf
expect 0 env HOME="$work/home" findings-index build --config home/f.conf src
[ -e home/tilde/current ] && [ ! -e '~' ] || fail "~ was not the home folder"
expect 0 env HOME="$work/home" findings-search --config home/f.conf alpha
expect 0 env HOME="$work/home" findings-search --index=~/tilde alpha
expect 78 env -i PATH="$PATH" findings-index build --config home/f.conf src

expect 0 findings-index build --index ix src
unchanged() { [ "$(live ix)" = "$before" ] && [ "$(hits ix alpha)" = 6 ] || fail "$1: the live index changed"; }
before=$(live ix)

# Too little memory, at every amount between none and enough: a status of the contract, and never an abort.
refused=0
for kilobytes in 60000 80000 90000 100000 110000 120000 130000 150000 170000 190000 210000 240000; do
    (ulimit -v $kilobytes; exec findings-index build --index poor --full src) >out 2>err
    status=$?
    case $status in
        0) ;;
        1) grep -q 'ulimit -v' out || { cat out; fail "$kilobytes kB: files rejected for another reason"; } ;;
        70 | 74 | 65) refused=$((refused + 1)); [ -s err ] || fail "$kilobytes kB: no message" ;;
        127) grep -q 'shared' err || fail "$kilobytes kB: $(cat err)" ;; # the programs do not even load
        *) cat out err; fail "$kilobytes kB: exit $status" ;;
    esac
    (ulimit -v $kilobytes; exec findings-search --index ix alpha) >out 2>err
    status=$?
    [ $status -lt 128 ] || fail "search with $kilobytes kB: exit $status"
done
[ $refused -ge 3 ] || fail "only $refused builds had too little memory"
# Too few open files.
for files in 4 5 6 7 8 10 12 16 24; do
    (ulimit -n $files; exec findings-index build --index ix --full src) >out 2>err
    status=$?
    [ $status -lt 128 ] || fail "$files open files: exit $status"
    if [ $status -gt 1 ]; then [ -s err ] || fail "$files open files: no message"; unchanged "$files open files"; fi
    before=$(live ix)
done
# No more processes: root has as many as it likes, so another user.
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null && chmod 755 "$work" && setpriv --reuid 65534 --regid 65534 --clear-groups "$bin/findings-search" --version >/dev/null 2>&1; then
    mkdir poorer; chown 65534:65534 poorer
    for processes in 1 2 3; do
        (ulimit -u $processes; exec setpriv --reuid 65534 --regid 65534 --clear-groups env HOME="$work/poorer" "$bin/findings-index" build --index poorer/ix src) >out 2>err
        status=$?
        case $status in 0 | 70 | 74) ;; *) cat out err; fail "$processes processes: exit $status" ;; esac
    done
fi

# Standard output full or closed: the status says what happened to the index.
before=$(live ix); tick src
if [ -w /dev/full ]; then
    findings-index build --index ix src >/dev/full 2>err; [ $? = 0 ] || fail "a full output: exit $?"
    said "the generation is live, but"
    [ "$(live ix)" != "$before" ] || fail "a full output: nothing was published"
    newest=$(live ix)
    findings-index rollback --index ix >/dev/full 2>err; [ $? = 0 ] || fail "rollback to a full output: exit $?"
    [ "$(live ix)" != "$newest" ] || fail "a full output: nothing was rolled back"
    findings-index prune --index ix --keep 1 --format json >/dev/full 2>err; [ $? = 0 ] || fail "prune to a full output: exit $?"
    findings-index list --index ix >/dev/full 2>err; [ $? = 74 ] || fail "list to a full output: exit $?"
    tick src; findings-index build --index ix src >/dev/full 2>/dev/full; [ $? = 0 ] || fail "both outputs full: exit $?"
fi
before=$(live ix); tick src
findings-index build --index ix src >&- 2>&- <&-; [ $? = 0 ] || fail "closed streams: exit $?"
[ "$(live ix)" != "$before" ] || fail "closed streams: nothing was published"
expect 0 findings-index verify --index ix
findings-search --index ix alpha >&- 2>err; [ $? = 74 ] || fail "a search with its output closed: exit $?"
tick src; findings-index build --index ix src | true; [ "${PIPESTATUS[0]}" = 0 ] || fail "a reader that went away: ${PIPESTATUS[0]}"
findings-index rollback --index ix | true; [ "${PIPESTATUS[0]}" = 0 ] || fail "rollback to a reader that went away"

# Pipes where files are meant.
mkfifo src/pipe.txt src/pipe c.csv s.conf
expect 0 timeout 60 findings-index build --index ix src
grep -q 'other types, not read: 2 named pipe' out || fail "pipes are not mentioned: $(cat out)"
expect 66 timeout 60 findings-index build --index ix src/pipe.txt
said "src/pipe.txt is a named pipe"
expect 78 timeout 60 findings-index build --index ix --corrections c.csv src
said "it is not a regular file"
expect 78 timeout 60 findings-index build --index ix --providers c.csv src
expect 78 timeout 60 findings-index build --index ix --searches s.conf src
mv c.csv ix/corrections.csv
expect 78 timeout 60 findings-index build --index ix src
rm ix/corrections.csv
mv s.conf ix/searches.conf
tick src; expect 0 timeout 60 findings-index build --index ix src
grep -q 'cannot read the saved searches' out || fail "a pipe of saved searches is not mentioned: $(cat out)"
rm ix/searches.conf

# A signal ends a wait for a reader that hangs, for the lock, for standard input.
printf '#!/bin/sh\nexec cat >/dev/null\n' >hanging; chmod +x hanging
before=$(live ix); tick src
for signal in INT TERM HUP; do
    FINDINGS_READER=$work/hanging findings-index build --index ix src >out 2>err &
    waiting=$!
    until pgrep -P $waiting >/dev/null; do kill -0 $waiting || fail "the build ended: $(cat err)"; done
    kill -$signal $waiting; wait $waiting; [ $? = 130 ] || fail "SIG$signal while a reader hangs: exit $?"
    unchanged "SIG$signal"
    pgrep -f "$work/hanging" >/dev/null && fail "SIG$signal: the reader is left"
done

# Also the wait for a saved search that hangs: the generation is live by then, and the next night tells what is missing.
mkdir bin2; cp "$bin"/findings-index "$bin"/findings-read bin2/; printf '#!/bin/sh\nexec tail -f /dev/null\n' >bin2/findings-search; chmod +x bin2/findings-search
printf '[care]\nquery = alpha\n' >ix/searches.conf
expect 0 findings-index build --index ix src
before=$(live ix); tick src
bin2/findings-index build --index ix src >out 2>err &
waiting=$!
until pgrep -P $waiting -x tail >/dev/null; do kill -0 $waiting || fail "the build ended: $(cat err)"; done
kill -TERM $waiting; wait $waiting; [ $? = 0 ] || fail "SIGTERM while a search hangs: exit $?"
[ "$(live ix)" != "$before" ] || fail "SIGTERM while a search hangs: the published generation is not live"
grep -q 'warning: interrupted' out || fail "SIGTERM while a search hangs: $(cat out)"
expect 0 findings-index build --index ix src
rm ix/searches.conf

# An index of another user's, built by root.
if [ "$(id -u)" = 0 ]; then
    expect 0 findings-index build --index theirs src
    grep -q 'belongs to' out && fail "root was warned of its own index"
    chown -R 65534 theirs; tick src
    expect 0 findings-index build --index theirs src
    grep -q "warning: theirs belongs to .*, and this run is root's" out || fail "root was not warned: $(cat out)"
    grep -q "belongs to" theirs/reports/"$(live theirs)".json || fail "the report does not tell"
    chown -R 65534 theirs; tick src
    chmod 755 "$work" && setpriv --reuid 65534 --regid 65534 --clear-groups env HOME="$work/home" "$bin/findings-index" build --index theirs src >out 2>err
    grep -q 'belongs to' out && fail "the owner was warned of its own index"
fi
exit 0

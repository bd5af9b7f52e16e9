#!/usr/bin/env bash
# What a power cut may take is never what `current` names: files, then their folder are on the disk before the rename that
# makes them live, and the rename is before anything is deleted.
source "$(dirname "$0")/lib.sh" "$@"

shim=$bin/librecord-calls.so
[ -e "$shim" ] || { echo "no $shim"; exit 77; }
ix=$(readlink -f .)/ix
stories src 1 5 alpha
expect 0 findings-index build --index "$ix" src
old=$(live ix)

# check: the log of a run that made another generation live and deleted the old one
check() {
    local new; new=$(live ix)
    [ "$new" != "$old" ] && [ ! -e "ix/generations/$old" ] || fail "$1: not the run that was meant"
    # at CALL PATH: the line of its first, or of its last with a third word
    at() { grep -nxF -- "$1 $2" calls | if [ "${3:-}" ]; then tail -n 1; else head -n 1; fi | cut -d: -f1; }
    local file last_file folder moved root_of_generations stub renamed root deleted
    last_file=0
    # Its own folder last, the folders in it like files.
    for file in $(cd ix/generations/"$new" && find . -mindepth 1 -printf '%P\n'); do
        line=$(at fsync "$ix/building/generation/$file")
        [ "$line" ] || fail "$1: $file was never flushed"
        [ "$line" -gt "$last_file" ] && last_file=$line
    done
    folder=$(at fsync "$ix/building/generation" last)
    moved=$(at rename "$ix/generations/$new")
    root_of_generations=$(at fsync "$ix/generations")
    stub=$(at fsync "$ix/current.new")
    renamed=$(at rename "$ix/current")
    # The very next call: SQLite flushes the root too when it makes its journal, but later and not always.
    root=$((renamed + 1))
    [ "$(sed -n "${root}p" calls)" = "fsync $ix" ] || { cat -n calls; fail "$1: the root was not flushed right after the rename"; }
    deleted=$(grep -n "^unlink $ix/generations/$old" calls | head -n 1 | cut -d: -f1)
    before=0
    for step in last_file folder moved root_of_generations stub renamed root deleted; do
        [ "${!step}" ] || { cat calls; fail "$1: $step never came"; }
        [ "${!step}" -gt "$before" ] || { cat -n calls; fail "$1: $step at ${!step}, too early"; }
        before=${!step}
    done
    old=$new
}

for night in built copied; do
    # A night without changes copies the live generation: the same holds of a copy.
    [ "$night" = copied ] || tick src
    : >calls
    expect 0 env LD_PRELOAD="$shim" RECORD_CALLS="$PWD/calls" findings-index build --index "$ix" --keep 1 src
    check "$night"
done
# A rollback flushes the root too before it says that it is done.
tick src; expect 0 findings-index build --index "$ix" src
: >calls
expect 0 env LD_PRELOAD="$shim" RECORD_CALLS="$PWD/calls" findings-index rollback --index "$ix"
[ "$(grep -c . calls)" -ge 3 ] && [ "$(tail -n 1 calls)" = "fsync $ix" ] || { cat calls; fail "a rollback does not end with the root"; }
grep -nxF "rename $ix/current" calls >/dev/null || fail "a rollback without a rename"
# The last run's file: whole or not at all.
file=reports/last-run.json
: >calls
tick src; expect 0 env LD_PRELOAD="$shim" RECORD_CALLS="$PWD/calls" findings-index build --index "$ix" src
flushed=$(grep -nxF "fsync $ix/$file.new" calls | head -n 1 | cut -d: -f1)
renamed=$(grep -nxF "rename $ix/$file" calls | head -n 1 | cut -d: -f1)
[ "$flushed" ] && [ "$renamed" ] && [ "$flushed" -lt "$renamed" ] || { cat calls; fail "$file: renamed before it was flushed"; }
exit 0

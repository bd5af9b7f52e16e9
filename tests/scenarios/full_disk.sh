#!/usr/bin/env bash
# A disk that fills up at any step of a build: status 74, readers keep the old generation, the cache is intact, and the
# next build is green. On a small disk of its own where mounting is allowed, else by the failpoints' own `fail`.
source "$(dirname "$0")/lib.sh" "$@"

stories src 1 40 "alpha of a longer story about care"
mkdir disk
if mount -t tmpfs -o size=4m none disk 2>/dev/null; then real=yes; else real=no; echo "no right to mount: faults instead of a disk"; fi
expect 0 findings-index build --index disk/ix src
expect 0 findings-index build --index disk/ix --keep 2 src

# Fills the disk to the last byte while the build stands still.
fill() { dd if=/dev/zero of=disk/ballast bs=64k 2>/dev/null; dd if=/dev/zero of=disk/ballast2 bs=1 count=65536 2>/dev/null; }
filled=0
for point in $(failpoints); do
    # These come after the last word is written.
    case $point in live | remembered | searched | told | pruning | pruned | forgotten) wanted=0 ;; *) wanted=74 ;; esac
    before=$(live disk/ix)
    [ "$point" = copied ] || tick src
    if [ $real = yes ]; then
        stop_at "$point" findings-index build --index disk/ix --keep 2 src
        fill
        resume; status=$?
        rm -f disk/ballast disk/ballast2
        # From the stub on a few bytes are all a build still needs, and a block may have them.
        case $point in copied | verified | approved | announced | moved | reported | stub) [ $status = 0 ] && wanted=0 ;; esac
    else
        FINDINGS_FAULT=$point:fail findings-index build --index disk/ix --keep 2 src >out 2>err; status=$?
    fi
    [ $status = $wanted ] || { cat out err; fail "full at $point: exit $status, expected $wanted"; }
    if [ $wanted = 74 ]; then
        filled=$((filled + 1))
        grep -qE 'No space left|disk is full|free' err || { cat err; fail "full at $point: the message does not say so"; }
        grep -q 'free .*space' err || { cat err; fail "full at $point: the message has no way out"; }
        [ "$(live disk/ix)" = "$before" ] || fail "full at $point: the live generation is another one"
    fi
    [ ! -e disk/ix/building ] || fail "full at $point: leftovers stay on the full disk: $(ls disk/ix/building)"
    [ "$(hits disk/ix alpha)" = 40 ] || fail "full at $point: the live index lost stories"
    # What was read stays read.
    expect 0 findings-index build --index disk/ix --keep 2 --format json src
    grep -q '"files_from_cache": 4[01]' out || fail "full at $point: the cache was lost: $(grep files_ out)"
    [ "$(ls disk/ix/generations | wc -l)" = 2 ] || fail "full at $point: not two generations"
done
[ "$filled" -ge 10 ] || fail "only $filled steps saw a full disk"

# Known beforehand when the last build tells how much it takes: refused before anything is read.
if [ $real = yes ]; then
    fill; rm disk/ballast2
    expect 74 findings-index build --index disk/ix src
    grep -q 'free, this build needs about' err || fail "no word of the sizes: $(cat err)"
    grep -q 'prune --keep 1' err || fail "no way out: $(cat err)"
    rm -f disk/ballast
fi
# A limit on the size of files is such a disk too, not a signal's death.
before=$(live disk/ix)
(ulimit -f 8; exec findings-index build --index disk/ix --force src >out 2>err)
[ $? = 74 ] || { cat out err; fail "a limit on file sizes"; }
[ "$(live disk/ix)" = "$before" ] && [ ! -e disk/ix/building ] || fail "a limit on file sizes left something"
expect 0 findings-index verify --index disk/ix
echo "full at $filled steps (a real disk: $real)"

#!/usr/bin/env bash
# Readers looping while generations are published never fail, and every answer is wholly of one generation.
source "$(dirname "$0")/lib.sh" "$@"

write_generation() { rm -rf src; stories src 1 5 "stamp generation$1"; }
write_generation 0
expect 0 findings-index build --index ix src
start_readers ix 5 stamp
for g in $(seq 1 "${times:-20}"); do
    write_generation "$g"
    expect 0 findings-index build --index ix --force --keep 1 src
done
stop_readers
[ "$(ls ix/generations | wc -l)" = 1 ] || fail "--keep 1 kept more"

# One that has the index open goes on when its generation is replaced and deleted.
mkfifo questions
findings-search --index ix --batch - --format trec <questions >answers 2>err &
exec 9>questions
printf '1\tstamp\n' >&9
reader=$!
# It reads no line before it has opened the index.
fill_pipe 9
open=$(live ix)
expect 0 findings-index build --index ix --keep 1 src
[ ! -e "ix/generations/$open" ] || fail "the reader's generation is still there"
printf '2\tstamp\n' >&9
exec 9>&-
wait $reader || fail "the reader failed: $(cat err)"
[ "$(grep -c '^2 ' answers)" = 5 ] || fail "a deleted generation no longer answers: $(cat answers)"

#!/usr/bin/env bash
# The morning digest over several nights: what is news, what is archive, what we changed ourselves, what is lost.
source "$(dirname "$0")/lib.sh" "$@"

# report FILE PROVIDER GRADE INSPECTED [WORDS]
report() {
    mkdir -p "$(dirname "$1")"
    printf -- '---\nid: %s\nprovider: %s\ngrade: %s\ninspected: %s\nregulator: Ofsted\n---\nReport on %s\n\nThe inspection ended on %s. %s\n' \
        "$(basename "$1" .txt)" "$2" "$3" "$4" "$2" "$4" "${5:-Nothing else.}" >"$1"
}
night() { expect "${1:-0}" findings-index build --index ix "${@:2}" src; live ix >now; }
digest() { cat "ix/reports/$(cat now).digest.txt"; }
json() { cat "ix/reports/$(cat now).digest.json"; }
has() { digest | grep -qF -- "$1" || { digest; fail "the digest lacks: $1"; }; }
lacks() { if digest | grep -qF -- "$1"; then digest; fail "the digest has: $1"; fi; }

report src/kent-2022.txt Kent good 2022-03-01
report src/slough-2023.txt Slough inadequate 2023-05-01
report src/hull-2023.txt Hull good 2023-06-01
night
[ "$(digest | wc -l)" = 1 ] || fail "the first night is not one line"
has "first generation"

night
has "nothing new since"
[ "$(digest | wc -l)" = 1 ] || fail "a quiet night is not one line"

report src/kent-2024.txt Kent inadequate 2024-05-10
report src/hull-2018.txt Hull inadequate 2018-01-10
night
has "New grades (1)"
has "Kent: Inadequate, before Good (computed): a fall, inspected 2024-05-10"
has "Archive added: older inspections, new here (1)"
lacks "Slough"
expect 0 findings-index diff --index ix
digest | cmp -s - out || fail "diff prints another digest than was told"
expect 0 findings-index diff --index ix --format json
json | cmp -s - out || fail "diff --format json prints another digest than was told"

# Our value changes, the text does not: no news of Hull, whose inspection is as old as before.
sed -i 's/^grade: good/grade: inadequate/' src/hull-2023.txt
night
lacks "New grades"
has "Our values changed, the text did not (1)"
has "grade: good -> inadequate"

# A text that changes, a story that goes, a file that can no longer be read.
report src/slough-2023.txt Slough inadequate 2023-05-01 "A paragraph was added after complaints."
rm src/hull-2018.txt
: >src/kent-2022.txt
night 1 --force
has "Stories changed (1)"
has "Stories gone (1)"
has "Fell out of the collection: the file is there, the story is not (1)"
has "Rejected files (1)"
lacks "New grades"
expect 0 findings-index failures --index ix
grep -q "kent-2022.txt: empty: .*(since 20" out || fail "failures do not say since when"

# After a rollback nothing is told twice: the digest compares with what was told last.
report src/leeds-2024.txt Leeds good 2024-06-01
night 1 --force
has "New grades (1)"
has "Leeds"
expect 0 findings-index rollback --index ix
night 1 --force
has "nothing new since"

# --full, a lost cache: no news either.
night 1 --full --force
has "nothing new since"
rm ix/cache.sqlite
night 1 --force
has "nothing new since"

# A lost or damaged state costs first-seen dates, not the digest.
rm ix/state.sqlite
report src/york-2024.txt York inadequate 2024-06-02
night 1 --force
grep -q "warning: .*state.sqlite was not there" out || fail "a lost state is not mentioned"
has "New grades (1)"
echo "no database" >ix/state.sqlite
night 1 --force
grep -q "warning: .*state.sqlite was damaged and is kept as" out || fail "a damaged state is not mentioned"
[ "$(cat ix/state.sqlite.damaged-* | head -n 1)" = "no database" ] || fail "the damaged state is not kept"

# Digests go with their generations.
expect 0 findings-index prune --index ix --keep 1
[ "$(ls ix/reports/*.digest.json | wc -l)" = 1 ] || fail "digests of deleted generations are left"
exit 0

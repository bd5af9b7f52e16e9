#!/usr/bin/env bash
# Saved searches tell each new story once: silent at first, over rollbacks, full builds, lost caches and mistakes.
source "$(dirname "$0")/lib.sh" "$@"

night() { expect 0 findings-index build --index ix --verbose src; live ix >now; }
digest() { cat "ix/reports/$(cat now).digest.txt"; }
# told NUMBER: the hits in the newest digest
told() {
    local number
    number=$(sed -n 's/^Saved searches: new hits (\([0-9]*\))$/\1/p' "ix/reports/$(cat now).digest.txt")
    [ "${number:-0}" = "$1" ] || { digest; fail "line ${BASH_LINENO[0]}: ${number:-0} hits told, expected $1"; }
}

mkdir ix
printf '[care]\nquery = missing from care\n' >ix/searches.conf
story src/a.txt "Children were missing from care last year."
night; told 0   # the first run is silent
night; told 0

story src/b.txt "Other children went missing from care in spring. They were found."
story src/c.txt "Nothing of the kind."
night; told 1
digest | grep -q "\[care\] Story of src/b.txt" || fail "the hit is not named"
digest | grep -q "Other children went missing from care in spring" || fail "the hit has no sentence"
night; told 0

# A changed story is told again; one that is only re-saved is not.
story src/a.txt "Children were missing from care last year, nobody knew where."
night; told 1
touch src/a.txt
night; told 0

# Rollback and publication again: told once, and what came meanwhile is not missed.
story src/d.txt "He was missing from care."
night; told 1
expect 0 findings-index rollback --index ix
story src/e.txt "She was missing from care."
night; told 1
digest | grep -q "src/e.txt" || fail "the wrong story was told after a rollback"

# --full and a lost cache make nothing new.
expect 0 findings-index build --index ix --full src; live ix >now; told 0
rm ix/cache.sqlite
night; told 0

# Another text is another search, and silent at first; a second search does not disturb the first.
printf '[care]\nquery = missing from care\n\n[places]\nfilter = kind:news\nquery = spring\n' >ix/searches.conf
night; told 0
printf '[care]\nquery = missing\n' >ix/searches.conf
night; told 0
story src/f.txt "Missing again."
night; told 1

# A search with an error is said with its place and the nearest name, and kept; the others run.
printf '[wrong]\nquery = regoin:kent\n[filter]\nfilter = grad:good\n[care]\nquery = missing\n' >ix/searches.conf
story src/g.txt "Still missing."
night; told 1
digest | grep -q "Saved searches that could not be run (2)" || { digest; fail "the errors are not told"; }
digest | grep -q "region" || { digest; fail "the nearest name is missing"; }
grep -q "warning: saved search \[wrong\]" out || fail "the run does not warn"

# A run killed before its digest loses nothing: here a state that is one publication behind.
cp ix/state.sqlite behind.sqlite
story src/h.txt "Missing for a week."
night; told 1
mv behind.sqlite ix/state.sqlite
rm "ix/reports/$(cat now)".digest.*
night; told 1

# A lost state: silent, then as ever.
rm ix/state.sqlite
story src/i.txt "Missing since Monday."
night; told 0
story src/j.txt "Missing since Tuesday."
night; told 1
expect 78 findings-index build --index ix --searches nowhere.conf src
grep -q "nowhere.conf are not there" err || fail "a searches file that is not there is not named"
exit 0

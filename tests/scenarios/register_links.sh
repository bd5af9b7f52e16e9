#!/usr/bin/env bash
# A register of --providers says whom articles mean: a name is linked where name, kind and place agree, never to one of two, and
# never where the register keeps the name back. The body is then found by its number and by its owner.
. "$(dirname "$0")/lib.sh"

mkdir -p lists stories
cat >lists/agencies-2025-03-31.csv <<'CSV'
URN,Provision type,Name,Local authority,Sector,Organisation which owns the provider,Event type
1900001,Independent Fostering Agency,Lantern Fostering,Kent,Private,Lantern Group Limited,
1900002,Independent Fostering Agency,Harbour Fostering,Medway,Private,Harbour Ltd,
1900003,Independent Fostering Agency,Harbour Fostering,Wigan,Private,Harbour North Ltd,
SC900006,Children's home,REDACTED,Kent,Private,Fernbank Care Limited,
CSV
printf 'provider,alias\nNobody Known,\n' >lists/own.csv
mkdir -p index
printf 'group,pattern\nLantern,Lantern Group\n' >index/groups.csv
cat >stories/lantern.txt <<'TXT'
Lantern Fostering rated inadequate by Ofsted

Ofsted inspectors have rated the independent fostering agency Lantern Fostering in Kent inadequate after an inspection in March 2024.
TXT
cat >stories/harbour.txt <<'TXT'
Harbour Fostering rated good by Ofsted

Ofsted inspectors have rated the independent fostering agency Harbour Fostering good after an inspection in March 2024.
TXT
build() { findings-index build --quiet --index index --providers lists/own.csv --providers lists/agencies-2025-03-31.csv stories >out 2>err || { cat out err; fail "no index"; }; }
build
[ "$(hits index --provider 1900001)" = 1 ] || fail "a linked body is not found by its number"
[ "$(hits index --provider 'Lantern Fostering')" = 1 ] || fail "a linked body is not found by its name"
[ "$(hits index --group lantern)" = 1 ] || fail "the owner of a linked body is not its group"
[ "$(hits index --provider 1900002)$(hits index --provider 1900003)" = 00 ] || fail "a name of two bodies is linked to one"
[ "$(hits index --provider 'Harbour Fostering')" = 1 ] || fail "the story of a name of two bodies is lost"
findings-search --index index --provider 1900001 --format json 2>/dev/null | grep -q '"rule":"register"' ||
    findings-search --index index --show "$(findings-search --index index --provider 1900001 --format jsonl 2>/dev/null | sed -n 's/.*"id":"\([0-9a-f]*\)".*/\1/p')" --format json | grep -q '"rule":"register"' ||
    fail "what the register says is not declared by it"

# The register is part of what a generation is made of: a changed one, or its mapping, is read again.
sed -i 's/1900001,/1900009,/' lists/agencies-2025-03-31.csv
build
[ "$(hits index --provider 1900009)" = 1 ] || fail "a changed register is not read again"
echo 'as-at = 2025-03-31' >lists/agencies-2025-03-31.csv.map
before=$(live index)
build
findings-index diff --index index >diff 2>/dev/null
[ "$(live index)" != "$before" ] || fail "nothing published"
echo "bodies are found by number, name and owner"

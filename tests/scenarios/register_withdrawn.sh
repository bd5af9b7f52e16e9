#!/usr/bin/env bash
# A kept generation that is written again without a withdrawn article still knows which bodies left the register.
. "$(dirname "$0")/lib.sh"

header='URN,Provision type,Registration status,Name,Local authority,Sector,Event type,Inspection date,Event number,Overall effectiveness'
mkdir -p src
printf '%s\n%s\n%s\n' "$header" "SC900001,Children's home,Active,REDACTED,Kent,Private,Full inspection,05/03/2017,1,Good" \
    "SC900002,Children's home,Active,REDACTED,Kent,Private,Full inspection,06/03/2017,2,Inadequate" >src/homes-2018-03-31.csv
printf '%s\n%s\n' "$header" "SC900001,Children's home,Active,REDACTED,Kent,Private,Full inspection,05/03/2017,1,Good" >src/homes-2019-03-31.csv
printf '{"id":"story-1","title":"Inspectors visit Kent","text":"Inspectors from Ofsted visited Kent council and wrote about it."}\n' >src/stories.jsonl
findings-index build --quiet --index index src >out 2>err || { cat out err; fail "no index"; }
first=$(live index)
now() { findings-search --index index --generation "$first" --kind record --latest --limit 0 --facets none | head -n 1; }
[ "$(now)" = "1 story from 1 provider" ] || fail "a body that left the register is now: $(now)"
expect 0 findings-index withdraw --index index --reason "a court said so" story-1
findings-index build --quiet --index index src >out 2>err || { cat out err; fail "no second index"; }
[ "$(now)" = "1 story from 1 provider" ] || fail "written again, the generation has a body that left the register: $(now)"
echo "a body that left the register stays away"

#!/usr/bin/env bash
# The reading room over HTTP: statuses, headers, hostile requests, limits, publications under load, a graceful end.
client=$(readlink -f "$(dirname "$0")")/reading_room.py
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }

findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"

start_room --index ix --listen 127.0.0.1:0 --host findings.example.org

before=$room
python3 "$client" statuses "${room#http://}" || fail "statuses"
python3 "$client" hostile "${room#http://}" || fail "hostile requests"

# Texts that are markup and formulas, and paths that lead elsewhere.
mkdir evil evil/sub
cat >evil/a.jsonl <<'JSON'
{"id":"evil","title":"=HYPERLINK(\"x\") <script>alert(1)</script><img src=x>","text":"@SUM(A1) A wombat <img src=x onerror=alert(1)> ]]> was seen. Leaders should <svg onload=alert(1)> recruit staff. The home was rated inadequate.","publisher":"+cmd|' /C calc'!A0 <img src=x>","url":"javascript:alert(1)","provider":"-2+3 <img src=x>","group":"=1+1<img src=x>","grade":"inadequate","region":"south-east","published":"2024-03-05"}
JSON
printf 'a secret wombat\n' >secret.txt
ln -s /etc/passwd evil/link.txt
ln -s ../secret.txt evil/sub/secret.txt
findings-index build --quiet --index evilix --force evil >/dev/null 2>&1
first=$server
start_room --index evilix --listen 127.0.0.1:0 --quiet --originals evil --contact desk@example.org
python3 "$client" texts "${room#http://}" evil || fail "hostile texts"
stop_room
server=$first room=$before

# The answers are the command line's own.
for query in 'q=safeguarding&grade=inadequate' 'region=kent' 'q=missing+from+care&sort=newest&limit=3' 'since=2023&latest=1'; do
    python3 - "$room/.json?$query" >got <<'PY' || fail "no JSON for $query"
import json, sys, urllib.request, urllib.error
try: answer = json.load(urllib.request.urlopen(sys.argv[1]))
except urllib.error.HTTPError as error: print(error.code); sys.exit()
answer["elapsed_ms"] = 0
answer.pop("citation", None)
print(json.dumps(answer, sort_keys=True))
PY
    python3 - "$query" >arguments <<'PY'
import sys, urllib.parse
for name, value in urllib.parse.parse_qsl(sys.argv[1]):
    if name != "q": print("--" + name if name == "latest" else "--%s=%s" % (name, value))
for name, value in urllib.parse.parse_qsl(sys.argv[1]):
    if name == "q": print(value)
PY
    mapfile -t arguments <arguments
    findings-search --index ix --format json "${arguments[@]}" >printed 2>/dev/null
    status=$?
    if [ $status = 2 ]; then echo 400 >want; else
        python3 -c 'import json; a = json.load(open("printed")); a["elapsed_ms"] = 0; print(json.dumps(a, sort_keys=True))' >want
    fi
    cmp -s got want || { diff got want | cut -c 1-600; fail "another answer than the command line's: $query"; }
done

# An index that vanishes is 503 with the reason, and is found again.
mv ix/current hidden
python3 "$client" gone "${room#http://}" || fail "503"
mv hidden ix/current

# Twenty generations under load: no error, no answer of two generations.
rm -rf src ix2; stories src 1 5 "stamp generation0"
findings-index build --quiet --index ix2 src >/dev/null 2>&1 || fail "build"
stop_room
cp -r ix2 ix3; rm -rf ix; mv ix3 ix
start_room --index ix --listen 127.0.0.1:0 --quiet
python3 "$client" load "${room#http://}" "$work/stop" >load.out 2>&1 &
load=$!
for generation in $(seq 1 20); do
    rm -rf src; stories src 1 5 "stamp generation$generation"
    expect 0 findings-index build --index ix --force --keep 1 src
done
touch stop
wait $load || { tail -n 20 load.out; fail "an answer under load"; }
cat load.out

# A slow reader and a slow sender are cut off in time; the answers in progress are finished before the end.
python3 "$client" slow "${room#http://}" || fail "slow clients"
stop_room
[ ! -s log ] || fail "--quiet writes an access log"

# An empty root is waited for.
mkdir later
start_room --index later --listen 127.0.0.1:0
grep -q 'no index in' messages || fail "it does not say that there is no index: $(cat messages)"
findings-index build --quiet --index later src >/dev/null 2>&1 || fail "build"
python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1] + "/health")' "$room" || fail "not found once it is there"
stop_room

# What others can reach is said.
start_room --index later --listen 0.0.0.0:0
until grep -q 'source-url' messages; do kill -0 $server 2>/dev/null || fail "$(cat messages)"; sleep 0.02; done
grep -q 'whoever reaches it reads everything' messages || fail "it does not say who can read it: $(cat messages)"
stop_room

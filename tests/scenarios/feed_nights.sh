#!/usr/bin/env bash
# A saved address as a feed tells each new story once, whatever its date, over killed builds and rollbacks. The third argument
# is the number of nights: 365 in `./dev nightly`.
client=$(readlink -f "$(dirname "$0")")/feed_nights.py
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
mkdir src ix
start_room --index ix --listen 127.0.0.1:0 --quiet
python3 "$client" "${room#http://}" "${times:-40}" "${FINDINGS_SEED:-17}" || fail "the feed"
stop_room

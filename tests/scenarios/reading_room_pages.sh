#!/usr/bin/env bash
# The reading room in a real browser: axe-core finds no violation on any kind of page at 320, 768 and 1280 pixels, nothing
# scrolls sideways or is fetched from elsewhere, and the way from the words to the CSV works by keyboard with script off.
# Skipped without Chromium, node and the two modules: `./dev pages` fetches them into build/pages.
script=$(readlink -f "$(dirname "$0")")/reading_room.mjs
modules=$(readlink -f "$(dirname "$0")/../..")/build/pages
. "$(dirname "$0")/lib.sh"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    { echo "skipped: no Chromium; install Debian's package chromium"; exit 77; }
command -v node >/dev/null || { echo "skipped: no node; install Debian's package nodejs"; exit 77; }
[ -d "$modules/node_modules/axe-core" ] || { echo "skipped: no axe-core; run ./dev pages"; exit 77; }

findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
id=$(findings-search --index ix --format jsonl oakhollow | sed -n '1s/.*"id":"\([^"]*\)".*/\1/p')
start_room --index ix --listen 127.0.0.1:0 --contact desk@example.org --source-url https://example.org/source \
    --originals "$CORPORA/sample"
timeout 500 node "$script" "$modules" "$browser" "$room" "$id" || fail "the pages"
stop_room

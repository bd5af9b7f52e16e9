#!/usr/bin/env bash
# The page of --format html in a real browser: no sideways scrolling at 390 and 1200 pixels, text that stands out, no
# script and nothing fetched. Skipped where there is no Chromium (Debian package chromium).
. "$(dirname "$0")/lib.sh"

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    { echo "skipped: no Chromium; install Debian's package chromium"; exit 77; }

findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
export FINDINGS_INDEX=$work/ix

# A page that shows another one in a frame of a given width and writes down what it measures there.
# measure PAGE WIDTH
measure() {
    {
        cat <<'HTML'
<!DOCTYPE html><meta charset="utf-8"><body><script type="text/plain" id="page">
HTML
        cat "$1"
        printf '</script><iframe id="frame" width="%s" height="2000" style="border:0"></iframe>\n' "$2"
        cat <<'HTML'
<script>
const frame = document.getElementById("frame");
// A mixed colour is told as "color(srgb 0.9 0.8 0.7)", in ones; others as "rgb(230, 204, 179)".
function channels(colour) {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    return colour.startsWith("color(srgb") ? parts.map((v, i) => i < 3 ? v * 255 : v) : parts;
}
function luminance(c) {
    const f = c.slice(0, 3).map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2];
}
function paper(element, view) {
    for (let e = element; e; e = e.parentElement) {
        const c = channels(view.getComputedStyle(e).backgroundColor);
        if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
}
frame.onload = () => {
    const doc = frame.contentDocument, view = frame.contentWindow;
    let least = 99, wide = [];
    for (const e of doc.body.querySelectorAll("*")) {
        const text = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (text) {
            const a = luminance(channels(view.getComputedStyle(e).color)), b = luminance(paper(e, view));
            least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
        }
        // What scrolls in a box of its own may be wider than the page.
        if (!e.closest(".wide") && e.getBoundingClientRect().right > view.innerWidth + 1) wide.push(e.outerHTML.slice(0, 80));
    }
    document.body.textContent = "RESULT scroll=" + (doc.documentElement.scrollWidth - view.innerWidth) + " least=" +
        least.toFixed(2) + " wide=" + wide.length + " scripts=" + doc.scripts.length + " stories=" +
        doc.querySelectorAll("ol > li").length + " height=" + doc.documentElement.scrollHeight + " " + wide.join(" ");
};
frame.srcdoc = document.getElementById("page").textContent;
</script>
HTML
    } >frame.html
    timeout 60 "$browser" --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
        --virtual-time-budget=5000 --dump-dom "file://$work/frame.html" 2>/dev/null | grep -o 'RESULT [^<]*'
}

# number NAME RESULT
number() { sed -E "s/.* $1=(-?[0-9.]+).*/\1/" <<<"$2"; }

check_page() {
    local name=$1 result width
    shift
    findings-search --format html "$@" >page.html || fail "$name: no page"
    ! grep -Eq '<script|<link|<img|url\(|@import| on[a-z]+=' page.html || fail "$name: the page runs or fetches something"
    for width in 390 1200; do
        result=$(measure page.html "$width")
        [ -n "$result" ] || fail "$name at $width pixels: the browser measured nothing"
        echo "$name at $width pixels: $result"
        [ "$(number scroll "$result")" -le 0 ] || fail "$name scrolls sideways at $width pixels"
        [ "$(number wide "$result")" = 0 ] || fail "$name at $width pixels: something stands out to the right"
        awk -v least="$(number least "$result")" 'BEGIN { exit !(least >= 4.5) }' || fail "$name: contrast below 4.5"
    done
}

check_page "a search" safeguarding
[ "$(number stories "$(measure page.html 390)")" = 10 ] || fail "not all ten stories are on the page"
check_page "browsing" --facets all
check_page "a heat map" --table theme,grade
check_page "a timeline" --timeline herefordshire

#!/usr/bin/env bash
# `cmake --install` puts programs, manual pages, completions and the nightly units where a system looks for them, and
# the programs run from there.
. "$(dirname "$0")/lib.sh"

cmake --install "$bin/.." --prefix "$work/usr" >out 2>err || { cat out err; fail "cmake --install"; }
share=$work/usr/share
wanted=("$share/bash-completion/completions/findings-search" "$share/zsh/site-functions/_findings-search"
    "$work/usr/lib/systemd/system/findings.service")
if grep -q '^PANDOC:FILEPATH=/' "$bin/../CMakeCache.txt"; then
    wanted+=("$share/man/man1/findings-index.1" "$share/man/man1/findings-search.1" "$share/man/man7/findings-query.7")
else
    echo "pandoc is not there: no manual pages"
fi
for file in "${wanted[@]}"; do [ -s "$file" ] || fail "$file is not installed: $(cat out)"; done
for page in "$share"/man/man?/*; do
    [ ! -e "$page" ] || grep -q '^\.SH NAME' "$page" || fail "$page is no manual page"
done

story src/a.txt "a story about care"
PATH=$work/usr/bin:/usr/bin:/bin
expect 0 findings-index build --index ix src
expect 0 findings-search --index ix care

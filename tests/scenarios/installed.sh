#!/usr/bin/env bash
# `cmake --install` puts programs, manual pages, completions and the nightly units where a system looks for them, and
# the programs run from there.
. "$(dirname "$0")/lib.sh"

cmake --install "$bin/.." --prefix "$work/usr" >out 2>err || { cat out err; fail "cmake --install"; }
share=$work/usr/share
wanted=("$share/bash-completion/completions/findings-serve" "$share/zsh/site-functions/_findings-serve"
    "$share/bash-completion/completions/findings-search" "$share/zsh/site-functions/_findings-search"
    "$work/usr/lib/systemd/system/findings-serve.service" "$work/usr/lib/systemd/system/findings-serve.socket"
    "$work/usr/lib/systemd/system/findings.service" "$work/usr/lib/systemd/system/findings-digest.service")
if grep -q '^PANDOC:FILEPATH=/' "$bin/../CMakeCache.txt"; then
    wanted+=("$share/man/man1/findings-index.1" "$share/man/man1/findings-search.1" "$share/man/man1/findings-serve.1" "$share/man/man7/findings-query.7")
else
    echo "pandoc is not there: no manual pages"
fi
for file in "${wanted[@]}"; do [ -s "$file" ] || fail "$file is not installed: $(cat out)"; done
for page in "$share"/man/man?/*; do
    [ ! -e "$page" ] || grep -q '^\.SH NAME' "$page" || fail "$page is no manual page"
done

# The unit names the programs where this installation put them, whatever prefix the build was configured with.
unit=$work/usr/lib/systemd/system/findings.service
grep -q "^ExecStart=$work/usr/bin/findings-index" "$unit" || fail "$unit: $(grep Exec "$unit")"
grep -qE '@[A-Z_]+@' "$unit" && fail "$unit holds a placeholder"
DESTDIR=$work/staged cmake --install "$bin/.." --prefix /opt/findings >out 2>err || { cat out err; fail "cmake --install with DESTDIR"; }
grep -q 'ExecStart=/opt/findings/bin/findings-index' "$work/staged/opt/findings/lib/systemd/system/findings.service" || fail "DESTDIR is part of the unit's path"
# The mail of the digest, as the unit sends it, by a sendmail of our own.
command=$(sed -n "s/^ExecStart=.bin.sh -c '\(.*\)'$/\1/p" "$work/usr/lib/systemd/system/findings-digest.service" |
    sed "s#/usr/sbin/sendmail#$work/sendmail#; s#%H#machine#")
printf '#!/bin/sh\ncat >"%s/mail"\n' "$work" >sendmail; chmod +x sendmail
story mailsrc/a.txt "a story about care"
expect 0 findings-index build --index mailed mailsrc
FINDINGS_INDEX=$work/mailed FINDINGS_MAIL_TO=desk@example.org sh -c "$command" || fail "the digest's mail: $command"
grep -q '^To: desk@example.org$' mail && grep -q '^Findings, 20.*: 1 story' mail || { cat mail; fail "the mail lacks something"; }

# No program without a manual page lands where people look for programs.
[ "$(ls "$work/usr/bin" | tr '\n' ' ')" = "findings-index findings-search findings-serve " ] || fail "programs: $(ls "$work/usr/bin")"

story src/a.txt "a story about care"
PATH=$work/usr/bin:/usr/bin:/bin
expect 0 findings-index build --index ix src
expect 0 findings-search --index ix care

# A copy elsewhere works too: nothing asks for the place of the installation.
mkdir elsewhere; mv "$work/usr" elsewhere/here
PATH=$work/elsewhere/here/bin:/usr/bin:/bin
story src/b.txt "another story about care"
expect 0 findings-index build --index ix src
expect 0 findings-search --index ix another
mv elsewhere/here/libexec gone
expect 70 findings-index build --index other src
grep -q 'libexec/findings' err || fail "no word where the reader program is looked for: $(cat err)"

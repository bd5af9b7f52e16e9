# Sourced by every scenario: a scratch folder, the programs on the PATH, and assertions that name themselves.
# A scenario is run as: scenario BIN_DIR CORPORA
set -u
bin=$(readlink -f "$1") CORPORA=$(readlink -f "$2")
export PATH="$bin:$PATH" CORPORA LC_ALL=C.UTF-8
work=$(mktemp -d) || exit 70
trap 'kill $(jobs -p) 2>/dev/null; chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config"
unset FINDINGS_INDEX XDG_DATA_HOME
cd "$work" || exit 70

fail() { echo "FAILED: $*"; exit 1; }

# expect STATUS COMMAND...: runs it, output in out and err
expect() {
    local want=$1; shift
    "$@" >out 2>err
    local got=$?
    [ "$got" = "$want" ] || { echo "--- stdout"; head -n 20 out; echo "--- stderr"; head -n 20 err; fail "$*: exit $got, expected $want"; }
}

# hits INDEX ARGS...: the number of stories found
hits() { local index=$1; shift; findings-search --index "$index" --format paths0 "$@" 2>/dev/null | tr -dc '\0' | wc -c; }

live() { sed 's#.*/##' "$1/current"; }

# story FILE WORDS...: a small article
story() { local file=$1; shift; mkdir -p "$(dirname "$file")"; printf '%s\n\n%s\n' "Story of $file" "$*" >"$file"; }

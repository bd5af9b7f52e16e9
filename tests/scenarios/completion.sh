#!/usr/bin/env bash
# Completion offers every option of --help and the values of the live index.
. "$(dirname "$0")/lib.sh"

completions=$CORPORA/../../searcher/completions
findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
export FINDINGS_INDEX=$work/ix
# shellcheck source=/dev/null
. "$completions/findings-search.bash"

# offered WORDS...: what is offered for the last word
offered() {
    COMP_WORDS=(findings-search "$@") COMP_CWORD=$#
    COMPREPLY=()
    _findings_search
    printf '%s\n' "${COMPREPLY[@]}"
}

# offers WANT WORDS...
offers() {
    local want=$1
    shift
    offered "$@" | grep -qxF -- "$want" || fail "completing '$*' does not offer $want but: $(offered "$@" | paste -sd ' ')"
}

for option in $(findings-search --help | grep -oE '^ +(-h, )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
    offers "$option" "${option:0:3}"
done
offers inadequate --grade ina
offers herefordshire --provider here
offers herefordshire --timeline h
offers staffing --not-weakness ''
offers south-east safeguarding --region south
offers declined --change d
offers jsonl --format j
offers theme,grade --table theme,g
offers inadequate --index "$work/ix" --worst ina
offers inadequate --grade = ina
[ -z "$(FINDINGS_INDEX=$work/none offered --grade ina)" ] || fail "values without an index"
[ -z "$(offered safeg)" ] || fail "words of a query are completed"

# zsh: the functions it would call, made to print what they were given.
if command -v zsh >/dev/null; then
    zsh_offers() {
        zsh -fc 'words=("${@:2}") CURRENT=$(($# - 1)); compadd() { print -l -- ${(P)2} }; _values() { print -l -- ${@:4} }
                 source "$1"' zsh "$completions/_findings-search" findings-search "$@"
    }
    zsh_offers --grade '' | grep -qx inadequate || fail "zsh offers no grades"
    zsh_offers -- | grep -qx -- --grade || fail "zsh offers no options"
    zsh_offers --table '' | grep -qx theme || fail "zsh offers no facets"
else
    echo "zsh is not installed: its completion was not tried"
fi

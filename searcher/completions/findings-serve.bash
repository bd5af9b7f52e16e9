# bash completion of findings-serve: options from its own --help.
# SPDX-License-Identifier: AGPL-3.0-or-later

_findings_serve() {
    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $option in
        --index | --originals) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --config) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --host) mapfile -t COMPREPLY < <(compgen -A hostname -- "$word"); return ;;
    esac
    [[ $word == -* ]] || return
    mapfile -t COMPREPLY < <(compgen -W "$(findings-serve --help 2>/dev/null | grep -oE '^ +--[a-z-]+')" -- "$word")
}

complete -F _findings_serve findings-serve

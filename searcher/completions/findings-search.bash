# bash completion of findings-search: options from its own --help, values of facets from the live index.
# SPDX-License-Identifier: AGPL-3.0-or-later

# The words before the cursor that say which index to ask.
_findings_search_index() {
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} != --index ]] || printf '%s\n%s\n' --index "${COMP_WORDS[i + 1]}"
    done
}

_findings_search() {
    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} index=() values=''
    # bash cuts --grade=go at the equals sign.
    if [[ $word == = ]]; then word=''; elif [[ $option == = ]]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi
    COMPREPLY=()
    case $option in
        --index) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --config | --batch) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --match) values='all any' ;;
        --color) values='auto always never' ;;
        --format) values='text json jsonl csv html trec paths0' ;;
        --sort) values='relevance newest oldest grade provider' ;;
        --change) values='improved declined unchanged first' ;;
        --limit) values='all 0 10 100' ;;
        --facets | --table | --list-values)
            values=$(findings-search --list-fields 2>/dev/null | awk '$2 == "facet" { print $1 }')
            # Facets after a comma: what stands before it stays.
            if [[ $word == *,* ]]; then values=$(sed "s/^/${word%,*},/" <<<"$values"); fi ;;
        --was | --worst) option=--grade ;;
        --timeline) option=--provider ;;
    esac
    if [[ -z $values && $option == --* ]]; then
        option=${option#--}
        option=${option#not-}
        mapfile -t index < <(_findings_search_index)
        # Fails for what is no facet, and prints nothing: then there is nothing to offer.
        values=$(findings-search "${index[@]}" --list-values "$option" 2>/dev/null | awk '{ print $2 }')
    fi
    if [[ -z $values && $word == -* ]]; then
        values=$(findings-search --help 2>/dev/null | grep -oE '^ +(-h, )?--[a-z-]+' | grep -oE -- '--[a-z-]+')
    fi
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    # A colon divides words for bash: of judgement values only what stands behind it is completed.
    if declare -F __ltrim_colon_completions >/dev/null; then __ltrim_colon_completions "$word"; fi
}

complete -F _findings_search findings-search

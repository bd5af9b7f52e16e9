# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# What the checks of this folder share: which files are ours, how a problem is printed, how a check ends.
# A check is run from the top of the source tree, or with another tree as its first argument (selftest does that).

set -euo pipefail
export LC_ALL=C

lint_name=$(basename "$0")
lint_problems=$(mktemp)
trap 'rm -f "$lint_problems"' EXIT

# The rooms that hold the programs' code.
# shellcheck disable=SC2034  # read by the checks that source this file
rooms=(common indexer searcher)

# enter_tree [ROOT]: every check works on paths relative to the top of the tree.
enter_tree() {
    cd "${1:-.}"
}

# cpp_files FOLDER...: all C++ files below the folders that exist, sorted, corpora left out.
cpp_files() {
    local folder
    for folder in "$@"; do
        [[ -d $folder ]] || continue
        find "$folder" -path tests/corpora -prune -o -type f \( -name '*.cpp' -o -name '*.hpp' \) -print
    done | sort
}

# text_files: every file a person wrote; neither build trees nor the samples and word lists that others wrote.
text_files() {
    find . \( -name .git -o -path ./build -o -name .cache -o -path ./tests/corpora -o -path ./tests/evaluation/data \
        -o -path ./tests/fuzz/seeds \) -prune -o -type f \
        ! -name LICENSE ! -name '*.tsv' ! -name '*.csv' ! -name '*.gz' ! -name '*.pdf' -print | sed 's,^\./,,' | sort
}

# problem PLACE MESSAGE: one line for each problem, in the form compilers use, so that editors can jump to it.
problem() {
    printf '%s: %s\n' "$1" "$2" >>"$lint_problems"
}

# problems_from COMMAND...: every line the command prints is a problem.
problems_from() {
    "$@" >>"$lint_problems"
}

# finish WHAT: print the problems and end; WHAT says what was looked at when there are none.
finish() {
    if [[ -s $lint_problems ]]; then
        sort -u "$lint_problems"
        printf '%s: %d problem(s)\n' "$lint_name" "$(sort -u "$lint_problems" | wc -l)"
        exit 1
    fi
    printf '%s: ok, %s\n' "$lint_name" "$1"
}

# need_tool TOOL PACKAGE: 77 tells ctest "skipped"; where CI is set a missing tool is a failure, never a skip.
need_tool() {
    command -v "$1" >/dev/null && return
    printf '%s: %s is missing (Debian package: %s)\n' "$lint_name" "$1" "$2"
    [[ ${CI:-} == true ]] && exit 1
    exit 77
}

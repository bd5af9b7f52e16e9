#!/usr/bin/env bash
# Every number of facets, tables and charts over the sample corpus is the number of stories that choosing it finds.
. "$(dirname "$0")/lib.sh"

findings-index build --quiet --index ix "$CORPORA/sample" >/dev/null 2>&1 || fail "the sample corpus was not indexed"
export FINDINGS_INDEX=$work/ix

unit=()  # or --findings: everything below then is of findings
facets=(provider group type region authority grade judgement theme strength weakness kind visit action regulator year)
checked=0

# same WHAT COUNT ARGS...: choosing ARGS finds COUNT stories
same() {
    local what=$1 count=${2//,/} found
    # One line a story: copies stand in its line.
    found=$(findings-search "${unit[@]}" --format jsonl "${@:3}" 2>/dev/null | wc -l)
    [ "$found" = "$count" ] || fail "$what says $count, choosing it finds $found"
    checked=$((checked + 1))
}

# check_facets FIELD VALUE QUERY: all facets under one filter (or none) and a query; a facet's own filter is replaced.
check_facets() {
    local field=$1 value=$2 query=$3 facet count slug filter
    for facet in "${facets[@]}"; do
        filter=()
        [ -z "$field" ] || filter=("--$field" "$value")
        findings-search "${unit[@]}" --list-values "$facet" "${filter[@]}" ${query:+"$query"} >values || [ $? = 1 ] || fail "--list-values $facet"
        [ "$facet" != "$field" ] || filter=()
        while read -r count slug _; do
            [ "$count" != 0 ] || continue
            same "$facet=$slug under '$field $value $query'" "$count" "${filter[@]}" "--$facet" "$slug" ${query:+"$query"}
        done <values
    done
}

# check_table ROW COLUMN ARGS...: cells, row and column totals as CSV prints them
check_table() {
    local row_facet=$1 column_facet=$2 cells columns names line i
    shift 2
    findings-search "${unit[@]}" --table "$row_facet,$column_facet" --format csv "$@" | tr -d '\r' >table
    IFS=, read -r -a columns <table
    while IFS=, read -r -a cells; do
        # A table of grades has a part for each line of frameworks; its rows begin with the line's label.
        line=()
        if [ "${columns[0]}" = line ]; then
            line=(--line "${cells[0]}")
            [ "${cells[0]}" != 'no line of frameworks' ] || line=(--line none)
            cells=("${cells[@]:1}")
        fi
        names=("${columns[@]:$((${#line[@]} / 2))}")
        same "row ${line[*]} ${cells[0]}" "${cells[1]}" "$@" "${line[@]}" "--$row_facet" "${cells[0]}"
        for ((i = 2; i < ${#names[@]}; i++)); do
            [ "${cells[i]}" != 0 ] || continue
            same "${line[*]} ${cells[0]} by ${names[i]}" "${cells[i]}" "$@" "${line[@]}" "--$row_facet" "${cells[0]}" "--$column_facet" "${names[i]}"
        done
    done < <(tail -n +2 table)
}

# check_charts ARGS...: each number of the page's charts of grades
check_charts() {
    local row grade count found=0
    findings-search --format html "$@" >page.html
    while IFS=$'\t' read -r row grade count; do
        case $row in
            [0-9]*) same "chart: $row, $grade" "$count" "$@" --year "$row" --grade "$grade" ;;
            *) same "chart: $row, $grade" "$count" "$@" --region "$row" --grade "$grade" ;;
        esac
        found=$((found + 1))
    done < <(awk '/<h2>/ { chart = /<h2>Grades by/ }
             chart && /<thead>/ {
                 gsub(/<span[^>]*><\/span>/, "")
                 columns = split($0, head, /<\/th>/)
                 for (i = 1; i <= columns; i++) sub(/.*>/, "", head[i])
             }
             chart && /<tr><th scope="row">/ {
                 cells = split($0, cell, /<\/t[hd]>/)
                 for (i = 1; i <= cells; i++) sub(/.*>/, "", cell[i])
                 for (i = 3; i < columns; i++)
                     if (cell[1] != "(none)" && head[i] != "(none)" && cell[i] != "0") print cell[1] "\t" head[i] "\t" cell[i]
             }' page.html)
    [ "$found" -gt "$expected_pieces" ] || fail "only $found pieces in the charts of '$*'"
}

check_facets '' '' ''
check_facets grade inadequate ''
check_facets weakness staffing 'staff OR leaders'
for pair in 'region grade' 'year grade' 'theme grade' 'weakness region' 'provider grade' 'grade year' 'kind visit'; do
    # shellcheck disable=SC2086
    check_table $pair
done
check_table weakness grade --region london
expected_pieces=20 check_charts

unit=(--findings)
check_facets '' '' ''
check_facets weakness leadership ''
check_table weakness grade --form recommendation
unit=()
expected_pieces=5 check_charts staff

# The head of the page and of the text are the same number of stories.
findings-search --limit 0 staff >text || fail "a search for staff"
grep -q "^<p>$(head -n 1 text)" page.html || fail "page and text disagree: $(head -n 1 text)"
[ "$checked" -gt 600 ] || fail "only $checked numbers were checked"
echo "$checked numbers are hits"

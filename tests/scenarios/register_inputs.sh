#!/usr/bin/env bash
# Every published register in $FINDINGS_SAMPLES is read without help: how many rows, how many rows and cells are refused, and
# cells compared by hand (tests/corpora/expected/register_cells.tsv). Without the samples the project's own register alone.
. "$(dirname "$0")/lib.sh"

# counts FILE: "rows/records refused rows/refused cells"
counts() {
    findings-index register "$1" 2>&1 | sed -n 's/^\([0-9]*\) rows* of \([0-9]*\) records* read; \([0-9]*\) rows* and \([0-9]*\) cells* refused$/\1\/\2 \3\/\4/p'
}

[ "$(counts "$CORPORA/registers/homes-as-at-2018-03-31.csv")" = "12/13 1/2" ] || fail "the invented register: $(counts "$CORPORA/registers/homes-as-at-2018-03-31.csv")"
inputs=${FINDINGS_SAMPLES:-}/registers/inputs
[ -d "$inputs" ] || { echo "the invented register is read; FINDINGS_SAMPLES is not set"; exit 0; }
while read -r file expected; do
    got=$(counts "$inputs/$file")
    [ "$got" = "$expected" ] || fail "$file: $got, expected $expected"
done <<'TABLE'
care-inspectorate-scotland/mdsf-2026-05-31-selected.csv 7784/7784 0/0
care-inspectorate-scotland/sample-mdsf-2026-05-31-all-columns-cp1252.csv 171/171 0/0
cqc/care-homes-devon-somerset-2021.csv 728/728 0/0
cqc/latest-ratings-shropshire-telford-2025-10.csv 345/2800 0/0
cqc/sample-care-homes-devon-somerset-2021-nested.csv 25/25 0/0
cqc/sample-hospitals-devon-somerset-2021-nested.csv 25/25 0/0
data-to-insight/hmi-probation-youth-justice-2025.csv 83/83 0/1
data-to-insight/ilacs-overview-2026-06.csv 153/153 0/0
data-to-insight/jtai-overview-2026-06.csv 49/49 0/0
data-to-insight/send-overview-2026-06.csv 72/72 0/0
gias/edubase-2017-subset.csv 6022/6023 1/0
gias/edubasealldata-sample-2018.csv 9/9 0/0
gias/groups-sample.csv 4/4 0/0
gias/links-sample.csv 3/3 0/0
nhs-ods/etr-2026-07.csv 274/274 0/0
ofsted-la-level/2023-03-31-la-overall.csv 151/151 0/0
ofsted-social-care/provider-level-2024-03-31.csv 3876/3876 0/0
ofsted-social-care/provider-level-2025-03-31.csv 5600/5600 0/0
ofsted-social-care/sample-2015-03-31.csv 200/200 0/0
ofsted-social-care/sample-2017-03-31.csv 200/200 0/0
ofsted-social-care/sample-2018-03-31.csv 200/200 0/0
ofsted-social-care/sample-2020-03-31.csv 200/200 0/0
ofsted-social-care/sample-2022-03-31.csv 200/200 0/0
openregister/further-education-college-region-uk.tsv 4/4 0/0
openregister/further-education-college-uk-2018.tsv 312/312 0/0
openregister/school-wls-2018.tsv 1616/1616 0/0
schools/dfe-secondary-2023-24-with-grade.csv 5709/5709 0/0
schools/ofsted-rating-by-urn-2024.csv 20571/20571 0/0
schools/ofsted-website-2017-18-primary.csv 1500/1500 0/0
schools/ofsted-website-2017-18-secondary.csv 2025/2025 0/0
schools/synthetic-state-funded-mi-2026.csv 3/3 0/0
TABLE

cells=0 wrong=0 file=
while IFS=$'\t' read -r name number part; do
    case $name in '#'*) continue ;; esac
    if [ "$name" != "$file" ]; then
        findings-index register --format json "$inputs/$name" >rows 2>err
        file=$name
    fi
    cells=$((cells + 1))
    grep -F "\"number\":\"$number\",\"other_numbers\"" rows | grep -qF "$part" ||
        { echo "$name, $number: no $part"; wrong=$((wrong + 1)); }
done <"$CORPORA/expected/register_cells.tsv"
[ "$cells" -ge 200 ] || fail "only $cells cells"
[ $wrong = 0 ] || fail "$wrong of $cells cells"
echo "$cells cells are right"

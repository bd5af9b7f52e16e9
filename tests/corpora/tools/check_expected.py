#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check expected/sample.jsonl against sample/: every file has its rows, every value is a legal slug.

    python3 tests/corpora/tools/check_expected.py      exit status 0 when all is well
"""
import collections
import datetime
import gzip
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACETS = ("provider group type region authority grade judgement theme strength weakness kind visit action "
          "regulator").split()
CLOSED = {
    "type": "council-services fostering-agency adoption-agency childrens-home school nursery college hospital care-home "
            "home-care gp police prison youth-justice area-partnership other",
    "region": "east-midlands east-of-england london north-east north-west south-east south-west west-midlands "
              "yorkshire-and-the-humber wales scotland northern-ireland england",
    "theme": "safeguarding early-help planning leadership staffing vetting training placements unregistered permanence "
             "fostering care-leavers missing exploitation abuse-neglect health mental-health education send voice "
             "complaints records behaviour equality premises unaccompanied housing kinship serious-incidents "
             "youth-justice waiting-times",
    "kind": "report letter news press-release overview other",
    "visit": "full short focused monitoring assurance joint interim",
    "action": "priority-action special-measures serious-weaknesses improvement-notice warning-notice compliance-notice "
              "suspension commissioner written-statement",
    "regulator": "ofsted cqc estyn care-inspectorate-wales care-inspectorate education-scotland hmicfrs hmi-prisons "
                 "hmi-probation rqia eti",
}
BARE = "outstanding good requires-improvement inadequate adequate satisfactory"
GRADES = {
    "four-point": BARE,
    "legacy-adequate": "outstanding good adequate satisfactory inadequate",
    "send": "send-typically-positive send-inconsistent send-widespread-failings",
    "supported-accommodation": "supported-accommodation-consistently-strong supported-accommodation-inconsistent "
                               "supported-accommodation-serious-weaknesses",
    "estyn": "estyn-excellent estyn-good estyn-adequate estyn-unsatisfactory",
    "scotland": "scotland-excellent scotland-very-good scotland-good scotland-adequate scotland-weak "
                "scotland-unsatisfactory",
    "scotland-education": "", "report-card": BARE, "ciw": "", "prisons": "",
}
AREA_GRADES = set(BARE.split()) | set(
    "exceptional strong-standard expected-standard needs-attention urgent-improvement met not-met not-met-with-actions "
    "excellent very-good weak unsatisfactory reasonably-good not-sufficiently-good poor".split())
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


def records(path):
    data = path.read_bytes()
    name = path.name
    if name.endswith(".gz"):
        data, name = gzip.decompress(data), name[:-3]
    if name.endswith((".jsonl", ".ndjson")):
        return [i for i, line in enumerate(data.decode().split("\n"), 1) if line.strip()]
    if name.endswith(".json"):
        value = json.loads(data)
        return list(range(1, len(value) + 1)) if isinstance(value, list) else [None]
    return [None]


def main():
    problems, rows = [], []
    for number, line in enumerate((ROOT / "expected" / "sample.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        rows.append(row)

        def wrong(text):
            problems.append(f"sample.jsonl:{number}: {row.get('source')}: {text}")

        for facet in FACETS:
            values = row.get(facet)
            if not isinstance(values, list) or len(values) != len(set(values)):
                wrong(f"{facet} is no list of different values")
                continue
            allowed = CLOSED.get("theme" if facet in ("strength", "weakness") else facet)
            for value in values:
                if facet == "judgement":
                    area, _, grade = value.partition(":")
                    if not SLUG.match(area) or grade not in AREA_GRADES:
                        wrong(f"judgement {value}")
                elif not SLUG.match(value) or (allowed and value not in allowed.split()):
                    wrong(f"{facet} {value}")
        if set(row["strength"] + row["weakness"]) - set(row["theme"]):
            wrong("a strength or weakness is no theme")
        if not row.get("title") or len(row["kind"]) != 1:
            wrong("no title, or not one kind")
        for key in ("published", "inspected"):
            if row[key]:
                datetime.date.fromisoformat(row[key])
        awarded = set()
        for award in row["awards"]:
            if award["provider"] not in row["provider"]:
                wrong(f"award for {award['provider']}, which is no provider")
            for key in ("grade", "previous"):
                if award[key] and award[key] not in GRADES[award["scale"]].split():
                    wrong(f"{key} {award[key]} is not on the scale {award['scale']}")
            if award["grade"] and not award["inferred"]:
                awarded.add(award["grade"])
        if awarded != set(row["grade"]):
            wrong("grade and awards differ")
    keys = collections.Counter((r["source"], r.get("line")) for r in rows)
    wanted = {(p.relative_to(ROOT / "sample").as_posix(), line)
              for p in (ROOT / "sample").rglob("*") if p.is_file() for line in records(p)}
    problems += [f"row twice: {k}" for k, n in keys.items() if n > 1]
    problems += [f"row without file or record: {k}" for k in keys if k not in wanted]
    problems += [f"file or record without row: {k}" for k in sorted(wanted, key=str) if k not in keys]
    named = {k[0] if k[1] is None else f"{k[0]}:{k[1]}" for k in keys}
    problems += [f"copy_of unknown: {r['copy_of']}" for r in rows if "copy_of" in r and r["copy_of"] not in named]
    print("\n".join(problems) or f"{len(rows)} rows, {len(set(k[0] for k in keys))} files: no problem")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes indexer/data/bodies.tsv from the national lists of inspected bodies.

usage: make_bodies.py NATIONAL_LISTS >indexer/data/bodies.tsv
NATIONAL_LISTS holds police-forces.tsv, fire-services.tsv, ambulance-services.tsv, prisons.tsv, custody-other.tsv,
nhs-trusts-england.tsv, nhs-boards-devolved.tsv, youth-justice.tsv, probation.tsv, fe-colleges-2018.tsv and
ofsted-named-providers-2025.tsv: tab-separated, comment lines with #, then a header. Councils become the slugs of
councils.tsv; a council that is not in it is left out.
"""
import os, re, sys, unicodedata

HEAD = """\
# Inspected bodies that are few and known. Columns: label, type, inspectorate, council, region, owner, other full names by |,
# initials and short names by | (believed beside a full name or a place only), valid_from, valid_to.
# Made by tools/make_bodies.py. Names, codes, dates: openregister/police-data and fire-data (OGL v3),
# ministryofjustice/prison-register (MIT, Crown copyright), NHS ODS (OGL v3), Ofsted's list of registered providers of
# 31 March 2025 (OGL v3), openregister/further-education-college-uk-data (OGL v3), the list of youth justice inspections
# of data-to-insight (MIT); areas, short names and former bodies from general knowledge.
# Contains public sector information licensed under the Open Government Licence v3.0.
"""
PLAIN = {"trust", "hospital", "service", "services", "police", "fire", "the", "prison"}


def slug(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]


def read_councils():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "common", "data", "councils.tsv")
    councils, regions = {}, {}
    for line in open(path, encoding="utf8"):
        if line.startswith("#"): continue
        cells = line.rstrip("\n").split("\t")
        regions[cells[0]] = cells[2]
        for name in [cells[1]] + cells[6].split("|"):
            if name: councils[name] = cells[0]
    return councils, regions


# Words without which a name is half a name: "Moorland", "Epsom and St Helier".
KIND_WORDS = set("""police constabulary fire brigade rescue ambulance prison jail hmp hmyoi yoi irc offender institution hospital hospitals
infirmary trust nhs health healthcare care partnership service services centre board college college's fostering foster adoption
adopt probation pdu youth yjs yot yos home homes house unit secure housing living support agency accommodation lodge ysbyty
clinic school academy family families children children's""".split())


def is_short(name):
    """Initials, or a name that says nothing of what it names: "EMAS", "Moorland"."""
    words = re.findall(r"[a-z']+", name.lower())
    return len(words) == 1 or (name.isupper() and len(name) <= 8) or not KIND_WORDS & set(words)


class Table:
    def __init__(self):
        self.councils, self.region_of = read_councils()
        self.rows = {}

    def choose_region(self, label, councils, regions):
        """The region in the name, else that of most of its councils."""
        slugs = [slug(name) for name in regions.split("|") if name]
        for name in slugs:
            if name in slug(label): return name
        near = [self.region_of[name] for name in councils if self.region_of.get(name) in slugs]
        return max(slugs, key=near.count) if slugs else ""

    def add(self, label, type_, regulator, councils, regions, owner="", names=(), since="", until=""):
        council = [self.councils.get(name, "") for name in councils.split("|") if name]
        region = self.choose_region(label, council, regions)
        seen = {label.lower()}
        names = [name.strip() for name in names if name and name.strip()]
        names = [name for name in names if not (name.lower() in seen or seen.add(name.lower()))]
        key = (label, type_)
        if key in self.rows: return
        self.rows[key] = [label, type_, regulator, council[0] if len(council) == 1 else "", region,
                          owner, "|".join(n for n in names if not is_short(n)),
                          "|".join(n for n in names if is_short(n)), since, until]


def aliases(row):
    return row.get("aliases", "").split("|")


def everyday(name):
    """A trust's name without what kind of trust it is."""
    return re.sub(r"( University)? (NHS (Foundation )?Trust|Health Board)$", "", name.removeprefix("The "))


def main():
    folder, table = sys.argv[1], Table()
    nation_of = {"Scotland": "scotland", "Wales": "wales", "Northern Ireland": "northern-ireland"}
    for row in read(folder, "police-forces.tsv"):
        short = re.sub(r" (Police|Constabulary|Police Service)$", "", row["name"])
        names = aliases(row) + [f"{short} Constabulary", f"{short} Police", f"{short} Police Force"]
        regulator = "hmics" if row["nation"] == "Scotland" else "hmicfrs"
        table.add(row["name"], "police", regulator, row["councils"], row["regions"], "", names, row["valid_from"], row["valid_to"])
    for row in read(folder, "fire-services.tsv"):
        short = re.sub(r" (Fire and Rescue Service|Fire Brigade|Fire & Rescue Service)$", "", row["name"])
        names = aliases(row) + [f"{short} Fire Service", f"{short} Fire and Rescue", f"{short} Fire and Rescue Authority",
                                f"{short} Fire Brigade"]
        regulator = "hmicfrs" if row["nation"] == "England" else ""
        table.add(row["name"], "fire-service", regulator, row["councils"], row["regions"], "", names, row["valid_from"], row["valid_to"])
    for row in read(folder, "ambulance-services.tsv"):
        label = re.sub(r" (University )?NHS (Foundation )?Trust$", "", row["name"])
        names = aliases(row) + [row["name"]]
        regulator = "cqc" if row["nation"] == "England" else ""
        table.add(label, "ambulance", regulator, row["councils"], row["regions"], "", names, row["valid_from"], row["valid_to"])
    for row in read(folder, "prisons.tsv"):
        short = row["short_name"]
        label = re.sub(r"^HMP/YOI ", "HMP ", row["name"])
        names = aliases(row) + [row["name"], f"HMP {short}", f"{short} prison", f"{short} jail", f"HM Prison {short}", short]
        if "young" in row["kind"]: names += [f"HMYOI {short}", f"YOI {short}", f"{short} young offender institution"]
        regulator = "prisons-scotland" if row["nation"] == "Scotland" else "hmi-prisons"
        table.add(label, "prison", regulator, row["council"], row["region"], "", names, row["valid_from"], row["valid_to"])
    for row in read(folder, "custody-other.tsv"):
        kind = row["kind"]
        type_ = "immigration-detention" if "immigration" in kind or "removal" in kind or "holding" in kind else "childrens-home"
        regulator = "hmi-prisons" if type_ == "immigration-detention" else "ofsted" if "Ofsted" in row["inspectorate"] else slug(row["inspectorate"].split(",")[0])
        table.add(row["name"], type_, regulator, row["council"], row["region"], "", aliases(row), row["valid_from"], row["valid_to"])
    hospitals = {}
    for name in ("nhs-trusts-england.tsv", "nhs-boards-devolved.tsv"):
        for row in read(folder, name):
            ambulance = row.get("type") == "ambulance" or "ambulance" in row["name"].lower()
            if ambulance: continue
            region = row.get("region") or row.get("regions", "")
            council = row.get("council") or row.get("councils", "")
            regulator = {"England": "cqc", "Wales": "healthcare-inspectorate-wales", "Scotland": "healthcare-improvement-scotland",
                         "Northern Ireland": "rqia"}[row["nation"]]
            label = row["name"].removeprefix("The ")
            short = everyday(row["name"])
            # A town alone ("Airedale") is no name of its trust.
            names = aliases(row) + ([short] if len(short.split()) > 1 else [])
            names += [f"{short} NHS Trust", f"{short} NHS Foundation Trust", f"{short} Trust"] if row["nation"] == "England" else []
            table.add(label, "hospital", regulator, council, region, "", names, "", row.get("valid_to", ""))
            for hospital in row["hospitals"].split("|"):
                if hospital: hospitals.setdefault(hospital, []).append((row, region, council, regulator, label))
    for hospital, owners in hospitals.items():
        now = [owner for owner in owners if not owner[0].get("valid_to")] or owners
        if len({owner[1] for owner in now}) != 1: continue
        row, region, council, regulator, label = now[0]
        table.add(hospital, "hospital", regulator, "", region, label if len(now) == 1 else "", [])
    for row in read(folder, "youth-justice.tsv"):
        names = [name for name in aliases(row) if len(name) > 8]
        table.add(row["name"], "youth-justice", "hmi-probation", row["councils"], row["region"], "", names)
    for row in read(folder, "probation.tsv"):
        table.add(row["name"].replace(" – ", " "), "probation", "hmi-probation", row["councils"], row["regions"] or nation_of.get(row["nation"], ""),
                  "", [name for name in aliases(row) if len(name) > 8], row["valid_from"], row["valid_to"])
    for row in read(folder, "fe-colleges-2018.tsv"):
        if len(row["name"].split()) > 1:
            table.add(row["name"], "college", "ofsted" if row["nation"] == "England" else "", "", row["region"], "", [], "", row["valid_to"])
    kinds = {"Adoption Support Agency": "adoption-agency", "Voluntary Adoption Agency": "adoption-agency",
             "Independent Fostering Agency": "fostering-agency", "Residential Family Centre": "other",
             "Supported Accommodation": "supported-accommodation"}
    for row in read(folder, "ofsted-named-providers-2025.tsv"):
        type_ = kinds.get(row["kind"])
        # A name of one word may be anything.
        label = re.sub(r"( \(?(Ltd|Limited|CIC|LLP|PLC)\)?\.?)+$", "", row["name"], flags=re.I)
        if type_ and len(label.removeprefix("The ").split()) > 1 and not re.search(r"\d{5,}", label):
            table.add(label, type_, "ofsted", row["council"], row["region"], row["owner"] if row["owner"].lower() != row["name"].lower() else "", [])
    sys.stdout.write(HEAD)
    for row in table.rows.values():
        while row and not row[-1]: row.pop()
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__": main()

#!/usr/bin/env python3
"""Makes councils.tsv, districts.tsv, areas.tsv and places.tsv from the gazetteer's source tables.

usage: make_gazetteer.py SOURCE_FOLDER OUTPUT_FOLDER
SOURCE_FOLDER holds upper-tier.tsv, local-authorities.tsv, area-names.tsv and places.tsv. Not needed to build.
"""
import collections, os, re, sys, unicodedata

ONS = ("# Source: drkane/geo-lookups (ONS Geoportal, Open Government Licence v3: contains National Statistics data (c) Crown\n"
       "# copyright and database right); Ofsted URNs: data-to-insight/ofsted-ilacs-scrape-tool (MIT; ONS and DfE facts).\n")
OS_NOTE = ("# Source: OS Open Names through alasdairrae/gb-places (2019), joined to today's councils with drkane/geo-lookups.\n"
           "# Licence: OS OpenData and OGL v3. Contains OS data (c) Crown copyright and database right 2017; contains Royal Mail\n"
           "# data (c) Royal Mail copyright 2017; contains National Statistics data (c) Crown copyright and database right.\n")

# Names met in everyday use that no source table has.
MORE_ALIASES = {"Hull": ["Hull"], "Southend-on-Sea": ["Southend"], "Stockton-on-Tees": ["Stockton"], "St Helens": ["Saint Helens"],
                "Isle of Anglesey": ["Anglesey", "Ynys Môn"], "Rhondda Cynon Taf": ["RCT"], "Na h-Eileanan Siar": ["Western Isles", "Comhairle nan Eilean Siar"],
                "Vale of Glamorgan": ["The Vale of Glamorgan"], "City of Edinburgh": ["Edinburgh"], "Glasgow City": ["Glasgow"], "Aberdeen City": ["Aberdeen"],
                "Dundee City": ["Dundee"], "Blackburn with Darwen": ["Blackburn"]}
# Places of Northern Ireland are not in OS Open Names: the largest towns, by their council (general knowledge).
NI_TOWNS = {"Belfast": ["Belfast"], "Lisburn and Castlereagh": ["Lisburn", "Castlereagh"], "Derry City and Strabane": ["Derry", "Londonderry", "Strabane"],
            "Ards and North Down": ["Bangor", "Newtownards"], "Antrim and Newtownabbey": ["Newtownabbey", "Antrim"], "Newry, Mourne and Down": ["Newry", "Downpatrick"],
            "Armagh City, Banbridge and Craigavon": ["Craigavon", "Armagh", "Banbridge", "Lurgan", "Portadown"], "Causeway Coast and Glens": ["Coleraine", "Ballymoney", "Limavady"],
            "Mid and East Antrim": ["Ballymena", "Larne", "Carrickfergus"], "Fermanagh and Omagh": ["Omagh", "Enniskillen"], "Mid Ulster": ["Dungannon", "Cookstown", "Magherafelt"]}


# "Newark" for Newark-on-Trent, "Malvern" for Great Malvern: what people call a town. Four letters are too often a surname.
LONG_NAME = re.compile(r"^(?:Great |Royal )?([^-]{5,}?)(?:[- ](?:on|upon|under|in|by|le|de|super|next)[- ].+)?$")


def everyday_name(town):
    """The short form of a town's name; the name itself when it has none."""
    return LONG_NAME.match(town).group(1) if LONG_NAME.match(town) else town


def slug(text):
    text = unicodedata.normalize("NFKD", text.replace("&", "and").replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def rows(path):
    lines = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf8") if not l.startswith("#")]
    return [dict(zip(lines[0], f)) for f in lines[1:]]


def main():
    source, output = sys.argv[1:3]
    upper = rows(os.path.join(source, "upper-tier.tsv"))
    lower = rows(os.path.join(source, "local-authorities.tsv"))
    places = rows(os.path.join(source, "places.tsv"))
    slug_of = {}
    for row in upper:
        slug_of[row["name"]] = slug_of[row["label"]] = slug(row["label"])
    counties = collections.defaultdict(collections.Counter)
    for row in places:
        if row["upper_tier"] in slug_of and row["county"]: counties[slug_of[row["upper_tier"]]][row["county"]] += 1

    with open(os.path.join(output, "councils.tsv"), "w", encoding="utf8") as out:
        out.write("# Councils that answer for children's services, today's and abolished ones.\n# Columns: slug, label, region, nation, county (ceremonial), Ofsted URN, aliases by |, delivered_by by |, valid_from, valid_to.\n" + ONS)
        for row in upper:
            s = slug(row["label"])
            names = [row["name"]] + [a for a in row.get("aliases", "").split("|") if a] + MORE_ALIASES.get(row["label"], [])
            names = [n for n in dict.fromkeys(names) if n != row["label"]]
            county = "|".join(c for c, _ in counties[s].most_common(2))
            out.write("\t".join([s, row["label"], slug(row["region"]), slug(row["nation"]), county, row.get("ofsted_urn", ""), "|".join(names),
                                 row.get("delivered_by", ""), row.get("valid_from", ""), row.get("valid_to", "")]) + "\n")

    with open(os.path.join(output, "districts.tsv"), "w", encoding="utf8") as out:
        out.write("# Districts below the councils of councils.tsv. Columns: name, slug of the council above it today.\n" + ONS)
        for row in sorted(lower, key=lambda r: r["name"]):
            if row["upper_tier"] in slug_of and slug_of.get(row["name"]) != slug_of[row["upper_tier"]] and row["name"] not in slug_of:
                out.write(f'{row["name"]}\t{slug_of[row["upper_tier"]]}\n')

    with open(os.path.join(output, "areas.tsv"), "w", encoding="utf8") as out:
        out.write("# Counties, historic counties and informal areas. Columns: name, regions by |, the most usual first.\n"
                  "# Source: drkane/geo-lookups (ceremonial counties; ONS Geoportal, OGL v3), the others by hand from public facts.\n")
        for row in rows(os.path.join(source, "area-names.tsv")):
            if not row["kind"].startswith("variant") and not row["kind"].startswith("Ofsted"):
                out.write(row["name"] + "\t" + "|".join(slug(r) for r in row["region"].split("|")) + "\n")

    found = {}
    for row in places:
        if row["upper_tier"] not in slug_of: continue
        kind = {"city": "c", "town": "t", "village": "v", "suburb": "s", "settlement": "h", "hamlet": "h"}.get(row["type"], "h")
        seen = found.setdefault(row["name"], {})
        council = slug_of[row["upper_tier"]]
        if council not in seen or "ctvsh".index(kind) < "ctvsh".index(seen[council]): seen[council] = kind
    # Not where the short name is a council's own: that is the likelier one.
    councils = {name for row in upper for name in [row["label"], row["name"]] + row.get("aliases", "").split("|") + MORE_ALIASES.get(row["label"], [])}
    for name, sites in list(found.items()):
        for council, kind in sites.items():
            short = everyday_name(name)
            if kind not in "ct" or short == name or short in councils: continue
            # Nor where villages have the name in full: it is a surname as well, as a rule.
            seen = found.setdefault(short, {})
            if kind == "c" or not any(k in "ctv" for k in seen.values()): seen[council] = kind
    for council, towns in NI_TOWNS.items():
        for town in towns: found.setdefault(town, {}).setdefault(slug(council), "t")
    with open(os.path.join(output, "places.tsv"), "w", encoding="utf8") as out:
        out.write("# Populated places. Columns: name, then kind:council by |, the most prominent first (city, town, village, suburb, hamlet).\n" + OS_NOTE)
        for name in sorted(found):
            order = sorted(found[name].items(), key=lambda item: "ctvsh".index(item[1]))
            out.write(name + "\t" + "|".join(f"{k}:{c}" for c, k in order) + "\n")


main()

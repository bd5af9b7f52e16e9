#!/usr/bin/env python3
"""Makes theme_cues.tsv from the source table of cues with their document counts. usage: make_theme_cues.py SOURCE.tsv

A cue's weight falls with its usual rate over 551 reports and letters (431 ILACS and SIF, 55 SEND, 65 JTAI): what every
report mentions says little about any. Not needed to build.
"""
import sys
from pathlib import Path

REPORTS = 551
# Verbs, figures of speech and template lines: measured as cues they were wrong more often than right.
DROP = {"send", "plans", "references", "good", "court", "environment", "not in education, employment or training", "cafcass", "suitability",
        "boundaries", "management information", "repairs", "maintenance", "attachment", "local offer", "leadership and management", "timescales",
        "compliments", "participation", "commissioning", "matched", "physical environment", "management support", "qualified staff"}
# Six themes readers asked for, split off from the first 25.
MOVED = {"unaccompanied": ["unaccompanied asylum-seeking"],
         "housing": ["unsuitable accommodation", "bed and breakfast", "semi-independent", "supported accommodation", "supported lodgings", "homeless",
                     "16- and 17-year-old", "16- and 17-year-olds", "suitable accommodation"],
         "kinship": ["special guardianship", "special guardianship orders", "special guardians", "connected persons", "connected carers", "kinship", "kinship care",
                     "kinship carers", "family and friends", "family and friends carers"],
         "serious-incidents": ["serious incident", "serious incidents", "serious case review", "serious case reviews", "notifications", "notifiable"]}


def read_own_cues():
    """Theme, weight and cue of each cue in own_theme_cues.tsv."""
    for line in open(Path(__file__).with_name("own_theme_cues.tsv"), encoding="utf8"):
        if line.startswith("#"): continue
        theme, weight, cues = line.rstrip("\n").split("\t")
        for cue in cues.split("; "): yield theme, float(weight), cue


def main():
    moved = {cue: theme for theme, cues in MOVED.items() for cue in cues}
    weights = {}
    for line in open(sys.argv[1], encoding="utf8"):
        if line.startswith("#") or line.startswith("theme_id"): continue
        theme, _, cue, ilacs, _, send, _, jtai, _ = line.rstrip("\n").split("\t")
        if cue in DROP: continue
        share = (int(ilacs) + int(send) + int(jtai)) / REPORTS
        weight = next(w for limit, w in [(.03, 1), (.10, .85), (.25, .7), (.45, .55), (.65, .4), (.85, .3), (1.01, .25)] if share < limit)
        weights[(moved.get(cue, theme), cue.replace("’", "'"))] = weight
    for theme, weight, cue in read_own_cues(): weights[(theme, cue)] = weight
    with open("theme_cues.tsv", "w", encoding="utf8") as out:
        out.write("# Phrases that point at a theme. Columns: theme, weight (0 to 1), cue. Read as the phrases of phrases.tsv are.\n"
                  "# Source: cues counted over 431 ILACS and SIF reports, 55 SEND reports and 65 JTAI letters (data-to-insight scrape tools;\n"
                  "# Ofsted, OGL v3), weighted by rarity; the others: tools/own_theme_cues.tsv.\n")
        for (theme, cue), weight in sorted(weights.items()): out.write(f"{theme}\t{weight:g}\t{cue}\n")


main()

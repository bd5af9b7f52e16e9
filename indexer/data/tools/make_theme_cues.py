#!/usr/bin/env python3
"""Makes theme_cues.tsv from the source table of cues with their document counts. usage: make_theme_cues.py SOURCE.tsv

A cue's weight falls with its usual rate over 551 reports and letters (431 ILACS and SIF, 55 SEND, 65 JTAI): what every
report mentions says little about any. Not needed to build.
"""
import sys

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
# Cues of our own, from how reports on homes, agencies, schools and care, and the news about them, put it. Weight by hand.
MORE = {
    "safeguarding": [("safeguarding practice", .8), ("keeping children safe", .8), ("not protected", 1), ("at risk of serious harm", 1), ("serious harm", .8), ("children safe", .6), ("kept safe", .8), ("feel safe", .8), ("feel unsafe", .8), ("feeling unsafe", .8), ("near misses", .6), ("child protection concerns", .7), ("designated safeguarding lead", .7), ("risk of harm", .7), ("people were not safe", 1)],
    "early-help": [("early intervention", .6), ("family support", .5), ("family hubs", .7), ("initial contact", .6), ("contact services", .5), ("referrals to social care", .8), ("referral", .4)],
    "planning": [("care planning", .8), ("pathway planning", .5), ("plans for children", .7), ("written plans", .7), ("child in need plan", .6), ("care plan", .6), ("chronology", .5), ("risk assessment", .6), ("assessment of risk", .7), ("quality of assessments", .9), ("quality of plans", .9), ("case plans", .8)],
    "leadership": [("leaders and managers", .7), ("senior managers", .6), ("leaders", .4), ("leadership", .6), ("registered manager", .8), ("responsible individual", .8), ("manager", .3), ("oversight", .5), ("trustees", .6), ("governors", .5), ("managers", .35), ("monitoring systems", .7), ("development plan", .6), ("improvement plan", .5), ("poor leadership", 1), ("management board", .6), ("director", .25), ("headteacher", .4), ("management of the home", .8)],
    "staffing": [("staffing", .9), ("agency workers", .9), ("not enough staff", 1), ("staff vacancies", 1), ("recruiting staff", .8), ("caseload", .7), ("workload", .6), ("staff team", .4), ("enough staff", .9), ("high turnover", 1), ("staff turnover", 1), ("night worker", .5), ("staff had left", .9), ("workloads", .6), ("social workers leave", .8), ("experienced staff", .6), ("staff support", .6)],
    "vetting": [("unvetted", 1), ("recruitment checks", 1), ("background checks", 1), ("unsafe recruitment", 1), ("criminal record checks", 1), ("employment history", 1), ("staff files", .8), ("recruitment procedures", 1), ("recruitment remains", .9), ("references had", .9), ("references were", .9), ("references taken up", 1), ("references had been taken up", 1), ("staff recruitment", .8), ("recruited safely", 1), ("checks on staff", .9)],
    "training": [("training", .45), ("trained", .45), ("untrained", .9), ("induction", .7), ("refresher training", 1), ("adequate training", .9), ("had not been trained", 1), ("safeguarding training", .9), ("mandatory training", .9), ("supervised", .4), ("staff supervision", .9), ("supervision of staff", .9)],
    "placements": [("matching", .7), ("inadequate matching", 1), ("children's homes", .4), ("unsafe placements", 1), ("inappropriate placements", 1), ("placed with", .6), ("placed together", .6), ("stability", .4), ("placement stability", .8), ("admissions", .4), ("were matched", .7), ("impact assessments", .5), ("out of area", .6)],
    "unregistered": [("unregistered home", 1), ("unregistered homes", 1), ("unregistered placement", 1), ("unregistered placements", 1), ("unregistered provision", 1), ("unregistered children's home", 1), ("unregistered settings", 1)],
    "permanence": [("permanence planning", .8), ("early permanence", .9), ("permanent homes", .8), ("long term homes", .7), ("drifting in care", .8), ("adopted", .6), ("adopter", .6), ("life story work", .7), ("life story", .7), ("life story books", .8), ("family finding", .7), ("parallel families", .8), ("adoptive families", .8)],
    "fostering": [("foster carers", .4), ("foster carer", .4), ("foster placements", .6), ("recruit foster carers", .8), ("fostering panel", .7), ("skilled foster carers", .7), ("short of foster carers", .9), ("carers training", .5), ("carers are supported", .8), ("fostering services", .6), ("fostering service", .6), ("foster carers are", .7)],
    "care-leavers": [("care leaver", .6), ("care experienced", .5), ("leaving care", .6), ("young adults", .4), ("preparation for independence", .8), ("move to independence", .8), ("semi independence", .6), ("prepare for independence", .8), ("independence", .4)],
    "missing": [("missing from care", 1), ("missing from home", 1), ("reported missing", 1), ("been missing", .9), ("go missing", .9), ("run away", .8), ("running away", .8), ("ran away", .8), ("absconded", .9), ("went missing", .9), ("was missing", .8), ("missing episodes", .9), ("return home interviews", .7), ("absent without", .7)],
    "exploitation": [("sexual exploitation", .8), ("criminal exploitation", .8), ("exploited", .9), ("county lines", .9), ("groomed", .9), ("grooming", .8), ("drug dealers", .8), ("sold drugs", .8), ("gang", .7), ("knife crime", .7), ("knife injuries", .7), ("serious youth violence", .8), ("child exploitation", .8), ("risk of exploitation", 1)],
    "abuse-neglect": [("domestic abuse", .6), ("living with neglect", 1), ("physical chastisement", .8), ("sexually abused", .9), ("abused", .6), ("coercive", .6), ("emotional harm", .7), ("pre birth", .4)],
    "health": [("medication", 1), ("medicine", 1), ("medicines", 1), ("medical", .6), ("dentist", .9), ("health assessment", .7), ("hospital", .2), ("health appointments", 1), ("diet", .6), ("epilepsy", .9), ("healthcare", .6), ("physical health", .7), ("food and fluid intake", 1), ("food and fluid", .8), ("falls", .5), ("nutrition", .8), ("gp appointments", .8), ("pain relief", .9), ("nurse", .4), ("prescribed", .6), ("health visitors", .6), ("health visitor", .6), ("health needs", .6), ("medical history", 1), ("allergy", .9), ("oral health", .8), ("speech and language therapists", .4)],
    "mental-health": [("mental health needs", .8), ("mental health", .55), ("wellbeing", .35), ("emotional wellbeing", .8), ("self harm", .9), ("suicide", .9), ("therapist", .7), ("trauma", .6), ("psychologist", .8), ("counselling", .7), ("emotional support", .7), ("anxiety", .7), ("taken their own lives", .9), ("overdose", .8), ("therapeutic", .5)],
    "education": [("schooling", .8), ("pupils' learning", .8), ("curriculum", .7), ("curriculums", .8), ("attendance", .6), ("lessons", .7), ("teaching", .6), ("attend school", .9), ("attends school", .9), ("education plans", .7), ("excluded", .6), ("out of school", .9), ("not in school", .9), ("full time education", .8), ("part time timetables", .9), ("reading programme", .8), ("phonics", .8), ("pupils", .25), ("achieve well", .7), ("well at school", 1), ("learning", .25), ("tutor", .7), ("teachers", .5), ("apprentices", .6), ("plans for education", 1), ("timetable", .5), ("purposeful activity", .8), ("workshops", .4), ("make progress in their learning", .9), ("educational", .4), ("education", .25), ("school places", .7)],
    "send": [("special educational needs and disabilities", .5), ("special educational needs", .5), ("disabled child", .7), ("learning disabilities", .8), ("ehc plan", .6), ("ehcp", .8), ("ehcps", .8), ("autistic", .8), ("send provision", .7), ("children with send", .35), ("disabilities", .4), ("sign language", .7), ("neurodiverse", .7), ("communication boards", .7), ("disabled", .5)],
    "voice": [("children's views", .9), ("views of children", .8), ("children's voices", .8), ("voices of children", .8), ("wishes", .6), ("are listened to", .9), ("listen to children", 1), ("listened to", .7), ("say they are heard", .8), ("participation", .4), ("advocate", .6), ("consulted", .6), ("talk with children", .8), ("children's council", .8), ("children in care council", .7), ("involved in decisions", .9), ("feedback", .4), ("co production", .6), ("coproduction", .6), ("children and young people's views", .9), ("heard", .3), ("choose", .3)],
    "complaints": [("complained", .9), ("her complaint", 1), ("complaints", .7), ("allegations", .7), ("allegation", .8), ("allegations against staff", 1), ("notify ofsted", .7), ("whistleblower", .9), ("failed to notify", .8), ("not told ofsted", .8), ("complaint was", 1), ("complaints process", .8), ("complaints went", 1)],
    "records": [("recording", .6), ("records are", .8), ("record keeping", .9), ("records", .4), ("daily notes", 1), ("case notes", .8), ("paperwork", .7), ("was not recorded", .9), ("not recorded", .9), ("written up", .7), ("data", .25), ("information is not shared", .9), ("share information", .8), ("sharing information", .8), ("sharing of information", .8), ("files", .3)],
    "behaviour": [("restraint", 1), ("restrained", 1), ("restraints", 1), ("physical intervention", 1), ("bullying", .9), ("behaviour", .6), ("de escalation", 1), ("use of force", 1), ("held face down", 1), ("violence", .6), ("clear boundaries", .9), ("incidents of violence", .9), ("pupils behave", 1), ("behave well", 1), ("poor behaviour", 1)],
    "equality": [("inclusive", .5), ("lgbt", .8), ("racism", .9), ("racist", .9), ("discriminatory", .8), ("children's heritage", .9), ("cultural needs", .9)],
    "premises": [("building", .3), ("dirty", .9), ("premises", .9), ("garden", .35), ("cells", .6), ("windows", .6), ("kitchen", .4), ("furniture", .8), ("fire doors", 1), ("fire risk assessment", 1), ("decorated", .8), ("decoration", .8), ("broken windows", 1), ("shabby", .9), ("damp", .8), ("spotless", .8), ("homely", .8), ("hygiene", .9), ("state of repair", 1), ("unclean", .9), ("clean", .4), ("bedroom", .5), ("bedrooms", .6), ("showers", .6), ("bathrooms", .7), ("refurbished", .7)],
    "unaccompanied": [("unaccompanied children", 1), ("unaccompanied asylum", .8), ("asylum seeking children", 1), ("seeking asylum", 1), ("asylum seekers", .9), ("unaccompanied", .8)],
    "housing": [("homelessness", .7), ("housing", .6), ("tenancy", .8), ("tenancies", .8), ("temporary accommodation", .9), ("homeless", .7), ("suitable homes", .6), ("hostels", .8), ("hostel", .8), ("insecure housing", .6), ("own accommodation", .8), ("places to live", .8), ("somewhere to live", .9), ("council tax", .4)],
    "kinship": [("kinship", .9), ("kinship families", 1), ("kinship carers", 1), ("special guardianship", .7), ("special guardians", .9), ("live with relatives", .9), ("wider family", .5), ("family members", .3), ("grandparents", .6), ("relatives", .3)],
    "serious-incidents": [("serious incident", .8), ("serious incidents", .8), ("significant incidents", .9), ("rapid review", .9), ("rapid reviews", .9), ("safeguarding practice reviews", .9), ("safeguarding practice review", .9), ("learning reviews", .7), ("notifiable incidents", .9), ("deaths", .6), ("child deaths", .8), ("notify ofsted", .8), ("notified ofsted", .8), ("died", .4), ("serious case reviews", .6)],
    "youth-justice": [("youth justice", .7), ("youth offending", .6), ("out of court disposals", 1), ("out of court", .8), ("offending", .5), ("reoffending", .8), ("remand", .8), ("custody", .4), ("youth court", .9), ("young offenders", .8), ("diverted from court", .9), ("court disposals", .9), ("turnaround", .3)],
    "waiting-times": [("waiting times", 1), ("waiting time", 1), ("waiting list", 1), ("waiting lists", 1), ("wait too long", 1), ("waits too long", 1), ("waiting too long", 1), ("long waits", 1), ("long wait", 1), ("waited", .7), ("waits", .8), ("wait for", .7), ("waiting for", .7), ("waiting", .5), ("significant delays", .5), ("delays in", .4)],
}


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
    for theme, cues in MORE.items():
        for cue, weight in cues: weights[(theme, cue)] = weight
    with open("theme_cues.tsv", "w", encoding="utf8") as out:
        out.write("# Phrases that point at a theme. Columns: theme, weight (0 to 1), cue. Read as the phrases of phrases.tsv are.\n"
                  "# Source: cues counted over 431 ILACS and SIF reports, 55 SEND reports and 65 JTAI letters (data-to-insight scrape tools;\n"
                  "# Ofsted, OGL v3), weighted by rarity; the others by reading reports on homes, agencies, schools and care, and news.\n")
        for (theme, cue), weight in sorted(weights.items()): out.write(f"{theme}\t{weight:g}\t{cue}\n")


main()

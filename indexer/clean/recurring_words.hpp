#pragma once

#include <string_view>

namespace findings {

// What a line that recurs on a site is about, folded as lines are. Words only weigh how often a line must recur before
// it is dropped: none of them makes a line boilerplate by itself.

// Papers about themselves: what they sell, ask for and are governed by.
inline constexpr std::string_view kPressWords[] = {"subscribe",
                                                   "subscriber",
                                                   "subscribers",
                                                   "subscribing",
                                                   "subscription",
                                                   "subscriptions",
                                                   "newsletter",
                                                   "newsletters",
                                                   "bulletin",
                                                   "sign up",
                                                   "signing up",
                                                   "inbox",
                                                   "podcast",
                                                   "journalism",
                                                   "journalist",
                                                   "journalists",
                                                   "reporter",
                                                   "reporters",
                                                   "reporting service",
                                                   "newsroom",
                                                   "newspaper",
                                                   "newspapers",
                                                   "news agency",
                                                   "news service",
                                                   "news site",
                                                   "local news",
                                                   "editor",
                                                   "editorial",
                                                   "editors' code",
                                                   "ipso",
                                                   "donate",
                                                   "donation",
                                                   "donations",
                                                   "supporter",
                                                   "supporters",
                                                   "become a member",
                                                   "pay wall",
                                                   "paywall",
                                                   "advert",
                                                   "adverts",
                                                   "advertise",
                                                   "advertising",
                                                   "advertisers",
                                                   "advertisement",
                                                   "cookies",
                                                   "copyright",
                                                   "follow us",
                                                   "like us",
                                                   "share this",
                                                   "facebook",
                                                   "twitter",
                                                   "instagram",
                                                   "whatsapp",
                                                   "tiktok",
                                                   "youtube",
                                                   "linkedin",
                                                   "bluesky",
                                                   "click",
                                                   "click here",
                                                   "log in",
                                                   "puzzles",
                                                   "horoscopes",
                                                   "got a story",
                                                   "news tips"};

// Stories tell of others; boilerplate talks to its reader.
inline constexpr std::string_view kReaderWords[] = {"you", "your", "you're", "you'll", "you've", "us"};

// Words of inspections and grades. A paper repeats its background paragraph ("The council was rated inadequate in
// March.") in each story of a series, and that is the story's.
inline constexpr std::string_view kInspectionWords[] = {"ofsted",
                                                        "cqc",
                                                        "care quality commission",
                                                        "estyn",
                                                        "hmicfrs",
                                                        "hmi",
                                                        "inspection",
                                                        "inspections",
                                                        "inspector",
                                                        "inspectors",
                                                        "inspected",
                                                        "inspectorate",
                                                        "watchdog",
                                                        "regulator",
                                                        "rated",
                                                        "rating",
                                                        "ratings",
                                                        "graded",
                                                        "grade",
                                                        "grades",
                                                        "judged",
                                                        "judgement",
                                                        "judgements",
                                                        "outstanding",
                                                        "good",
                                                        "inadequate",
                                                        "requires improvement",
                                                        "special measures",
                                                        "monitoring visit",
                                                        "needs attention",
                                                        "expected standard",
                                                        "strong standard"};

// Besides those: labels a report's own lines are made of. A line of them is short, says nothing by itself and may still
// be what a facet is read from.
inline constexpr std::string_view kLabelWords[] = {
    "report",     "letter",  "visit",     "full",      "short",      "focused",  "monitoring", "assurance",
    "council",    "borough", "county",    "school",    "academy",    "college",  "nursery",    "hospital",
    "home",       "homes",   "care",      "fostering", "adoption",   "agency",   "children",   "children's",
    "services",   "service", "trust",     "provider",  "published",  "date",     "dates",      "leaders",
    "leadership", "safe",    "effective", "caring",    "responsive", "well-led", "overall",    "experiences",
    "progress",   "police",  "prison",    "region",    "type"};

}  // namespace findings

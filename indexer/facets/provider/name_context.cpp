#include "indexer/facets/provider/name_context.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 10> kTitles{"mr",   "mrs",  "ms",   "dr",        "sir",
                                                   "prof", "cllr", "miss", "professor", "lord"};

/// Posts that people hold.
constexpr std::array<std::string_view, 26> kPosts{
    "executive",    "head",      "headteacher", "spokesman", "spokeswoman", "spokesperson", "manager",
    "teacher",      "principal", "governor",    "inspector", "director",    "secretary",    "minister",
    "councillor",   "leader",    "chairman",    "chair",     "founder",     "professor",    "constable",
    "commissioner", "mp",        "nurse",       "organiser", "matron"};

/// "on behalf of White Cart Council", "run by the charity Caledon Childcare", "its owner, Caledon": whose body another
/// is.
bool is_owner(const Passage& passage, std::size_t word) {
    constexpr std::array<std::string_view, 11> kNouns{"the",   "a",       "charity",  "company",  "firm",    "group",
                                                      "local", "private", "provider", "national", "operator"};
    constexpr std::array<std::string_view, 6> kOwners{"owner",     "owners",     "operator",
                                                      "operators", "proprietor", "proprietors"};
    if (word == 0 || passage.words[word].after_break) return false;
    if (is_one_of(kOwners, passage.folded(word - 1))) return true;
    while (word > 0 && is_one_of(kNouns, passage.folded(word - 1))) --word;
    if (word < 2 || passage.words[word].after_break) return false;
    const std::string before = passage.folded(word - 1);
    const std::string verb = passage.folded(word - 2);
    constexpr std::array<std::string_view, 10> kRun{"run", "owned",    "operated", "managed",  "hosted",
                                                    "led", "governed", "provided", "employed", "bought"};
    if (before == "by") return is_one_of(kRun, verb);
    if (before == "of") return verb == "behalf" || verb == "part";
    if (before == "to") return verb == "belongs";
    // "The trust which runs it, Severn Vale Hospitals,"
    return (before == "it" || before == "them") && (verb == "runs" || verb == "owns" || verb == "operates");
}

/// "inspectors visited X", "inspection at X", "report into X".
bool is_inspected(const Passage& passage, std::size_t word) {
    if (word > 0 && !passage.words[word].after_break && passage.folded(word - 1) == "the") --word;
    if (word < 2 || passage.words[word].after_break) return false;
    const std::string before = passage.folded(word - 1);
    constexpr std::array<std::string_view, 8> kVerbs{"visited", "inspected",  "rated", "judged",
                                                     "branded", "criticised", "told",  "given"};
    if (is_one_of(kVerbs, before)) return true;
    constexpr std::array<std::string_view, 6> kLinks{"of", "at", "into", "to", "on", "from"};
    constexpr std::array<std::string_view, 12> kNouns{"inspection",   "inspections", "visit",    "report",
                                                      "notification", "concern",     "concerns", "review",
                                                      "failings",     "notices",     "notice",   "verdict"};
    if (!is_one_of(kLinks, before)) return false;
    return is_one_of(kNouns, passage.folded(word - 2)) || (word > 2 && passage.folded(word - 2) == "carried");
}

bool follows_finding(const Passage& passage, std::size_t word) {
    for (std::size_t back = 1; back <= 3 && back <= word; ++back) {
        const std::size_t at = word - back;
        if (has_role_in(passage, at, at + 1, Role::finding)) return true;
        if (passage.words[at].after_break || passage.words[at].after_comma) break;
    }
    return false;
}

/// "The practice - the Canterbury Road Medical Centre": what stands for a body, then its name.
bool is_apposed(const Passage& passage, std::size_t word) {
    std::size_t end = word;
    if (passage.folded(end - 1) == "the") --end;
    if (end < 2 || !(passage.words[end].after_comma || passage.words[word].after_comma)) return false;
    const auto [begin, last] = passage.matches_in(end > 4 ? end - 4 : 0, end);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(last), [&](const PhraseMatch& match) {
                           return match.first + match.count == end &&
                                  (has_role(match, Role::stands_for) || has_role(match, Role::called));
                       });
}

void read_before(const Passage& passage, std::size_t word, bool unlisted, NameContext& context) {
    if (word == 0 || passage.words[word].after_break) return;
    const std::string before = passage.folded(word - 1);
    context.after_at = before == "at" || before == "inside" || before == "visited";
    constexpr std::array<std::string_view, 12> kCompare{"like",  "unlike", "than",   "including",    "as",     "with",
                                                        "other", "nearby", "fellow", "neighbouring", "sister", "rival"};
    context.compared = is_one_of(kCompare, before);
    context.called = before == "called" || before == "named";
    context.person = is_personal_title(before) || is_personal_title(passage.folded(word)) ||
                     (unlisted && (is_one_of(kPosts, before) || is_one_of(kPosts, passage.folded(word))));
    constexpr std::array<std::string_view, 5> kLinks{"of", "for", "at", "from", "with"};
    context.spoken_for = is_one_of(kLinks, before) && word > 1 && is_one_of(kPosts, passage.folded(word - 2));
    context.rated_object = follows_finding(passage, word);
    context.apposed = is_apposed(passage, word);
}

/// "X was also rated", "X, in Leeds, has been judged"
bool is_rated_behind(const Passage& passage, std::size_t word, std::size_t end) {
    constexpr std::array<std::string_view, 11> kVerbs{"was", "were", "has",  "been",    "is",      "received",
                                                      "got", "had",  "have", "require", "requires"};
    bool verb = false;
    for (std::size_t at = word; at < end && !passage.words[at].after_break; ++at) {
        verb = verb || is_one_of(kVerbs, passage.folded(at));
        if (verb && has_role_in(passage, at, at + 1, Role::finding, "rated")) return true;
    }
    return false;
}

constexpr std::array<std::string_view, 5> kRunBy{"run", "owned", "operated", "managed", "part"};

/// "X is run by", "X, on Northgate, is owned by"
bool is_run_behind(const Passage& passage, std::size_t word, std::size_t end) {
    constexpr std::size_t kReach = 7;
    for (std::size_t at = word; at + 1 < std::min(end, word + kReach) && !passage.words[at].after_break; ++at)
        if (passage.folded(at) == "is") return is_one_of(kRunBy, passage.folded(at + 1));
    return false;
}

bool is_placed(const Passage& passage, std::size_t word) {
    const std::string next = passage.folded(word);
    if (next != "in" && next != "near" && !(passage.words[word].after_comma && passage.words[word].capital))
        return false;
    return names_place_in(passage, word, word + 3);
}

void read_after(const Passage& passage, std::size_t word, bool unlisted, NameContext& context) {
    if (word >= passage.words.size() || passage.words[word].after_break) return;
    const std::string next = passage.folded(word);
    const std::string second = word + 1 < passage.words.size() ? passage.folded(word + 1) : std::string();
    const bool comma = passage.words[word].after_comma;
    const std::size_t end = std::min(word + 14, passage.words.size());
    context.placed = is_placed(passage, word);
    context.to_come = next == "will" || next == "hopes" || next == "plans";
    constexpr std::array<std::string_view, 18> kDone{
        "provides", "offers", "houses",   "employs", "accommodates", "serves", "teaches",  "caters", "places",
        "supports", "cares",  "recruits", "opened",  "has",          "looks",  "educates", "covers", "provided"};
    context.does_as_bodies_do = is_one_of(kDone, next) && !comma;
    context.speaks = next == "said" || next == "says" || next == "added";
    context.runs_another = (next == "which" && (second == "runs" || second == "owns" || second == "operates")) ||
                           (!comma && (next == "runs" || next == "owns"));
    context.is_run_by =
        (comma && is_one_of(kRunBy, next)) || (next == "which" && second == "is") || is_run_behind(passage, word, end);
    context.is_rated = is_rated_behind(passage, word, end);
    // "Smith, the chief inspector of prisons": a person.
    for (std::size_t at = word; comma && unlisted && at < std::min(word + 5, end); ++at) {
        if (at > word && passage.words[at].after_comma) break;
        context.person = context.person || is_one_of(kPosts, passage.folded(at));
    }
    // "Smith, 46,": a person.
    if (comma && passage.words[word].digits && passage.words[word].end - passage.words[word].begin == 2)
        context.person = true;
}

}  // namespace

bool is_personal_title(std::string_view folded) { return is_one_of(kTitles, folded); }

NameContext read_name_context(const Passage& passage, NameSpan name, bool unlisted) {
    NameContext context;
    context.inspected = is_inspected(passage, name.first);
    context.owner = is_owner(passage, name.first);
    context.company = is_company_ending(passage.folded(name.last - 1)) ||
                      (name.last < passage.words.size() && !passage.words[name.last].after_break &&
                       is_company_ending(passage.folded(name.last)));
    read_before(passage, name.first, unlisted, context);
    read_after(passage, name.last, unlisted, context);
    return context;
}

}  // namespace findings

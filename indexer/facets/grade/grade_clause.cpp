#include "indexer/facets/grade/grade_clause.hpp"

#include <algorithm>
#include <charconv>

#include "indexer/facets/grade/grade_cues.hpp"

namespace findings {
namespace {

/// A grade stands at most this many words behind its verb.
constexpr std::size_t kReach = 12;
/// Unknown words (an object: "rated the Woodland Way home") allowed between verb and grade.
constexpr std::size_t kMostUnknown = 7;

bool is_require(std::string_view text) { return text == "require" || text == "requires" || text == "required"; }

std::optional<int> read_year(const GradeWord& word) {
    int year = 0;
    const char* end = word.text.data() + word.text.size();
    const auto [stop, error] = std::from_chars(word.text.data(), end, year);
    if (error != std::errc() || stop != end || year < 1990 || year > 2100) return std::nullopt;
    return year;
}

}  // namespace

GradeClause::GradeClause(std::vector<GradeWord> sentence, const SentenceSetting& setting)
    : words(std::move(sentence)), setting_(setting) {
    for (const BookMatch& match : setting.rules->phrases.find_all(words)) {
        // The abbreviation is a grade in capitals only.
        if (words[match.first].text == "ri" && !words[match.first].all_capitals) continue;
        grades.push_back(match);
    }
    if (grades.empty()) return;
    marks_.assign(words.size(), Mark::none);
    named_.assign(words.size(), 0);
    for (const BookMatch& area : setting.books->news.find_all(words)) {
        areas_.push_back(area);
        for (std::size_t i = area.first; i < area.last; ++i) {
            marks_[i] = Mark::area;
            named_[i] = area.value;
        }
    }
    mark_names();
    for (const BookMatch& grade : grades)
        for (std::size_t i = grade.first; i < grade.last; ++i) marks_[i] = Mark::grade;
}

void GradeClause::mark_names() {
    const auto mark = [&](std::size_t first, std::size_t last, std::uint32_t provider) {
        for (std::size_t i = first; i < last; ++i) {
            if (marks_[i] == Mark::area) continue;
            marks_[i] = Mark::name;
            named_[i] = provider;
        }
    };
    for (const BookMatch& name : setting_.names.find_all(words))
        if (words[name.first].capital) mark(name.first, name.last, name.value);
    if (setting_.title || words.empty()) return;
    const auto& providers = setting_.context->providers;
    for (std::size_t p = 0; p < providers.size(); ++p) {
        const auto& spans = providers[p].mentions;
        auto span = std::lower_bound(spans.begin(), spans.end(), words.front().begin,
                                     [](const Span& s, std::size_t at) { return s.end <= at; });
        std::size_t i = 0;
        for (; span != spans.end() && span->begin < words.back().end; ++span) {
            while (i < words.size() && words[i].end <= span->begin) ++i;
            std::size_t last = i;
            while (last < words.size() && words[last].begin < span->end) ++last;
            mark(i, last, static_cast<std::uint32_t>(p));
        }
    }
}

bool GradeClause::is_quoted(std::size_t k) const {
    return words[grades[k].first].quote_before && words[grades[k].last - 1].quote_after;
}

bool GradeClause::has_noun_after(std::size_t k) const {
    const std::size_t next = grades[k].last;
    if (next >= words.size() || words[next].stop_before || words[next].colon_before) return false;
    if (words[next].comma_before && !is_quoted(k)) return false;
    const std::string& noun = words[next].text;
    if (!has_cue(noun, GradeCue::noun)) return false;
    // "shows good judgement" is no grade.
    return is_quoted(k) || (noun != "judgement" && noun != "judgment");
}

/// The grade describes no noun behind it: "rated good by Ofsted", not "rated good practice".
bool GradeClause::stands_free(std::size_t k) const {
    const std::size_t next = grades[k].last;
    if (next >= words.size()) return true;
    const GradeWord& word = words[next];
    if (word.stop_before || word.comma_before || word.break_before || word.quote_before) return true;
    // "rated good eighteen months earlier"
    if (next + 2 < words.size() &&
        (words[next + 2].text == "earlier" || words[next + 2].text == "ago" || words[next + 2].text == "before"))
        return true;
    if (has_cue(word.text, GradeCue::noun)) return true;
    if ((word.text == "and" || word.text == "or" || word.text == "to") && k + 1 < grades.size() &&
        grades[k + 1].first == next + 1)
        return stands_free(k + 1);
    return has_cue(word.text, GradeCue::follow) || read_year(word).has_value();
}

bool GradeClause::governs_as_copula(std::size_t k, std::size_t at) const {
    if (!stands_free(k)) return false;
    if (setting_.report || setting_.title) return true;
    if (is_quoted(k) || is_followed_by_area(k)) return true;
    // "is now good in all areas"
    if (find_subject_after(k).everywhere) return true;
    if (keeps_provider(at)) return true;
    // "Cedar Mews was previously good."
    if (at + 2 == grades[k].first && (words[at + 1].text == "previously" || words[at + 1].text == "formerly"))
        return true;
    // "the overall effectiveness is inadequate"
    const std::size_t begin = at > 6 ? at - 6 : 0;
    for (std::size_t i = begin; i < at; ++i)
        if (words[i].text == "overall") return true;
    return false;
}

/// "has been told by Ofsted that it requires improvement": inspectors' words, and nothing behind the grade but the
/// end of its clause.
bool GradeClause::is_told(std::size_t k) const {
    const std::size_t next = grades[k].last;
    if (next < words.size() && !words[next].stop_before && !words[next].comma_before && words[next].text != "overall")
        return false;
    for (std::size_t i = grades[k].first; i-- > left_bound(k) && grades[k].first - i <= kReach;) {
        if (words[i].text == "told" || words[i].text == "said" || words[i].text == "ruled" ||
            words[i].text == "found" || words[i].text == "concluded" || words[i].text == "decided")
            return true;
        if (words[i].stop_before || words[i].comma_before) return false;
    }
    return false;
}

/// "Tamar Bridge Fostering, which is based in Saltash, continues to be good", "the school remains good": the body
/// itself stands before the verb, not "teaching at the school".
bool GradeClause::keeps_provider(std::size_t at) const {
    std::size_t i = at;
    if (words[i].text == "be" && i >= 2 && words[i - 1].text == "to") i -= 2;
    if (i == 0 || !(has_cue(words[i].text, GradeCue::keep) && words[i].text != "again" && words[i].text != "still"))
        return false;
    if (words[i].comma_before) {
        std::size_t opener = i - 1;
        while (opener > 0 && !words[opener].comma_before) --opener;
        i = opener;
    }
    if (i == 0) return false;
    if (marks_[i - 1] == Mark::name) return true;
    if (!has_cue(words[i - 1].text, GradeCue::provider) || i < 2) return false;
    const std::string& article = words[i - 2].text;
    if (article != "the" && article != "this") return false;
    return i == 2 || words[i - 2].stop_before || words[i - 2].comma_before || words[i - 3].text == "that" ||
           words[i - 3].text == "said";
}

/// "now required improvement, down from a rating of good"
bool GradeClause::is_moved(std::size_t k) const {
    const std::size_t next = grades[k].last;
    return next + 1 < words.size() && (words[next].text == "down" || words[next].text == "up") &&
           words[next + 1].text == "from";
}

/// "services for children in care and care leavers require improvement", "safe and well-led both require …".
bool GradeClause::follows_area(std::size_t k) const {
    std::size_t i = grades[k].first;
    while (i > left_bound(k) && has_cue(words[i - 1].text, GradeCue::aux) && marks_[i - 1] == Mark::none) --i;
    return i > left_bound(k) && marks_[i - 1] == Mark::area;
}

/// "Canal Street Primary School, satisfactory since 2007, has been …"
bool GradeClause::is_held_since(std::size_t k) const {
    const std::size_t next = grades[k].last;
    return words[grades[k].first].comma_before && next + 1 < words.size() && words[next].text == "since" &&
           is_early_year(next + 1);
}

/// HMICFRS grades questions: "the force was good at preventing crime".
bool GradeClause::is_followed_by_area(std::size_t k) const {
    return setting_.context->regulator == "hmicfrs" && !find_subject_after(k).areas.empty();
}

GradeClause::Governor GradeClause::find_governor(std::size_t k) const {
    Governor governor;
    const BookMatch& grade = grades[k];
    governor.at = grade.first;
    const bool quoted = is_quoted(k);
    const bool noun_after = has_noun_after(k);
    const bool free = stands_free(k);
    bool noun_before = false;
    bool overall = grade.last < words.size() && words[grade.last].text == "overall";
    bool only_fillers = true;
    bool moved = false;
    std::size_t unknown = 0;
    std::optional<std::size_t> copula;
    const std::size_t bound = left_bound(k);
    std::size_t reach = kReach;
    for (std::size_t i = grade.first; i-- > bound && grade.first - i <= reach;) {
        const GradeWord& next = words[i + 1];
        if (next.stop_before && !next.quote_before) break;
        if (next.colon_before && i + 1 != grade.first) break;
        // Behind a comma stands another clause, unless nothing of this one but names of areas has been passed yet
        // ("found leadership, help and protection, and care leavers to be good").
        // "branded Elm House, in Leeds, inadequate": no clause, only where it is.
        const bool place_aside = marks_[i] == Mark::name && words[grade.first].comma_before &&
                                 (next.text == "in" || next.text == "near" || next.text == "at");
        if (next.comma_before && i + 1 != grade.first && unknown > 0 && !place_aside) break;
        if (marks_[i] == Mark::area) {
            only_fillers = false;
            ++reach;
            continue;
        }
        const std::string& text = words[i].text;
        const std::uint32_t cues = grade_cues_of(text);
        const auto has = [&](GradeCue cue) { return (cues & static_cast<std::uint32_t>(cue)) != 0; };
        // "after rating it inadequate"
        const bool rating_it = text == "rating" && (next.text == "it" || next.text == "them" || next.text == "the");
        if (marks_[i] == Mark::none && (has(GradeCue::verb) || rating_it)) {
            if (!free && !noun_after && !quoted) break;
            governor.governs = governor.firm = true;
            governor.at = i;
            // The cue "still rated good" keeps; "again" likewise.
            governor.kept = i > 0 && has_cue(words[i - 1].text, GradeCue::keep);
            // "After being rated inadequate, …"
            governor.bare = i == 0 || (i <= 2 && !words[i].comma_before && has_cue(words[0].text, GradeCue::follow));
            // "gone from being rated inadequate"
            if (i >= 2 && words[i - 1].text == "being" && words[i - 2].text == "from") governor.from = true;
            break;
        }
        if (has(GradeCue::move)) moved = true;
        const bool to_be = text == "found" || text == "considered" || text == "concluded";
        if (marks_[i] == Mark::none && has(GradeCue::weak) && (!copula || to_be)) {
            const bool free_standing =
                free &&
                (quoted || overall || noun_before || (to_be && i + 2 < words.size() && words[i + 1].text == "to") ||
                 // "found the home to be inadequate"
                 (to_be && grade.first > i + 2 && words[grade.first - 1].text == "be" &&
                  words[grade.first - 2].text == "to") ||
                 (to_be && i + 1 == grade.first && i > 0 && has_cue(words[i - 1].text, GradeCue::copula)) ||
                 (moved && only_fillers && (words[i + 1].text == "to" || words[grade.first - 1].text == "to")) ||
                 (has(GradeCue::keep) && only_fillers &&
                  (words[grade.first].capital || !find_subject_after(k).areas.empty())));
            if (!free_standing && !noun_after) break;
            governor.governs = true;
            governor.firm = noun_after || noun_before || quoted || to_be;
            governor.kept = has(GradeCue::keep);
            governor.lost = has(GradeCue::lose);
            governor.at = i;
            break;
        }
        if (text == "from" && only_fillers && !governor.from) governor.from = true;
        if (has(GradeCue::noun)) noun_before = true;
        if (text == "overall") overall = true;
        if (has(GradeCue::copula) && !copula && unknown == 0) copula = i;
        if (!has(GradeCue::filler) || marks_[i] == Mark::name || marks_[i] == Mark::area) {
            only_fillers = false;
            if (++unknown > kMostUnknown) break;
        }
    }
    if (governor.governs) return governor;
    if (copula && governs_as_copula(k, *copula)) {
        governor.governs = true;
        governor.firm = setting_.report || (quoted && !setting_.title);
        governor.at = *copula;
        governor.kept = has_cue(words[*copula].text, GradeCue::keep) || keeps_provider(*copula) ||
                        (*copula > 0 && has_cue(words[*copula - 1].text, GradeCue::keep));
        return governor;
    }
    // The grade's own verb: "children's services in Kent require improvement". Nobody says "requires improvement to
    // be good" of anything else.
    const bool whole_phrase = is_require(words[grade.first].text) && grade.last - grade.first > 3;
    if (whole_phrase || (is_require(words[grade.first].text) && free &&
                         (setting_.report || setting_.title || quoted || is_told(k) || is_moved(k) ||
                          is_followed_by_area(k) || follows_area(k)))) {
        governor.governs = governor.firm = true;
        return governor;
    }
    const bool rating_of = noun_before && grade.first > 1 && has_cue(words[grade.first - 2].text, GradeCue::noun) &&
                           (words[grade.first - 1].text == "of" || words[grade.first - 1].text == "as");
    if (noun_after || rating_of || (noun_before && (quoted || overall)) || (governor.from && (moved || quoted)) ||
        (governor.from && joins_by_to(k + 1)) ||
        (setting_.title && free && (quoted || words[grade.first].all_capitals)) ||
        (quoted && grade.first > 0 && words[grade.first].colon_before && noun_before))
        governor.governs = true;
    if (is_held_since(k)) governor.governs = true;
    // A headline's bare quotation may be of anything: "Fire service's culture 'inadequate'".
    governor.firm = governor.governs && (noun_after || noun_before || (setting_.title && moved));
    return governor;
}

bool GradeClause::is_listed(std::size_t k) const {
    const auto adjoin = [&](std::size_t a, std::size_t b) {
        for (std::size_t i = grades[a].last; i < grades[b].first; ++i)
            if (words[i].text != "and" && words[i].text != "or") return false;
        return true;
    };
    return (k > 0 && adjoin(k - 1, k)) || (k + 1 < grades.size() && adjoin(k, k + 1));
}

bool GradeClause::joins_by_to(std::size_t k) const {
    if (k == 0 || k >= grades.size()) return false;
    bool to = false;
    for (std::size_t i = grades[k - 1].last; i < grades[k].first; ++i) {
        const std::string& text = words[i].text;
        if (text == "to") to = true;
        if (!has_cue(text, GradeCue::filler) && !read_year(words[i]) && !has_cue(text, GradeCue::month) && text != "in")
            return false;
    }
    return to;
}

bool GradeClause::coordinates(std::size_t k) const {
    bool linked = false;
    for (std::size_t i = grades[k - 1].last; i < grades[k].first; ++i) {
        const std::string& text = words[i].text;
        const bool small = text == "and" || text == "but" || text == "or" || text == "while" || text == "with" ||
                           text == "for" || text == "in" || text == "across" || text == "areas" || text == "area" ||
                           text == "categories" || text == "category" || text == "although" || text == "however" ||
                           text == "though";
        linked = linked || small || words[i].comma_before;
        if (!small && marks_[i] != Mark::area && !has_cue(text, GradeCue::filler)) return false;
    }
    return linked || words[grades[k].first].comma_before;
}

}  // namespace findings

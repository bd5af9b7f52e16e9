#include "searcher/plan/find_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/index/terms.hpp"
#include "common/text/slug.hpp"
#include "searcher/query/word_runs.hpp"

namespace findings {
namespace {

// A longer name is cut and hashed as a slug anyway (common/text/slug).
constexpr std::size_t kMaxNameWords = 12;

// Hull's -> Hull, which a slug would make "hulls".
std::string without_possessive(std::string name) {
    for (const std::string_view ending : {"'s", "’s"})
        if (name.size() > ending.size() && std::string_view(name).substr(name.size() - ending.size()) == ending)
            return name.substr(0, name.size() - ending.size());
    return name;
}

bool begins_a_term(const Xapian::Database& database, const std::string& beginning) {
    return database.allterms_begin(beginning) != database.allterms_end(beginning);
}

/// A name found in a run of words.
struct Match {
    std::size_t words = 0;
    std::string slug;
};

// The longest name that begins at a word. Words are added as long as some name begins like them.
Match find_longest(Field field, const WordRun& run, std::size_t first, const Xapian::Database& database) {
    Match best;
    const std::size_t most = std::min(kMaxNameWords, run.words.size() - first);
    for (std::size_t count = 1; count <= most; ++count) {
        const std::string text = run.text(first, count);
        const std::string base = make_slug(without_possessive(text));
        if (base.empty() || !begins_a_term(database, facet_term(field, base))) break;
        for (const std::string& slug : {make_slug(text), base}) {
            if (!database.term_exists(facet_term(field, slug))) continue;
            best = {count, slug};
            break;
        }
    }
    return best;
}

// Whether a council's everyday name is followed by what makes it a council: "Hull City Council".
bool is_council(const WordRun& run, std::size_t next) {
    static constexpr std::array<std::string_view, 6> kKinds{"county",       "city",     "borough",
                                                            "metropolitan", "district", "unitary"};
    for (; next < run.words.size(); ++next) {
        const std::string word = make_slug(without_possessive(run.words[next]));
        if (word == "council") return true;
        if (std::find(kKinds.begin(), kKinds.end(), word) == kKinds.end()) return false;
    }
    return false;
}

void add_names(Field field, double weight, const WordRun& run, const Xapian::Database& database,
               std::vector<QueriedName>& names) {
    for (std::size_t first = 0; first < run.words.size();) {
        const Match match = find_longest(field, run, first, database);
        if (match.words == 0) {
            ++first;
            continue;
        }
        const bool whole = run.whole_query && match.words == run.words.size();
        const bool certain = match.words > 1 || whole || is_council(run, first + match.words);
        QueriedName name{run.text(first, match.words), facet_term(field, match.slug),
                         certain ? weight : kOneWordWeight};
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        first += match.words;
    }
}

}  // namespace

std::vector<QueriedName> find_names(const QueryTree& tree, const Xapian::Database& database) {
    std::vector<QueriedName> names;
    for (const WordRun& run : find_word_runs(tree)) {
        add_names(Field::provider, kProviderWeight, run, database, names);
        add_names(Field::group, kGroupWeight, run, database, names);
    }
    return names;
}

Xapian::Query build_name_query(const std::vector<QueriedName>& names) {
    std::vector<Xapian::Query> queries;
    for (const QueriedName& name : names) {
        const Xapian::Query weight((new Xapian::FixedWeightPostingSource(name.weight))->release());
        queries.emplace_back(Xapian::Query::OP_FILTER, weight, Xapian::Query(name.term));
    }
    return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

}  // namespace findings

#include "searcher/match/rank_documents.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/match/find_documents.hpp"
#include "searcher/match/ineb2.hpp"

namespace findings {
namespace {

using Xapian::Query;

/// What a query asks of a document, flattened as Xapian flattens it.
struct Conditions {
    std::vector<std::string> weighed;  ///< terms that must be there and score
    std::vector<Query> required;
    std::vector<Query> excluded;
};

// False for a query of another shape.
bool add_conditions(const Query& query, bool weighs, Conditions& conditions) {
    const std::size_t parts = query.get_num_subqueries();
    switch (query.get_type()) {
        case Query::OP_AND:
            for (std::size_t i = 0; i < parts; ++i)
                if (!add_conditions(query.get_subquery(i), weighs, conditions)) return false;
            return true;
        case Query::OP_FILTER:
            for (std::size_t i = 0; i < parts; ++i)
                if (!add_conditions(query.get_subquery(i), weighs && i == 0, conditions)) return false;
            return true;
        case Query::OP_AND_NOT:
            if (!add_conditions(query.get_subquery(0), weighs, conditions)) return false;
            for (std::size_t i = 1; i < parts; ++i) {
                if (!is_plain(query.get_subquery(i))) return false;
                conditions.excluded.push_back(query.get_subquery(i));
            }
            return true;
        case Query::LEAF_TERM:
            if (weighs)
                conditions.weighed.push_back(*query.get_terms_begin());
            else
                conditions.required.push_back(query);
            return true;
        default:
            if (weighs || !is_plain(query)) return false;
            conditions.required.push_back(query);
            return true;
    }
}

/// Documents that are left, and how often they have the words looked up so far.
class Candidates {
  public:
    Candidates(const Xapian::Database& database, std::size_t words) : database_(database), frequencies_(words) {}

    void narrow_to(const Query& query) {
        DocumentSet found = started_ ? find_within(query, database_, set_of_ids()) : *find_documents(query, database_);
        if (started_) return keep([&](std::size_t i) { return found.has(ids_[i]); });
        started_ = true;
        ids_.reserve(found.count());
        found.each([&](Xapian::docid id) { ids_.push_back(id); });
    }

    void keep_within(const DocumentSet& documents) {
        keep([&](std::size_t i) { return documents.has(ids_[i]); });
    }

    void drop(const Query& query) {
        const DocumentSet found = find_within(query, database_, set_of_ids());
        keep([&](std::size_t i) { return !found.has(ids_[i]); });
    }

    void narrow_to_word(const std::string& term, std::size_t word) {
        std::vector<Xapian::termcount>& frequencies = frequencies_[word];
        const Xapian::doccount documents = database_.get_termfreq(term);
        auto at = database_.postlist_begin(term);
        const auto end = database_.postlist_end(term);
        if (!started_) {
            started_ = true;
            ids_.reserve(documents);
            frequencies.reserve(documents);
            for (; at != end; ++at) {
                ids_.push_back(*at);
                frequencies.push_back(at.get_wdf());
            }
            return;
        }
        frequencies.assign(ids_.size(), 0);
        const bool jumps = is_worth_jumping(documents, ids_.size());
        std::vector<bool> has(ids_.size());
        for (std::size_t i = 0; i < ids_.size() && at != end; ++i) {
            if (jumps)
                at.skip_to(ids_[i]);
            else
                while (at != end && *at < ids_[i]) ++at;
            if (at == end || *at != ids_[i]) continue;
            has[i] = true;
            frequencies[i] = at.get_wdf();
        }
        keep([&](std::size_t i) { return has[i]; });
    }

    [[nodiscard]] const std::vector<Xapian::docid>& ids() const { return ids_; }
    [[nodiscard]] Xapian::termcount frequency(std::size_t word, std::size_t i) const { return frequencies_[word][i]; }
    [[nodiscard]] DocumentSet set_of_ids() const {
        DocumentSet set(database_.get_lastdocid());
        for (const Xapian::docid id : ids_) set.add(id);
        return set;
    }

  private:
    template <typename Wanted>
    void keep(Wanted wanted) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < ids_.size(); ++i) {
            if (!wanted(i)) continue;
            ids_[kept] = ids_[i];
            for (std::vector<Xapian::termcount>& frequencies : frequencies_)
                if (!frequencies.empty()) frequencies[kept] = frequencies[i];
            ++kept;
        }
        ids_.resize(kept);
        for (std::vector<Xapian::termcount>& frequencies : frequencies_)
            if (!frequencies.empty()) frequencies.resize(kept);
    }

    const Xapian::Database& database_;
    bool started_ = false;
    std::vector<Xapian::docid> ids_;
    std::vector<std::vector<Xapian::termcount>>
        frequencies_;  ///< of each word, by place in ids_; empty until looked up
};

bool stands_before(const FoundStory& a, const FoundStory& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
}

std::vector<FoundStory> choose_best(const Candidates& candidates, const std::vector<IneB2>& words,
                                    const Xapian::Database& database, const FacetColumns& columns, std::size_t wanted,
                                    const std::function<bool(Xapian::docid)>& chosen) {
    std::vector<FoundStory> best;
    if (wanted == 0) return best;
    const std::vector<Xapian::docid>& ids = candidates.ids();
    best.reserve(std::min(wanted, ids.size()));
    const double average = database.get_avlength();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (chosen && !chosen(ids[i])) continue;
        const double normal = normalise_length(columns.lengths()[ids[i] - 1], average);
        double weight = 0;
        for (std::size_t word = 0; word < words.size(); ++word)
            weight += words[word].weigh(candidates.frequency(word, i), normal);
        if (best.size() < wanted) {
            best.push_back({ids[i], weight});
            if (best.size() == wanted) std::make_heap(best.begin(), best.end(), stands_before);
        } else if (weight > best.front().weight) {  // of one weight the earlier document stays
            std::pop_heap(best.begin(), best.end(), stands_before);
            best.back() = {ids[i], weight};
            std::push_heap(best.begin(), best.end(), stands_before);
        }
    }
    std::sort(best.begin(), best.end(), stands_before);
    return best;
}

}  // namespace

std::optional<RankedDocuments> rank_documents(const Xapian::Query& query, const Xapian::Database& database,
                                              const FacetColumns& columns, std::size_t wanted,
                                              const std::function<bool(Xapian::docid)>& chosen,
                                              const DocumentSet* within) {
    Conditions conditions;
    if (!add_conditions(query, true, conditions) || conditions.weighed.empty()) return std::nullopt;
    // Weights are added in this order, as Xapian does: a sum of three depends on it, in its last bit.
    std::vector<std::pair<Xapian::doccount, std::string>> words;
    for (std::string& term : conditions.weighed) words.emplace_back(database.get_termfreq(term), std::move(term));
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto same =
        std::adjacent_find(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (words.size() > 2 && same != words.end()) return std::nullopt;
    std::vector<std::pair<std::size_t, const Query*>> required;
    for (const Query& part : conditions.required) required.emplace_back(bound_documents(part, database), &part);
    std::stable_sort(required.begin(), required.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    Candidates candidates(database, words.size());
    auto next = required.begin();
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (; next != required.end() && next->first < words[word].first; ++next) candidates.narrow_to(*next->second);
        candidates.narrow_to_word(words[word].second, word);
    }
    for (; next != required.end(); ++next) candidates.narrow_to(*next->second);
    if (within != nullptr) candidates.keep_within(*within);
    for (const Query& part : conditions.excluded) candidates.drop(part);
    if (candidates.ids().empty()) return RankedDocuments{candidates.set_of_ids(), {}};
    std::vector<IneB2> weights;
    weights.reserve(words.size());
    for (const auto& [documents, term] : words)
        weights.emplace_back(database.get_doccount(), static_cast<double>(database.get_collection_freq(term)),
                             documents);
    return RankedDocuments{candidates.set_of_ids(),
                           choose_best(candidates, weights, database, columns, wanted, chosen)};
}

}  // namespace findings

#include "searcher/match/find_documents.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "common/index/schema.hpp"

namespace findings {
namespace {

using Xapian::Query;

constexpr std::size_t kWorthJumping = 10;

/// What is left to look among.
struct Within {
    const DocumentSet* documents = nullptr;  ///< null: everywhere
    std::size_t count = 0;
};

class Finder {
  public:
    explicit Finder(const Xapian::Database& database) : database_(database), last_(database.get_lastdocid()) {}

    // Adds the documents within `within` that the query finds.
    void find(const Query& query, const Within& within, DocumentSet& found) const {
        switch (query.get_type()) {
            case Query::LEAF_TERM:
                return find_term(*query.get_terms_begin(), within, found);
            case Query::LEAF_MATCH_ALL:
                if (within.documents != nullptr) return found.add_all(*within.documents);
                return find_term({}, within, found);
            case Query::OP_SCALE_WEIGHT:
            case Query::OP_AND_MAYBE:
                return find(query.get_subquery(0), within, found);
            case Query::OP_OR:
            case Query::OP_SYNONYM:
                for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) find(query.get_subquery(i), within, found);
                return;
            case Query::OP_AND:
            case Query::OP_FILTER:
                return find_all(query, within, found);
            case Query::OP_AND_NOT:
                return find_without(query, within, found);
            default:
                return;  // LEAF_MATCH_NOTHING
        }
    }

    [[nodiscard]] DocumentSet empty_set() const { return DocumentSet(last_); }

  private:
    void find_term(const std::string& term, const Within& within, DocumentSet& found) const {
        auto at = database_.postlist_begin(term);
        const auto end = database_.postlist_end(term);
        if (within.documents == nullptr) {
            for (; at != end; ++at) found.add(*at);
        } else if (!is_worth_jumping(database_.get_termfreq(term), within.count)) {
            for (; at != end; ++at)
                if (within.documents->has(*at)) found.add(*at);
        } else {
            within.documents->each([&](Xapian::docid id) {
                if (at == end) return;
                at.skip_to(id);
                if (at != end && *at == id) found.add(id);
            });
        }
    }

    // The rarest part first: the others are then looked up among few.
    void find_all(const Query& query, const Within& within, DocumentSet& found) const {
        std::vector<std::size_t> order(query.get_num_subqueries());
        std::iota(order.begin(), order.end(), 0);
        std::vector<std::size_t> most;
        most.reserve(order.size());
        for (const std::size_t i : order) most.push_back(bound_documents(query.get_subquery(i), database_));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return most[a] < most[b]; });
        DocumentSet left = empty_set();
        find(query.get_subquery(order.front()), within, left);
        for (std::size_t i = 1; i < order.size(); ++i) {
            DocumentSet fewer = empty_set();
            find(query.get_subquery(order[i]), {&left, left.count()}, fewer);
            left = std::move(fewer);
        }
        found.add_all(left);
    }

    void find_without(const Query& query, const Within& within, DocumentSet& found) const {
        DocumentSet left = empty_set();
        find(query.get_subquery(0), within, left);
        const Within kept{&left, left.count()};
        DocumentSet excluded = empty_set();
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) find(query.get_subquery(i), kept, excluded);
        left.remove_all(excluded);
        found.add_all(left);
    }

    const Xapian::Database& database_;
    Xapian::docid last_;
};

}  // namespace

bool is_plain(const Query& query) {
    switch (query.get_type()) {
        case Query::LEAF_TERM:
        case Query::LEAF_MATCH_ALL:
        case Query::LEAF_MATCH_NOTHING:
            return true;
        case Query::OP_AND_MAYBE:
            return is_plain(query.get_subquery(0));
        case Query::OP_AND:
        case Query::OP_FILTER:
        case Query::OP_AND_NOT:
        case Query::OP_OR:
        case Query::OP_SYNONYM:
        case Query::OP_SCALE_WEIGHT:
            for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
                if (!is_plain(query.get_subquery(i))) return false;
            return true;
        default:
            return false;
    }
}

std::size_t bound_documents(const Xapian::Query& query, const Xapian::Database& database) {
    const std::size_t all = database.get_doccount();
    std::size_t sum = 0;
    std::size_t least = all;
    switch (query.get_type()) {
        case Query::LEAF_TERM:
            return database.get_termfreq(*query.get_terms_begin());
        case Query::LEAF_MATCH_ALL:
            return all;
        case Query::LEAF_MATCH_NOTHING:
            return 0;
        case Query::OP_OR:
        case Query::OP_SYNONYM:
            for (std::size_t i = 0; i < query.get_num_subqueries() && sum < all; ++i)
                sum += bound_documents(query.get_subquery(i), database);
            return std::min(sum, all);
        case Query::OP_AND:
        case Query::OP_FILTER:
            for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
                least = std::min(least, bound_documents(query.get_subquery(i), database));
            return least;
        default:
            return bound_documents(query.get_subquery(0), database);
    }
}

DocumentSet find_days(const Xapian::Database& database, Xapian::valueno slot, const std::string& first,
                      const std::string& last) {
    const Xapian::docid end = database.get_lastdocid() + 1;
    DocumentSet found(end - 1);
    if (slot != field_row(Field::date).slot) {
        for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
            if (*at >= first && *at <= last) found.add(at.get_docid());
        return found;
    }
    // The first document that is no newer than a day: documents lie in this order, so a few looks tell.
    const auto find_bound = [&](auto is_before) {
        Xapian::docid low = 1;
        Xapian::docid high = end;
        while (low < high) {
            const Xapian::docid middle = low + (high - low) / 2;
            auto at = database.valuestream_begin(slot);
            const auto none = database.valuestream_end(slot);
            if (at != none) at.skip_to(middle);
            const bool dated = at != none && at.get_docid() == middle;
            if (dated && is_before(*at))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    const Xapian::docid newest = find_bound([&](const std::string& day) { return day > last; });
    const Xapian::docid older = find_bound([&](const std::string& day) { return day >= first; });
    for (Xapian::docid id = newest; id < older; ++id) found.add(id);
    return found;
}

std::optional<std::size_t> count_at_once(const Xapian::Query& query, const Xapian::Database& database) {
    switch (query.get_type()) {
        case Query::LEAF_TERM:
        case Query::LEAF_MATCH_ALL:
        case Query::LEAF_MATCH_NOTHING:
            return bound_documents(query, database);
        case Query::OP_SCALE_WEIGHT:
            return count_at_once(query.get_subquery(0), database);
        case Query::OP_AND_NOT:
            for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
                if (!is_plain(query.get_subquery(i)) || bound_documents(query.get_subquery(i), database) > 0)
                    return std::nullopt;
            return count_at_once(query.get_subquery(0), database);
        default:
            return std::nullopt;
    }
}

bool is_worth_jumping(std::size_t documents, std::size_t wanted) { return documents / kWorthJumping >= wanted; }

std::optional<DocumentSet> find_documents(const Xapian::Query& query, const Xapian::Database& database) {
    if (!is_plain(query)) return std::nullopt;
    const Finder finder(database);
    DocumentSet found = finder.empty_set();
    finder.find(query, {}, found);
    return found;
}

DocumentSet find_within(const Xapian::Query& query, const Xapian::Database& database, const DocumentSet& within) {
    const Finder finder(database);
    DocumentSet found = finder.empty_set();
    finder.find(query, {&within, within.count()}, found);
    return found;
}

}  // namespace findings

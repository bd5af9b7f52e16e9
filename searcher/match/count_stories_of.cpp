#include "searcher/match/count_stories_of.hpp"

#include <optional>
#include <vector>

#include "common/index/finding_place.hpp"
#include "common/index/slot_reader.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/document_set.hpp"
#include "searcher/match/find_documents.hpp"

namespace findings {
namespace {

/// Remembers the documents that the rules of the filters let in.
class Accepted : public Xapian::MatchDecider {
  public:
    Accepted(const FilterPlan& plan, DocumentSet& documents)
        : counter_(plan.decided, {}, false), documents_(documents) {}
    bool operator()(const Xapian::Document& document) const override {
        if (!counter_(document)) return false;
        documents_.add(document.get_docid());
        return true;
    }

  private:
    FacetCounter counter_;
    DocumentSet& documents_;
};

DocumentSet find_accepted(const Xapian::Query& query, const FilterPlan& plan, const Xapian::Database& database) {
    if (!plan.decides)
        if (auto found = find_documents(query, database)) return std::move(*found);
    DocumentSet documents(database.get_lastdocid());
    const Accepted accepted(plan, documents);
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.get_mset(0, 0, database.get_doccount(), nullptr, &accepted);
    return documents;
}

// Findings lie in the order of their stories: those of one story follow each other.
std::size_t count_stories_among(const DocumentSet& documents, const Xapian::Database& database) {
    SlotReader places(database, kSlotStory);
    std::size_t stories = 0;
    std::uint32_t last = 0;
    documents.each([&](Xapian::docid id) {
        const std::string place = places.read(id);
        if (place.empty()) return;
        const std::uint32_t story = unpack_finding_place(place).story;
        if (story != last) ++stories;
        last = story;
    });
    return stories;
}

}  // namespace

std::size_t count_stories_of(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index) {
    const Xapian::Query query = apply_plan(text, plan);
    std::size_t stories = 0;
    for (const OpenGeneration& generation : index.generations)
        stories += count_stories_among(find_accepted(query, plan, generation.database), generation.database);
    return stories;
}

}  // namespace findings

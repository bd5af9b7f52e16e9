#include "indexer/generation/finding_segment.hpp"

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/index/facet_pack.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/position_pack.hpp"
#include "common/index/schema.hpp"
#include "tests/unit/support/segment.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

Article report() {
    Article article;
    article.id = "kent";
    article.source = "kent.pdf";
    article.title = "Kent review";
    article.published = "2023-03-17";
    article.text = "Caseloads are too high.\nStaff care-fully plan. The board must act.";
    const auto value = [](Field facet, const char* slug) {
        return FacetValue(facet, slug, slug, Evidence{Where::declared, slug, "declared"});
    };
    article.values = {value(Field::provider, "kent"), value(Field::grade, "good"), value(Field::theme, "vetting")};
    article.awards.push_back({"kent", "four-point", "good", "", "", false, {}});
    const auto add = [&](std::string_view passage) -> Finding& {
        Finding finding;
        const std::size_t begin = article.text.find(passage);
        finding.pieces = {{begin, begin + passage.size()}};
        return article.findings.emplace_back(std::move(finding));
    };
    add("Caseloads are too high.").themes = {"staffing"};
    Finding& praise = add("Staff care");
    praise.direction = FindingDirection::strength;
    praise.themes = {"planning", "staffing"};
    add("The board must act.").other_body = true;
    return article;
}

/// The findings of a report, open.
struct Segment {
    explicit Segment(const Article& article) {
        test::write_findings_segment(folder.path() / "findings", {article});
        database = Xapian::Database((folder.path() / "findings").string());
    }
    [[nodiscard]] std::string value(Xapian::docid id, std::uint32_t slot) const {
        return database.get_document(id).get_value(slot);
    }
    [[nodiscard]] Xapian::termcount wdf(Xapian::docid id, const std::string& term) const {
        auto at = database.postlist_begin(term);
        if (at != database.postlist_end(term)) at.skip_to(id);
        return at != database.postlist_end(term) && *at == id ? at.get_wdf() : 0;
    }
    [[nodiscard]] bool has(Xapian::docid id, const std::string& term) const {
        auto at = database.postlist_begin(term);
        if (at != database.postlist_end(term)) at.skip_to(id);
        return at != database.postlist_end(term) && *at == id;
    }

    test::TempFolder folder;
    Xapian::Database database;
};

}  // namespace

TEST_CASE("a finding's words are its own, the title's stand under the title's prefix") {
    const Segment segment(report());
    REQUIRE(segment.database.get_doccount() == 3);
    CHECK(segment.wdf(1, "caseloads") == 1);
    CHECK(segment.wdf(1, "Zcaseload") == 1);
    CHECK_FALSE(segment.has(2, "caseloads"));
    CHECK_FALSE(segment.has(1, "kent"));
    for (const Xapian::docid id : {1U, 2U, 3U}) {
        CHECK(segment.wdf(id, "Skent") == 1);
        CHECK(segment.wdf(id, "ZSreview") == 1);
    }
}

TEST_CASE("where a finding's words stand is told by its story, but for one that is cut out of a word") {
    const Segment segment(report());
    const FindingPlace whole = unpack_finding_place(segment.value(1, kSlotStory));
    CHECK(whole == FindingPlace{1, 1, hash_finding_text("Caseloads are too high."), {{103, 4}}});
    CHECK(segment.value(1, kSlotPositions).empty());
    // "care" of "care-fully" is a word of its own in the finding alone.
    CHECK(unpack_finding_place(segment.value(2, kSlotStory)).ranges.empty());
    const std::string packed = segment.value(2, kSlotPositions);
    std::vector<std::uint32_t> places;
    CHECK(PositionView(packed).find(hash_word("care"), places));
    CHECK(places == std::vector<std::uint32_t>{2});
    CHECK(segment.has(2, "care"));
    CHECK_FALSE(segment.has(2, "carefully"));
}

TEST_CASE("themes are the finding's own; one for another body has no provider, but its inspection's awards") {
    const Segment segment(report());
    CHECK(segment.has(1, "XPRkent"));
    CHECK(segment.has(1, "XWKstaffing"));
    CHECK_FALSE(segment.has(1, "XSTstaffing"));
    CHECK(segment.has(2, "XSTplanning"));
    for (const Xapian::docid id : {1U, 2U, 3U}) {
        CHECK_FALSE(segment.has(id, "XTHvetting"));
        CHECK(segment.has(id, "XGRgood"));
    }
    CHECK_FALSE(segment.has(3, "XPRkent"));
    CHECK(segment.has(3, "XADother"));
    const std::string packed = segment.value(3, kSlotFacets);
    const FacetView other(packed);
    CHECK(other.ids(facet_index(Field::provider)).count == 0);
    REQUIRE(other.award_count() == 1);
    CHECK(other.award(0).provider == value_id("kent"));
    const std::string praised = segment.value(2, kSlotFacets);
    CHECK(FacetView(praised).ids(facet_index(Field::strength)).count == 2);
    CHECK(FacetView(praised).ids(facet_index(Field::weakness)).count == 0);
}

TEST_CASE("a finding has its article's identifier, and no term of its own") {
    const Segment segment(report());
    for (const Xapian::docid id : {1U, 2U, 3U}) CHECK(segment.has(id, "Qkent"));
    CHECK(std::distance(segment.database.allterms_begin("Q"), segment.database.allterms_end("Q")) == 1);
}

#include <doctest/doctest.h>

#include "indexer/ingest/process_article.hpp"
#include "tests/unit/indexer/facets/facet_slugs.hpp"

// A regime that came as rows of the data tables alone: Ofsted's initial teacher education.
namespace findings::testing {
namespace {

ExtractedFacets facets_of(std::vector<Block> blocks) {
    RawArticle raw;
    raw.type = ContentType::text;
    raw.blocks = std::move(blocks);
    return process_article(raw, {"teachers.txt"}).facets;
}

}  // namespace

TEST_CASE("a report on initial teacher education has an overall grade, areas and a line of its own") {
    const ExtractedFacets facets =
        facets_of({{BlockRole::heading, 1, "Inspection report: Marlowe Hills School Centred Initial Teacher Training"},
                   {BlockRole::paragraph, 1, "Initial teacher education inspection report"},
                   {BlockRole::paragraph, 1, "Inspection dates: 14 to 17 October 2024"},
                   {BlockRole::table_row, 2, "Overall effectiveness: Good"},
                   {BlockRole::table_row, 2, "The quality of education and training: Good"},
                   {BlockRole::table_row, 2, "Leadership and management: Outstanding"}});
    CHECK(slugs_of(facets, Field::grade) == Slugs{"good"});
    CHECK(slugs_of(facets, Field::framework) == Slugs{"ite"});
    CHECK(slugs_of(facets, Field::line) == Slugs{"teacher-education"});
    CHECK(slugs_of(facets, Field::judgement) ==
          Slugs{"quality-of-education-and-training:good", "leadership-and-management:outstanding"});
}

TEST_CASE("a story about teacher training follows its line; one about a school of the same day does not") {
    const ExtractedFacets training = facets_of(
        {{BlockRole::heading, 0, "Teacher training partnership rated good"},
         {BlockRole::paragraph, 0,
          "Marlowe Hills School Centred Initial Teacher Training was inspected in October 2024 and rated good by "
          "Ofsted."}});
    CHECK(slugs_of(training, Field::grade) == Slugs{"good"});
    CHECK(slugs_of(training, Field::line) == Slugs{"teacher-education"});
    const ExtractedFacets school =
        facets_of({{BlockRole::heading, 0, "Marlowe Hills School visited by Ofsted"},
                   {BlockRole::paragraph, 0, "Marlowe Hills School in Kent was inspected by Ofsted in October 2024."}});
    CHECK(slugs_of(school, Field::line) == Slugs{"schools"});
}

}  // namespace findings::testing

#include "indexer/facets/grade/earlier_inspection.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/finding/report_findings.hpp"

using namespace findings;

TEST_CASE("the last inspection is the one that the article names with its year") {
    CHECK(find_recalled_inspection("Leaders improved help since the last inspection in 2019.") == "2019");
    CHECK(find_recalled_inspection("At the previous inspection in March 2021, plans were late.") == "2021-03");
    CHECK(find_recalled_inspection("When it was last inspected in 2018 it was smaller.") == "2018");
    CHECK(find_recalled_inspection("Its last full Ofsted inspection, in May 2022, praised it.") == "2022-05");
    CHECK(find_recalled_inspection("Since the previous inspections in 2011 and 2013 little has changed.") == "2013");
    CHECK(find_recalled_inspection("Since the last inspection in 2016 and the last inspection in 2019.") == "2019");
}

TEST_CASE("inspections of another kind and years of something else name no last inspection") {
    CHECK(find_recalled_inspection("Since the last focused visit in 2021 much was done.").empty());
    CHECK(find_recalled_inspection("The last joint inspection in 2021 praised partners.").empty());
    CHECK(
        find_recalled_inspection("Since the last inspection, leaders have built a hub, which opened in 2021.").empty());
    CHECK(find_recalled_inspection("It improved since the last inspection. In 2021 it moved.").empty());
    CHECK(find_recalled_inspection("This inspection took place in 2021.").empty());
}

TEST_CASE("a report that says that the body keeps its grade says what it was") {
    const auto kept = [](std::string_view sentence) {
        const CleanArticle report = make_report({"# Overall effectiveness", sentence});
        const Reading reading = read_article(report);
        FacetContext context{report, "ofsted", "report", {}, {}, {}, {}, {}};
        context.providers.push_back({"anyshire", "Anyshire", "council-services", {}, {}, {}});
        context.reading = &reading;
        const auto found = find_kept_grade(report, select_regime(context), "anyshire", 10'000);
        return found ? found->grade : std::string();
    };
    CHECK(kept("Anyshire continues to provide outstanding services for children and their families.") == "outstanding");
    CHECK(kept("1. Children’s services in Anyshire remain good.") == "good");
    CHECK(kept("The local authority continues to be inadequate, and children wait.") == "inadequate");
    CHECK(kept("Services for children in care in Anyshire continue to be good.").empty());
    CHECK(kept("Anyshire continues to be good at listening to children.").empty());
    CHECK(kept("Most children in Anyshire continue to be good.").empty());
    CHECK(kept("Anyshire provides outstanding services.").empty());
}

#include "indexer/records/compare_grades.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

ToldGrade told(std::string grade, std::string inspected, std::string published = {}) {
    return {1, std::move(grade), std::move(inspected), std::move(published)};
}

Agreement compare(const ToldGrade& row, const ToldGrade& article) { return compare_grades(row, &article); }

Article graded(const std::string& kind, const std::string& grade, const std::string& inspected) {
    Article article;
    const Evidence evidence{.rule = "test"};
    article.values.emplace_back(Field::kind, kind, kind, evidence);
    article.values.emplace_back(Field::line, "council-services", "", evidence);
    article.inspected = inspected;
    Award award;
    award.provider = "kent";
    award.grade = grade;
    article.awards.push_back(award);
    return article;
}

}  // namespace

TEST_CASE("a register's grade agrees or differs where both tell of one inspection") {
    CHECK(compare(told("good", "2024-03-05"), told("good", "2024-03-15")) == Agreement::agrees);
    CHECK(compare(told("good", "2024-03-05"), told("inadequate", "2024-03-15")) == Agreement::differs);
    CHECK(compare(told("good", "2024-03-05"), told("good", "", "2024-05-15")) == Agreement::agrees);
    CHECK(compare(told("good", ""), told("inadequate", "2024-03-15")) == Agreement::differs);
}

TEST_CASE("it is older or newer where they tell of two, whatever the grades") {
    CHECK(compare(told("good", "2021-03-05"), told("inadequate", "2024-03-15")) == Agreement::older);
    CHECK(compare(told("good", "2024-03-05"), told("good", "2021-03-15")) == Agreement::newer);
    CHECK(compare_grades(told("good", "2024-03-05"), nullptr) == Agreement::no_article);
}

TEST_CASE("the newest article of the body counts, records apart") {
    NewestGrades grades;
    grades.add(graded("report", "good", "2020-01-01"), 1);
    grades.add(graded("report", "inadequate", "2024-01-01"), 2);
    grades.add(graded("record", "good", "2024-01-01"), 3);
    REQUIRE(grades.rows().size() == 1);
    const auto& [body, row] = *grades.rows().begin();
    CHECK(row.document == 3);
    REQUIRE(grades.find_article(body) != nullptr);
    CHECK(grades.find_article(body)->document == 2);
    CHECK(grades.find_article({"surrey", "council-services"}) == nullptr);
}

#include "indexer/facets/finding/body_sentences.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/facets/finding/report_findings.hpp"

using namespace findings;

namespace {

std::vector<std::string> sentences_of(const CleanArticle& report) {
    std::vector<std::string> texts;
    for (const Finding& finding : findings_of(report))
        if (finding.form == FindingForm::sentence)
            texts.push_back((finding.direction == FindingDirection::strength   ? "+ "
                             : finding.direction == FindingDirection::weakness ? "- "
                                                                               : "+- ") +
                            text_of(report, finding));
    return texts;
}

}  // namespace

TEST_CASE("sentences of the body are findings without their numbers; pages about the inspection are not") {
    CHECK(sentences_of(make_report(
              {"# The experiences of children in care",
               "12. Plans are clear and timely. Visits to children are too infrequent and not recorded.",
               "# Information about this inspection", "Inspectors gathered good evidence and met skilled staff."})) ==
          std::vector<std::string>{"+ Plans are clear and timely.",
                                   "- Visits to children are too infrequent and not recorded."});
}

TEST_CASE("an example takes the direction of what it illustrates") {
    CHECK(sentences_of(
              make_report({"Records are poor across all of the teams. For example, one child was moved three times."}))
              .back()
              .front() == '-');
    CHECK(sentences_of(
              make_report({"Records are excellent in all of the teams. For example, one child was moved three times."}))
              .back()
              .front() == '+');
}

TEST_CASE("an entry of a list is no sentence besides") {
    CHECK(sentences_of(make_report({"# What needs to improve", "* The poor quality of plans for children."})).empty());
}

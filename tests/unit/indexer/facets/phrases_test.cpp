// Sentences of articles and what all rules together take from them, against a golden file. What a sentence must give is
// said by the tests of its rule; this says that nothing else moved. A new sentence is a line of the golden file.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/index/finding.hpp"
#include "indexer/facets/extract_facets.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

constexpr const char* kGolden = "tests/unit/indexer/facets/phrases.golden";
constexpr std::string_view kNeutral = "It was raining.";

std::string describe(const FacetValue& value) {
    const Evidence& proof = value.evidence();
    std::string text = fmt::format("{}={}", field_row(value.facet()).name, value.slug());
    if (!proof.role.empty() && proof.role != field_row(value.facet()).name) text += "(" + proof.role + ")";
    return text + fmt::format(" {} {:.3g} {}:{}", proof.rule, proof.confidence, static_cast<int>(proof.where),
                              proof.quote.size());
}

/// Everything that the rules take from an article, a text for each piece.
std::set<std::string> take(const CleanArticle& article) {
    std::set<std::string> taken;
    const ExtractedFacets found = extract_facets(article);
    for (const FacetValue& value : found.values) taken.insert(describe(value));
    for (const FacetValue& remark : found.remarks) taken.insert("~" + describe(remark));
    for (const Award& award : found.awards) {
        std::string text = fmt::format("award {} {}/{} was {} {}{}", award.provider, award.scale, award.grade,
                                       award.previous, award.change, award.inferred ? " inferred" : "");
        for (const Judgement& judgement : award.judgements)
            text += fmt::format(" {}:{}", judgement.area, judgement.grade);
        taken.insert(text);
    }
    for (const Finding& finding : found.findings)
        taken.insert(fmt::format("finding {}/{} {} <{}|{}|{}|{}|{}|{}|{}> {}", static_cast<int>(finding.form),
                                 static_cast<int>(finding.direction), finding.end() - finding.begin(), finding.heading,
                                 finding.section, finding.addressee, finding.due, finding.regulation, finding.reference,
                                 finding.area, fmt::join(finding.themes, " ")));
    taken.insert(fmt::format("days {}/{} by {}", found.published, found.inspected, found.publisher));
    return taken;
}

CleanArticle make_news(std::string_view phrase) {
    CleanArticle article =
        make_article("Inspectors visit Woodend House",
                     {"Ofsted has inspected Woodend House, a children's home in Kent.", phrase}, ContentType::html);
    article.metadata.emplace_back("jsonld:datePublished", "2024-04-09");
    return article;
}
CleanArticle make_report(std::string_view phrase) {
    return make_article("Woodend House",
                        {"Inspection report for children's home", "Inspection date: 5 March 2024",
                         "Overall experiences and progress: good", "What does the home need to do to improve?", phrase},
                        ContentType::pdf);
}
CleanArticle make_headline(std::string_view phrase) {
    return make_article(std::string(phrase), {"Ofsted published a report about it on Tuesday."}, ContentType::html);
}

/// "grade=good" of "grade=good(awarded) news-rated 0.92 2:43".
std::string name_of(const std::string& piece) { return piece.substr(0, piece.find_first_of(" (")); }

/// What the phrase adds to an article and takes from it, in short, and the sum of all with rules and proofs.
std::string compare(const std::set<std::string>& without, const std::set<std::string>& with) {
    std::uint32_t sum = 2166136261U;
    std::multiset<std::string> added;
    std::multiset<std::string> lost;
    const auto put = [&](const std::set<std::string>& pieces, const std::set<std::string>& others,
                         std::multiset<std::string>& names) {
        for (const std::string& piece : pieces) {
            if (others.contains(piece)) continue;
            for (const char c : piece + '\n') sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
            if (!piece.starts_with("finding")) names.insert(name_of(piece));
        }
    };
    put(with, without, added);
    put(without, with, lost);
    if (sum == 2166136261U) return "nothing";
    std::string text;
    for (const std::string& name : added)
        if (!lost.contains(name)) text += "+" + name + ' ';
    for (const std::string& name : lost)
        if (!added.contains(name)) text += "-" + name + ' ';
    return fmt::format("{}{:08x}", text, sum);
}

/// A line of the golden file, where "\n" and "\t" stand for the characters.
std::string unescape(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size();
        text += !escape ? line[i] : line[i + 1] == 'n' ? '\n' : line[i + 1] == 't' ? '\t' : line[i + 1];
        i += escape ? 1 : 0;
    }
    return text;
}

/// Each phrase with three lines: in a story, in a report, as a headline.
std::string read_phrases() {
    const auto news = take(make_news(kNeutral));
    const auto report = take(make_report(kNeutral));
    const auto headline = take(make_headline(kNeutral));
    std::string all;
    std::ifstream file(kGolden);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("  ")) continue;
        const std::string phrase = unescape(line);
        all += line + "\n  " + compare(news, take(make_news(phrase))) + "\n  " +
               compare(report, take(make_report(phrase))) + "\n  " + compare(headline, take(make_headline(phrase))) +
               '\n';
    }
    return all;
}

}  // namespace

// Not of unit.indexer but a test of ctest's own, corpus.phrases.
TEST_CASE("every phrase gives what it gave" * doctest::skip()) {
    const std::string now = read_phrases();
    if (std::getenv("UPDATE") != nullptr) std::ofstream(kGolden) << now;
    std::ifstream file(kGolden);
    std::istringstream lines(now);
    std::string wanted;
    std::string got;
    std::string phrase;
    while (std::getline(lines, got)) {
        if (!std::getline(file, wanted)) wanted = "(nothing)";
        if (!got.starts_with("  ")) phrase = got;
        INFO(phrase << "\n(UPDATE=1 ctest -R corpus.phrases rewrites what is expected; look through the difference)");
        CHECK(got == wanted);
    }
    CHECK_FALSE(std::getline(file, wanted));
}

#include "tests/unit/searcher/support/test_index.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include "common/base/date.hpp"
#include "common/index/facet_columns.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/generation.hpp"
#include "common/index/newest_lists.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/search_context.hpp"
#include "tests/unit/support/pack_tokens.hpp"

namespace findings::testing {
namespace {

std::string order_key(const Article& article) {
    std::string key = day_key(article.date());
    if (key.empty()) return "99999999" + article.id;
    for (char& c : key) c = static_cast<char>('0' + ('9' - c));
    return key + article.id;
}

// The words of an article with their bytes in its text, in the places that add_words() gives them.
std::vector<Token> place_words(Analyzer& analyzer, const Article& article) {
    std::vector<Token> title;
    std::vector<Token> tokens;
    std::uint32_t position = analyzer.tokenize(article.title, title) + kPositionGap;
    std::istringstream blocks(article.text);
    std::size_t begin = 0;
    for (std::string block; std::getline(blocks, block); begin += block.size() + 1) {
        const std::size_t first = tokens.size();
        position = analyzer.tokenize(block, tokens, position) + kPositionGap;
        for (std::size_t i = first; i < tokens.size(); ++i) {
            tokens[i].begin += begin;
            tokens[i].end += begin;
        }
    }
    return tokens;
}

// Where the words of a finding stand in its article: each piece a range.
std::vector<PositionRange> find_ranges(Analyzer& analyzer, const Article& article, const Finding& finding) {
    const std::vector<Token> tokens = place_words(analyzer, article);
    std::vector<PositionRange> ranges;
    for (const auto& [begin, end] : finding.pieces) {
        PositionRange range;
        for (const Token& token : tokens) {
            if (token.joined || token.begin < begin || token.end > end) continue;
            if (range.count++ == 0) range.first = token.position;
        }
        if (range.count > 0) ranges.push_back(range);
    }
    return ranges;
}

// As the indexer does it: the words of a finding, and its article's title apart from them.
void add_finding_words(Xapian::Document& document, Analyzer& analyzer, const std::string& title,
                       const std::string& text) {
    const std::string prefix(field_row(Field::title).prefix);
    std::vector<Token> tokens;
    analyzer.tokenize(title, tokens);
    for (const Token& token : tokens) {
        document.add_term(prefix + token.term);
        document.add_term("Z" + prefix + analyzer.stem(token.term));
    }
    tokens.clear();
    analyzer.tokenize(text, tokens);
    for (const Token& token : tokens) {
        document.add_term(token.term);
        document.add_term("Z" + analyzer.stem(token.term));
    }
}

// Where they stand, told by the story; of every third finding by itself, as the indexer does where it must.
void add_finding_place(Xapian::Document& document, Analyzer& analyzer, const Article& article, FindingPlace place) {
    const Finding& finding = article.findings[place.number - 1];
    const std::string text = finding_text(finding, article.text);
    place.hash = hash_finding_text(text);
    if (place.number % 3 == 0) {
        std::vector<Token> tokens;
        analyzer.tokenize(text, tokens);
        document.add_value(kSlotPositions, pack_tokens(tokens));
    } else {
        place.ranges = find_ranges(analyzer, article, finding);
    }
    document.add_value(kSlotStory, pack_finding_place(place));
}

// As the indexer does it: a gap of positions between title and text, and between blocks.
void add_words(Xapian::Document& document, Analyzer& analyzer, const Article& article) {
    std::vector<Token> tokens;
    const std::uint32_t after_title = analyzer.tokenize(article.title, tokens);
    const std::size_t title = tokens.size();
    std::uint32_t position = after_title + kPositionGap;
    std::istringstream blocks(article.text);
    for (std::string block; std::getline(blocks, block);)
        position = analyzer.tokenize(block, tokens, position) + kPositionGap;
    const std::string prefix(field_row(Field::title).prefix);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        document.add_term(tokens[i].term, i < title ? 2 : 1);
        document.add_term("Z" + analyzer.stem(tokens[i].term), i < title ? 2 : 1);
        if (i >= title) continue;
        document.add_term(prefix + tokens[i].term);
        document.add_term("Z" + prefix + analyzer.stem(tokens[i].term));
    }
    document.add_value(kSlotPositions, pack_tokens(tokens, after_title - 1));
}

// Everything but words and the record.
void add_fields(Xapian::Document& document, const Article& article) {
    const auto add_exact = [&](Field field, const std::string& value) {
        if (!value.empty()) document.add_boolean_term(exact_term(field, value));
    };
    add_exact(Field::id, article.id);
    add_exact(Field::source, article.source);
    add_exact(Field::url, article.url);
    for (const Copy& copy : article.copies) {
        add_exact(Field::id, copy.id);
        add_exact(Field::source, copy.source);
        add_exact(Field::url, copy.url);
    }
    std::string grade = grade_sort_key("");
    std::string provider = "\xff";
    for (const FacetValue& value : article.values) {
        document.add_boolean_term(facet_term(value.facet(), value.slug()));
        if (value.facet() == Field::grade) grade = std::min(grade, grade_sort_key(value.slug()));
        if (value.facet() == Field::provider) provider = std::min(provider, value.label());
    }
    for (const Award& award : article.awards) {
        if (award.inferred) continue;
        if (!award.previous.empty()) document.add_boolean_term(facet_term(Field::was, award.previous));
        if (!award.change.empty()) document.add_boolean_term(facet_term(Field::change, award.change));
    }
    document.add_value(kSlotFacets, pack_facets(article));
    document.add_value(kSlotOrder, order_key(article));
    document.add_value(kSlotGrade, grade);
    document.add_value(kSlotProvider, provider);
    document.add_value(kSlotOldest, article.date().empty() ? "\xff" : day_key(article.date()));
    if (!article.published.empty()) document.add_value(field_row(Field::published).slot, day_key(article.published));
    if (!article.inspected.empty()) document.add_value(field_row(Field::inspected).slot, day_key(article.inspected));
    if (!article.date().empty()) document.add_value(field_row(Field::date).slot, day_key(article.date()));
}

Xapian::Document make_test_document(const Article& article, Analyzer& analyzer) {
    Xapian::Document document;
    add_words(document, analyzer, article);
    add_fields(document, article);
    document.set_data(encode_record(article));
    return document;
}

// The values of a finding: its own themes, and nothing of the body's when another body is told.
Article values_of_finding(const Article& article, const Finding& finding) {
    Article made = article;
    made.values.clear();
    for (const FacetValue& value : article.values) {
        const Field facet = value.facet();
        if (facet == Field::theme || facet == Field::strength || facet == Field::weakness) continue;
        if (finding.other_body && (facet == Field::provider || facet == Field::group)) continue;
        made.values.push_back(value);
    }
    for (const std::string& theme : finding.themes) {
        made.values.push_back(make_value(Field::theme, theme));
        if (finding.direction != FindingDirection::strength) made.values.push_back(make_value(Field::weakness, theme));
        if (finding.direction != FindingDirection::weakness) made.values.push_back(make_value(Field::strength, theme));
    }
    return made;
}

Xapian::Document make_finding_document(const Article& article, std::uint32_t story, std::size_t number,
                                       Analyzer& analyzer) {
    const Finding& finding = article.findings[number - 1];
    const std::string text = finding_text(finding, article.text);
    Xapian::Document document;
    add_finding_words(document, analyzer, article.title, text);
    add_fields(document, values_of_finding(article, finding));
    constexpr std::array kForms{"priority-action", "requirement", "recommendation", "sentence"};
    constexpr std::array kDirections{"weakness", "strength", "mixed"};
    const auto add_term = [&](const char* prefix, const char* value) {
        document.add_boolean_term(std::string(prefix) + value);
    };
    add_term("XFM", kForms[static_cast<std::size_t>(finding.form)]);
    add_term("XDI", kDirections[static_cast<std::size_t>(finding.direction)]);
    add_term("XRP", finding.repeats.empty() ? "no" : "yes");
    add_term("XAD", finding.other_body ? "other" : "provider");
    for (const RepeatedFinding& repeat : finding.repeats) document.add_boolean_term("XRF" + repeat.id);
    add_finding_place(document, analyzer, article, {story, number});
    return document;
}

void add_newest(FacetColumnsMaker& columns, const NewestLists& newest, std::uint32_t story) {
    for (const auto kind : {NewestKind::newest, NewestKind::ungraded, NewestKind::behind, NewestKind::never})
        for (const auto among : {NewestAmong::stories, NewestAmong::records, NewestAmong::both})
            columns.add_newest(kind, among, newest.bodies(kind, among, story));
}

void write_columns(const std::filesystem::path& folder, const std::vector<Article>& articles) {
    const Xapian::Database database(folder.string());
    const NewestLists newest(database);
    FacetColumnsMaker columns;
    std::uint32_t story = 0;
    for (const Article& article : articles) {
        columns.add(FacetView(pack_facets(article)), database.get_doclength(++story));
        add_newest(columns, newest, story);
    }
    std::ofstream(folder / kFacetColumnsName, std::ios::binary) << columns.encode();
}

void write_findings(const std::filesystem::path& folder, const std::vector<Article>& articles,
                    const NewestLists& newest) {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE);
    Analyzer analyzer;
    FacetColumnsMaker columns;
    std::uint32_t story = 0;
    for (const Article& article : articles) {
        ++story;
        for (std::size_t number = 1; number <= article.findings.size(); ++number) {
            const Xapian::docid id = database.add_document(make_finding_document(article, story, number, analyzer));
            const std::string packed = pack_facets(values_of_finding(article, article.findings[number - 1]));
            columns.add(FacetView(packed), database.get_doclength(id));
            add_newest(columns, newest, story);
        }
    }
    database.commit();
    std::ofstream(folder / kFacetColumnsName, std::ios::binary) << columns.encode();
}

void write_labels(Xapian::WritableDatabase& database, const std::vector<Article>& articles) {
    std::array<std::map<std::string, std::string>, kFields.size()> found;
    for (const Article& article : articles)
        for (const FacetValue& value : article.values)
            found[static_cast<std::size_t>(value.facet())].emplace(value.slug(), value.label());
    for (const Field facet : kFacets) {
        const FieldRow& row = field_row(facet);
        auto& labels = found[static_cast<std::size_t>(facet)];
        std::string lines;
        if (facet != Field::judgement && row.vocabulary == Vocabulary::closed)
            for (const Term& term : vocabulary(facet)) {
                lines += term.slug + '\t' + term.label + '\n';
                labels.erase(term.slug);
            }
        for (const auto& [slug, label] : labels) {
            if (row.vocabulary == Vocabulary::closed)
                lines += fmt::format("{}\t{}\n", slug, label);
            else
                database.set_metadata(fmt::format("{}{}.{:012x}", metadata::kLabel, row.name, value_id(slug)),
                                      fmt::format("{}\t{}", slug, label));
        }
        if (!lines.empty()) database.set_metadata(fmt::format("{}{}", metadata::kLabels, row.name), lines);
    }
}

}  // namespace

FacetValue make_value(Field facet, const std::string& slug, const std::string& label) {
    Evidence evidence;
    evidence.rule = "test";
    return {facet, slug, label.empty() ? slug : label, evidence};
}

void write_index(const std::filesystem::path& root, std::vector<Article> articles, const std::string& generation,
                 int format) {
    const IndexLayout layout{root};
    std::filesystem::create_directories(layout.generations());
    std::sort(articles.begin(), articles.end(),
              [](const Article& a, const Article& b) { return order_key(a) < order_key(b); });
    Xapian::WritableDatabase database(layout.generation(generation).string(), Xapian::DB_CREATE);
    Analyzer analyzer;
    for (const Article& article : articles) database.add_document(make_test_document(article, analyzer));
    const auto set = [&](std::string_view key, const std::string& value) {
        database.set_metadata(std::string(key), value);
    };
    if (format != 0) set(metadata::kFormat, std::to_string(format));
    set(metadata::kGeneration, generation);
    set(metadata::kBuiltAt, "2026-11-22T02:00:00Z");
    set(metadata::kAnalyzer, fmt::format(R"({{"version":{}}})", default_analyzer_settings().version));
    write_labels(database, articles);
    database.commit();
    write_columns(layout.generation(generation), articles);
    write_findings(layout.generation(generation) / kFindingsName, articles,
                   NewestLists(Xapian::Database(layout.generation(generation).string())));
    std::ofstream(layout.current()) << make_stub(generation);
}

std::vector<std::string> Answer::ids() const {
    std::vector<std::string> found;
    for (const Hit& hit : hits) found.push_back(hit.finding ? hit.finding->id : hit.article.id);
    return found;
}

SearchFixture::SearchFixture(std::vector<Article> articles) {
    write_index(folder.path(), std::move(articles));
    request.indexes = {folder.path()};
    request.snippets = false;
}

Answer SearchFixture::search() const {
    SearchContext context(
        open_index(request.indexes, {}, request.findings ? SearchedUnit::findings : SearchedUnit::stories));
    Answer answer;
    run_search(request, context, answer);
    CHECK(answer.ended);
    return answer;
}

const FacetResult& Answer::facet(Field field) const {
    for (const FacetResult& facet : result.facets)
        if (facet.facet == field) return facet;
    throw std::out_of_range("facet not counted");
}

}  // namespace findings::testing

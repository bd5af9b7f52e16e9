#include "common/index/facet_columns.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "common/base/error.hpp"
#include "tests/unit/support/temp_folder.hpp"

using namespace findings;

namespace {

constexpr std::size_t kGrade = facet_index(Field::grade);
constexpr std::size_t kTheme = facet_index(Field::theme);
constexpr std::uint32_t kLength = 120;

Article article(const std::vector<std::pair<Field, std::string>>& values) {
    Article made;
    for (const auto& [field, slug] : values)
        made.values.emplace_back(field, slug, slug, Evidence{Where::declared, slug, "declared"});
    return made;
}

std::string encode(const std::vector<Article>& articles) {
    FacetColumnsMaker maker;
    for (const Article& made : articles) {
        const std::string packed = pack_facets(made);
        maker.add(FacetView(packed), kLength);
    }
    return maker.encode();
}

std::vector<Article> three_articles() {
    return {article({{Field::grade, "good"}, {Field::theme, "staffing"}, {Field::theme, "vetting"}}), article({}),
            article({{Field::grade, "good"}, {Field::theme, "staffing"}})};
}

std::filesystem::path write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    return file;
}

std::string failure(const std::filesystem::path& file) {
    try {
        const FacetColumns columns(file);
    } catch (const Error& error) {
        CHECK(error.status() == Status::unavailable);
        return error.what();
    }
    return "none";
}

std::vector<ValueId> values_of(const FacetColumn& column, std::size_t document) {
    const auto values = column.list(column.runs.empty() ? column.lists[document] : RunCursor(column).list_of(document));
    return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("columns say of each document which values it has") {
    const test::TempFolder folder;
    FacetColumns columns(write(folder.path() / "facets", encode(three_articles())));
    REQUIRE(columns.document_count() == 3);
    CHECK(columns.lengths()[2] == kLength);
    const FacetColumn& grade = columns.column(kGrade);
    CHECK(values_of(grade, 0) == std::vector{value_id("good")});
    CHECK(values_of(grade, 1).empty());
    CHECK(grade.lists[0] == grade.lists[2]);
    const FacetColumn& theme = columns.column(kTheme);
    CHECK(theme.list_count() == 3);
    CHECK(values_of(theme, 0) == std::vector{value_id("staffing"), value_id("vetting")});
    CHECK(values_of(theme, 2) == std::vector{value_id("staffing")});
    // A facet without a value anywhere takes no room.
    CHECK(columns.column(facet_index(Field::region)).lists.empty());
    const FacetColumns moved(std::move(columns));
    CHECK(values_of(moved.column(kTheme), 2).size() == 1);
}

namespace {

// As findings lie: forty of a story one after the other, of one grade and of themes of their own.
std::vector<Article> runs_of_articles() {
    std::vector<Article> articles;
    for (int story = 0; story < 9; ++story)
        for (int i = 0; i < 40; ++i) {
            articles.push_back(article({{Field::theme, "t" + std::to_string(articles.size())}}));
            if (story % 3 != 0)
                articles.back().values.emplace_back(Field::grade, "g" + std::to_string(story), "G",
                                                    Evidence{Where::declared, "g", "declared"});
        }
    return articles;
}

}  // namespace

TEST_CASE("a value that many documents in a row have is stored once a run, and found in any order") {
    const test::TempFolder folder;
    const std::vector<Article> articles = runs_of_articles();
    const FacetColumns columns(write(folder.path() / "facets", encode(articles)));
    const FacetColumn& grade = columns.column(kGrade);
    CHECK(grade.runs.size() == 9);
    CHECK(grade.lists.size() == 9);
    const FacetColumn& theme = columns.column(kTheme);
    CHECK(theme.runs.empty());
    RunCursor cursor(grade);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < articles.size(); ++i) order.push_back(i);
    for (const std::size_t document : {300U, 3U, 79U, 80U, 359U, 0U, 40U, 39U}) order.push_back(document);
    for (const std::size_t document : order) {
        const auto found = grade.list(cursor.list_of(document));
        const std::vector<std::string> slugs = articles[document].slugs(Field::grade);
        CHECK(found.size() == slugs.size());
        if (!slugs.empty()) CHECK(found.front() == value_id(slugs.front()));
        CHECK(values_of(theme, document) == std::vector{value_id("t" + std::to_string(document))});
    }
}

TEST_CASE("numbers take as few bytes as the largest asks for") {
    const auto size_of = [](std::uint32_t length) {
        FacetColumnsMaker maker;
        for (int i = 0; i < 800; ++i) maker.add(FacetView(""), i == 0 ? length : 1);
        return maker.encode().size();
    };
    CHECK(size_of(256) == size_of(255) + 800);
    CHECK(size_of(65535) == size_of(256));
    CHECK(size_of(65536) == size_of(65535) + 1600);
    const test::TempFolder folder;
    for (const std::uint32_t length : {255U, 256U, 65535U, 65536U, 4000000000U}) {
        FacetColumnsMaker maker;
        maker.add(FacetView(""), length);
        maker.add(FacetView(""), 7);
        const FacetColumns columns(write(folder.path() / "facets", maker.encode()));
        CHECK(columns.lengths()[0] == length);
        CHECK(columns.lengths()[1] == 7);
    }
}

TEST_CASE("columns of no documents can be read") {
    const test::TempFolder folder;
    CHECK(FacetColumns(write(folder.path() / "facets", encode({}))).document_count() == 0);
}

TEST_CASE("columns that are missing, cut short, too long or of another kind are refused") {
    const test::TempFolder folder;
    const std::filesystem::path file = folder.path() / "facets";
    CHECK(failure(file).find("cannot open " + file.string()) == 0);
    const std::string sound = encode(three_articles());
    CHECK(failure(write(file, sound)) == "none");
    for (std::size_t size = 1; size < sound.size(); ++size)
        CHECK(failure(write(file, sound.substr(0, size))) == file.string() + " is damaged");
    CHECK(failure(write(file, "")) == file.string() + " cannot be read");
    CHECK(failure(write(file, sound + "12345678")) == file.string() + " is damaged");
    CHECK(failure(write(file, 'G' + sound.substr(1))) == file.string() + " is damaged");
}

TEST_CASE("a damaged column never makes anyone read beside it") {
    const test::TempFolder folder;
    const std::filesystem::path file = folder.path() / "facets";
    for (const std::string& sound : {encode(three_articles()), encode(runs_of_articles())}) {
        std::size_t refused = 0;
        std::size_t tried = 0;
        for (std::size_t at = 0; at < sound.size(); at += sound.size() / 400 + 1)
            for (const int change : {1, 0x80, 0xff}) {
                std::string damaged = sound;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ change);
                ++tried;
                try {
                    const FacetColumns columns(write(file, damaged));
                    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
                        const FacetColumn& column = columns.column(facet);
                        for (std::size_t list = 0; list < column.list_count(); ++list)
                            static_cast<void>(column.list(list));
                        if (column.runs.empty()) continue;
                        RunCursor cursor(column);
                        for (std::size_t i = 0; i < columns.document_count(); i += 7)
                            static_cast<void>(cursor.list_of(i));
                    }
                } catch (const Error&) {
                    ++refused;
                }
            }
        CHECK(refused > tried / 20);
    }
}

TEST_CASE("columns say of each document its awards and whose newest inspection it has") {
    const test::TempFolder folder;
    Article graded = article({{Field::provider, "kent"}});
    graded.awards = {{"kent", "four-point", "good", "inadequate", "improved", false, {}},
                     {"medway", "four-point", "", "", "", true, {}}};
    const std::vector<ValueId> bodies{value_id("kent")};
    FacetColumnsMaker maker;
    const std::string packed = pack_facets(graded);
    maker.add(FacetView(packed), kLength);
    maker.add(FacetView(packed), kLength);
    maker.add_newest(NewestKind::newest, NewestAmong::stories, bodies);
    maker.add(FacetView(""), kLength);
    const FacetColumns columns(write(folder.path() / "facets", maker.encode()));
    FacetView view;
    view.set_awards(columns.awards().of(2));
    const FacetView slot(packed);
    REQUIRE(view.award_count() == slot.award_count());
    for (std::size_t i = 0; i < slot.award_count(); ++i) CHECK(pack_award(view.award(i)) == pack_award(slot.award(i)));
    CHECK(view.award(1).inferred);
    CHECK(columns.awards().of(3).empty());
    const FacetColumn& newest = columns.newest(NewestKind::newest, NewestAmong::stories);
    CHECK(newest.of(1).empty());
    CHECK(newest.of(2).front() == bodies.front());
    CHECK(newest.of(3).empty());
    CHECK(columns.newest(NewestKind::newest, NewestAmong::both).of(2).empty());
}

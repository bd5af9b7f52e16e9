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
    const auto values = column.list(column.lists[document]);
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
    const std::string sound = encode(three_articles());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < sound.size(); ++at)
        for (const int change : {1, 0x80, 0xff}) {
            std::string damaged = sound;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ change);
            try {
                const FacetColumns columns(write(file, damaged));
                for (std::size_t facet = 0; facet < kFacetCount; ++facet)
                    for (std::size_t list = 0; list < columns.column(facet).list_count(); ++list)
                        static_cast<void>(columns.column(facet).list(list));
            } catch (const Error&) {
                ++refused;
            }
        }
    CHECK(refused > sound.size());
}

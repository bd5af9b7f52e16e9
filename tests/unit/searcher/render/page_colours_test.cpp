// The page can be read by people who see little contrast: computed from its style sheet, without a browser.
#include <cmath>
#include <map>
#include <regex>
#include <string>

#include <doctest/doctest.h>
#include <embedded/page_style.hpp>

namespace findings::testing {
namespace {

std::map<std::string, std::string> read_colours(const std::string& style) {
    std::map<std::string, std::string> colours;
    const std::regex row("--([a-z]+): #([0-9a-f]{6});");
    for (auto at = std::sregex_iterator(style.begin(), style.end(), row); at != std::sregex_iterator(); ++at)
        colours[(*at)[1]] = (*at)[2];
    return colours;
}

// WCAG 2: relative luminance and contrast ratio.
double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

double contrast(const std::string& a, const std::string& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

TEST_CASE("every ink of the page stands out from every paper it stands on, 4.5 to 1 or better") {
    const std::map<std::string, std::string> colours = read_colours(std::string(embedded::page_style()));
    REQUIRE(colours.size() == 15);
    CHECK(contrast("000000", "ffffff") == doctest::Approx(21));
    for (const char* paper : {"paper", "mark", "heat", "stripe", "best", "good", "middle", "bad", "other", "none"})
        CHECK_MESSAGE(contrast(colours.at("ink"), colours.at(paper)) >= 4.5, paper);
    for (const char* ink : {"faint", "link"}) CHECK_MESSAGE(contrast(colours.at(ink), colours.at("paper")) >= 4.5, ink);
    CHECK(contrast(colours.at("faint"), colours.at("stripe")) >= 4.5);
}

TEST_CASE("colours of the page stand in its variables alone, and nothing is fetched from elsewhere") {
    const std::string style(embedded::page_style());
    const std::string rest = style.substr(style.find('}', style.find(":root")));
    CHECK_FALSE(std::regex_search(rest, std::regex("#[0-9a-fA-F]{3}|rgba?\\(|hsl")));
    CHECK(style.find("url(") == std::string::npos);
    CHECK(style.find("@import") == std::string::npos);
}

}  // namespace
}  // namespace findings::testing

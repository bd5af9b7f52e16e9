#include "indexer/readers/pdf/pdf_boilerplate.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Shares of the page's height. Letters have deep letterheads, so repetition is asked for as well.
constexpr float kMargin = 0.13F;
// Share of the page's height by which a header may move from page to page: where a page number is missing or
// a title wraps, the lines around it shift.
constexpr float kDrift = 0.06F;

bool in_margin(const PdfPage& page, const PdfLine& line) {
    return line.bottom() < page.height * kMargin || line.top() > page.height * (1 - kMargin);
}

/// Text across the direction of a page may be a watermark, wherever it stands.
bool may_recur(const PdfPage& page, const PdfLine& line) { return page.aside || in_margin(page, line); }

/// The text with each run of digits as one '#': "Page 3 of 12" is the same on every page.
std::string blur_digits(std::string_view text) {
    std::string out;
    for (char c : text)
        if (!is_digit(c))
            out.push_back(c);
        else if (out.empty() || out.back() != '#')
            out.push_back('#');
    return out;
}

/// "3", "Page 3 of 12", "3 | Page", "- 3 -".
bool is_page_number(std::string_view text) {
    std::string letters;
    bool digit = false;
    for (char c : text) {
        digit = digit || is_digit(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters.push_back(static_cast<char>(c | 0x20));
    }
    return digit && text.size() <= 20 &&
           (letters.empty() || letters == "page" || letters == "pageof" || letters == "of" || letters == "p");
}

/// Where one blurred text stood, page by page.
using Places = std::map<std::string, std::vector<std::pair<int, float>>>;

Places find_places(const std::vector<PdfPage>& pages) {
    Places places;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines)
            if (may_recur(page, line)) places[blur_digits(line.text)].emplace_back(page.number, line.baseline);
    return places;
}

/// Number of pages that have the text within `drift` of this height.
std::size_t count_pages(const std::vector<std::pair<int, float>>& seen, float baseline, float drift) {
    std::size_t count = 0;
    int last = 0;
    for (const auto& [page, y] : seen) {
        if (std::abs(y - baseline) > drift || page == last) continue;
        last = page;
        ++count;
    }
    return count;
}

}  // namespace

void mark_boilerplate(std::vector<PdfPage>& pages) {
    const Places places = find_places(pages);
    // Three pages, or both of two. Odd and even pages may differ, so a share of all pages would miss one
    // kind.
    const int last_page = pages.empty() ? 0 : pages.back().number;
    const std::size_t enough = last_page < 3 ? 2 : 3;
    for (PdfPage& page : pages)
        for (PdfLine& line : page.lines) {
            if (!may_recur(page, line) || line.boilerplate) continue;
            line.boilerplate =
                (is_page_number(line.text) && in_margin(page, line)) ||
                count_pages(places.at(blur_digits(line.text)), line.baseline, kDrift * page.height) >= enough;
        }
}

}  // namespace findings

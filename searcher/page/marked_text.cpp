#include "searcher/page/marked_text.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "searcher/page/html_text.hpp"
#include "searcher/render/name_page.hpp"

namespace findings {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

// Bytes from `begin` to `end` of one paragraph. A mark that goes over the paragraph's end is opened again in the next.
void write_piece(std::ostream& out, std::string_view text, std::size_t begin, std::size_t end,
                 const std::vector<TextMark>& marks) {
    std::vector<std::size_t> cuts{begin, end};
    for (const TextMark& mark : marks)
        for (const std::size_t at : {mark.begin, mark.end})
            if (at > begin && at < end) cuts.push_back(at);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        std::string what;
        for (const TextMark& mark : marks) {
            if (mark.begin == cuts[i])
                out << fmt::format(R"(<span id="{}" tabindex="-1"></span>)", html_text(mark.anchor));
            if (mark.begin > cuts[i] || mark.end <= cuts[i]) continue;
            if (what.find(mark.what) == std::string::npos) what += (what.empty() ? "" : ", ") + mark.what;
        }
        const std::string piece = html_text(text.substr(cuts[i], cuts[i + 1] - cuts[i]));
        if (what.empty())
            out << piece;
        else
            out << fmt::format(R"(<mark class="evidence"><span class="hidden">[{}] </span>{}</mark>)", html_text(what),
                               piece);
    }
}

void write_page_mark(std::ostream& out, const PageStart& start) {
    out << fmt::format("<p class=\"page-mark\" id=\"page-{}\">{}</p>\n", start.page,
                       name_page(start.page, start.ocr_confidence));
}

}  // namespace

void write_marked_text(std::ostream& out, const Article& article, std::vector<TextMark> marks) {
    const std::string_view text = article.text;
    std::erase_if(marks, [&](const TextMark& mark) {
        return mark.begin >= mark.end || mark.end > text.size() || !is_boundary(text, mark.begin) ||
               !is_boundary(text, mark.end);
    });
    std::stable_sort(marks.begin(), marks.end(),
                     [](const TextMark& a, const TextMark& b) { return a.begin < b.begin; });
    auto page = article.pages.begin();
    out << "<div class=\"article-text\">\n";
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        for (; page != article.pages.end() && page->begin <= begin; ++page) write_page_mark(out, *page);
        if (end > begin) out << "<p>";
        std::size_t at = begin;
        for (; page != article.pages.end() && page->begin < end; ++page) {
            write_piece(out, text, at, page->begin, marks);
            out << fmt::format(R"(<span class="page-mark" id="page-{}">[{}] </span>)", page->page,
                               name_page(page->page, page->ocr_confidence));
            at = page->begin;
        }
        write_piece(out, text, at, end, marks);
        if (end > begin) out << "</p>\n";
        begin = end + 1;
    }
    out << "</div>\n";
}

}  // namespace findings

#include "indexer/readers/html/html_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_blocks.hpp"
#include "indexer/readers/html/html_metadata.hpp"
#include "indexer/readers/html/html_tree.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/mended_letters.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 5> kSeparators{" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: "};

/// "Headline - Site" without the site, when the rest is what the page's h1 says (or begins with).
std::string strip_site(const std::string& title, std::string_view headline) {
    for (std::string_view separator : kSeparators)
        for (std::size_t at = title.find(separator); at != std::string::npos; at = title.find(separator, at + 1))
            if (headline == std::string_view(title).substr(0, at)) return title.substr(0, at);
    return title;
}

std::string choose_title(const HtmlMetadata& metadata, const HtmlBody& body) {
    for (const char* name : {"og:title", "jsonld:headline"})
        if (const std::string title = find_metadata(metadata.pairs, name); !title.empty())
            return strip_site(title, body.headline);
    if (!body.headline.empty()) return fold_spaces(mend_letters(decode_references(tidy_text(body.headline))));
    return fold_spaces(decode_references(tidy_text(metadata.page_title)));
}

}  // namespace

bool has_markup(std::string_view text) {
    // Opening tags alone tell for elements that stand between lines only: "a <b and c" is text.
    constexpr auto kBlocks = std::to_array<std::string_view>(
        {"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "figure"});
    constexpr auto kInline =
        std::to_array<std::string_view>({"a", "b", "i", "em", "strong", "span", "u", "small", "sup"});
    const auto holds = [](const auto& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const bool closing = text.substr(at + 1).starts_with('/');
        const std::size_t begin = at + (closing ? 2 : 1);
        const std::size_t end = std::min(text.find_first_of(" \t\n/>", begin), text.size());
        if (end == text.size() || end - begin > 10) continue;
        std::string name(text.substr(begin, end - begin));
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::size_t close = text.find('>', end);
        if (close == std::string_view::npos) return false;
        if (holds(kBlocks, name) || (closing && holds(kInline, name))) return true;
    }
    return false;
}

std::string strip_markup(std::string_view html) { return text_of(HtmlTree(html).root()); }

void read_html(std::string_view html, RawArticle& article) {
    const HtmlTree tree(html);
    HtmlMetadata metadata = collect_html_metadata(tree);
    HtmlBody body = collect_html_blocks(tree);
    if (article.title.empty()) article.title = choose_title(metadata, body);
    for (auto& pair : metadata.pairs) article.metadata.push_back(std::move(pair));
    if (!body.time.empty()) article.metadata.emplace_back("time", body.time);
    if (!body.modified.empty()) article.metadata.emplace_back("time:modified", body.modified);
    for (std::string& byline : body.bylines) article.metadata.emplace_back("byline", std::move(byline));
    for (Block& block : body.blocks) {
        // Character references (&shy; &nbsp;) become characters only in the parser: tidy once more.
        block.text = mend_letters(decode_references(tidy_text(block.text)));
        if (block.role != BlockRole::table_row) block.text = fold_spaces(block.text);
        if (!block.text.empty()) article.blocks.push_back(std::move(block));
    }
}

}  // namespace findings

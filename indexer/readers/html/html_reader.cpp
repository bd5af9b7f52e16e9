#include "indexer/readers/html/html_reader.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_blocks.hpp"
#include "indexer/readers/html/html_metadata.hpp"
#include "indexer/readers/html/html_tree.hpp"
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
    if (!body.headline.empty()) return body.headline;
    return fold_spaces(tidy_text(metadata.page_title));
}

}  // namespace

void read_html(std::string_view html, RawArticle& article) {
    const HtmlTree tree(html);
    HtmlMetadata metadata = collect_html_metadata(tree);
    HtmlBody body = collect_html_blocks(tree);
    if (article.title.empty()) article.title = choose_title(metadata, body);
    for (auto& pair : metadata.pairs) article.metadata.push_back(std::move(pair));
    if (!body.time.empty()) article.metadata.emplace_back("time", body.time);
    for (std::string& byline : body.bylines) article.metadata.emplace_back("byline", std::move(byline));
    for (Block& block : body.blocks) {
        // Character references (&shy; &nbsp;) become characters only in the parser: tidy once more.
        block.text = block.role == BlockRole::table_row ? tidy_text(block.text) : fold_spaces(tidy_text(block.text));
        if (!block.text.empty()) article.blocks.push_back(std::move(block));
    }
}

}  // namespace findings

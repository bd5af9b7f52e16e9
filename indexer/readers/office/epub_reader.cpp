#include "indexer/readers/office/epub_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_reader.hpp"
#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/xml_part.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

constexpr const char* kContainer = "META-INF/container.xml";

struct Item {
    std::string part;
    std::string media_type;
    bool contents = false;  ///< the list of chapters
};

/// Parts that are encrypted; scrambled fonts are no loss.
std::set<std::string> find_encrypted(ZipParts& parts) {
    std::set<std::string> names;
    pugi::xml_document document;
    if (!read_xml(parts, "META-INF/encryption.xml", document)) return names;
    for (const pugi::xml_node& node : document.document_element().children())
        names.insert(resolve_part("", attribute_named(find_below(node, "CipherReference"), "URI")));
    return names;
}

/// The page without the classes and identifiers of its elements: in a book they are made of its headings and would be
/// taken for names of menus and side bars.
std::string drop_names(std::string_view page) {
    constexpr auto kNames = std::to_array<std::string_view>({" id=", " class=", " epub:type=", " role="});
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = page.find('<'); at < page.size(); ++at) {
        if (page[at] == '>') at = std::min(page.find('<', at), page.size());
        const std::string_view rest = page.substr(std::min(at, page.size()));
        const auto* name = std::find_if(kNames.begin(), kNames.end(),
                                        [rest](std::string_view known) { return rest.starts_with(known); });
        if (name == kNames.end() || rest.size() <= name->size()) continue;
        const char quote = rest[name->size()];
        const std::size_t end = rest.find(quote, name->size() + 1);
        if ((quote != '"' && quote != '\'') || end == std::string_view::npos) continue;
        out.append(page.substr(done, at - done));
        done = at + end + 1;
        at = done - 1;
    }
    return out.append(page.substr(done));
}

void read_chapter(const std::string& bytes, RawArticle& article) {
    const auto decoded = decode_text(bytes);
    if (!decoded) return;
    RawArticle chapter;
    chapter.title = "-";  // the page's own is the chapter's, and no book's
    read_html(drop_names(tidy_text(decoded->text)), chapter);
    for (Block& block : chapter.blocks) article.blocks.push_back(std::move(block));
}

}  // namespace

std::optional<Rejection> read_epub(ZipParts& parts, RawArticle& article) {
    pugi::xml_document container;
    pugi::xml_document package;
    if (!read_xml(parts, kContainer, container))
        return Rejection{{}, RejectionReason::corrupt, "it does not say where its text is (META-INF/container.xml)"};
    const std::string root(attribute_named(find_below(container, "rootfile"), "full-path"));
    if (!read_xml(parts, root, package))
        return Rejection{{}, RejectionReason::corrupt, "its list of chapters is damaged"};
    const pugi::xml_node metadata = child_named(package.document_element(), "metadata");
    add_metadata(article, "office:title", all_text(child_named(metadata, "title")));
    add_metadata(article, "office:author", all_text(child_named(metadata, "creator")));
    add_metadata(article, "office:created", all_text(child_named(metadata, "date")));
    std::map<std::string, Item> items;
    for (const pugi::xml_node& node : child_named(package.document_element(), "manifest").children())
        items[std::string(attribute_named(node, "id"))] = {
            resolve_part(root, attribute_named(node, "href")), std::string(attribute_named(node, "media-type")),
            attribute_named(node, "properties").find("nav") != std::string_view::npos};
    const std::set<std::string> encrypted = find_encrypted(parts);
    std::size_t locked = 0;
    for (const pugi::xml_node& node : child_named(package.document_element(), "spine").children()) {
        const auto item = items.find(std::string(attribute_named(node, "idref")));
        if (item == items.end() || item->second.contents) continue;
        if (item->second.media_type.find("html") == std::string::npos) continue;
        if (encrypted.contains(item->second.part)) {
            ++locked;
            continue;
        }
        const auto chapter = parts.read(item->second.part);
        if (chapter)
            read_chapter(*chapter, article);
        else if (!parts.failure())
            article.warnings.push_back("chapter " + item->second.part + " is missing");
    }
    if (locked > 0 && article.blocks.empty())
        return Rejection{{}, RejectionReason::encrypted, "its chapters are encrypted"};
    if (locked > 0) article.warnings.push_back(std::to_string(locked) + " encrypted chapters, not read");
    return std::nullopt;
}

}  // namespace findings

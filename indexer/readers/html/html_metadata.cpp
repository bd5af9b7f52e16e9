#include "indexer/readers/html/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/text/ascii.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/mend_json.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

using nlohmann::json;

// A page's own description of itself is a few kilobytes; more is a data dump.
constexpr std::size_t kMaxJsonLd = 1U << 20U;
constexpr std::size_t kMaxPairs = 500;
constexpr std::size_t kMaxValue = 4096;
constexpr int kMaxDepth = 8;

constexpr std::array<std::string_view, 4> kPlainKeys{"datePublished", "dateModified", "headline", "articleSection"};
constexpr std::array<std::string_view, 2> kNamedKeys{"author", "publisher"};

/// JSON-LD out of the HTML comment or the CDATA section that old browsers needed, and without what follows its end.
std::string strip_wrapping(std::string text) {
    for (std::string_view mark : {"<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>", "/*<![CDATA[*/"})
        if (const std::size_t at = text.find(mark); at != std::string::npos) text.erase(at, mark.size());
    const std::size_t begin = text.find_first_of("{[");
    return begin == std::string::npos ? text : text.substr(begin, find_json_end(text, begin) - begin);
}

class MetadataCollector {
  public:
    HtmlMetadata collect(const HtmlTree& tree) {
        walk_tree(
            tree.root(), [this](const GumboNode& node) { return visit(node); }, [](const GumboNode&) {});
        return std::move(result_);
    }

  private:
    bool visit(const GumboNode& node) {
        if (!is_element(node)) return node.type == GUMBO_NODE_DOCUMENT;
        if (is_tag(node, GUMBO_TAG_META)) visit_meta(node);
        if (is_tag(node, GUMBO_TAG_LINK) && lower_case(attribute(node, "rel")) == "canonical")
            add("canonical", attribute(node, "href"));
        if (is_tag(node, GUMBO_TAG_TITLE) && result_.page_title.empty()) result_.page_title = text_of(node);
        if (is_tag(node, GUMBO_TAG_SCRIPT) && lower_case(attribute(node, "type")).starts_with("application/ld+json"))
            visit_json_ld(node);
        return !is_tag(node, GUMBO_TAG_SVG);
    }

    void visit_meta(const GumboNode& node) {
        if (lower_case(attribute(node, "http-equiv")) == "refresh") return add("refresh", attribute(node, "content"));
        for (const char* key : {"property", "name", "itemprop"})
            if (const std::string_view name = attribute(node, key); !name.empty())
                return add(lower_case(name), attribute(node, "content"));
    }

    void visit_json_ld(const GumboNode& node) {
        std::string text;
        for (std::size_t i = 0; i < children(node).length; ++i)
            if (child(node, i).type == GUMBO_NODE_TEXT || child(node, i).type == GUMBO_NODE_WHITESPACE)
                text.append(child(node, i).v.text.text);
        if (text.size() > kMaxJsonLd) return;
        json value = json::parse(text, nullptr, false, true);
        if (value.is_discarded()) value = json::parse(mend_json(strip_wrapping(text)), nullptr, false);
        if (value.is_discarded())
            scan_keys(text);
        else
            visit_value(value, 0);
    }

    /// A block that is no JSON whatever one does: the plain keys are taken where they stand.
    void scan_keys(std::string_view text) {
        for (std::string_view key : kPlainKeys) {
            const std::string quoted = '"' + std::string(key) + '"';
            std::size_t at = text.find(quoted);
            if (at == std::string_view::npos) continue;
            at = text.find_first_not_of(" \t\r\n:", at + quoted.size());
            if (at == std::string_view::npos || text[at] != '"') continue;
            const std::size_t end = text.find_first_of("\"\n", at + 1);
            if (end != std::string_view::npos) add_json_ld(key, std::string(text.substr(at + 1, end - at - 1)));
        }
    }

    void visit_value(const json& value, int depth) {
        if (depth > kMaxDepth) return;
        if (value.is_array())
            for (const json& item : value) visit_value(item, depth + 1);
        if (!value.is_object()) return;
        for (std::string_view key : kPlainKeys) add_strings(key, value);
        for (std::string_view key : kNamedKeys)
            if (const auto found = value.find(key); found != value.end()) add_names(key, *found);
        for (const char* key : {"@graph", "mainEntity"})
            if (const auto found = value.find(key); found != value.end()) visit_value(*found, depth + 1);
    }

    void add_strings(std::string_view key, const json& object) {
        const auto found = object.find(key);
        if (found == object.end()) return;
        if (found->is_string()) add_json_ld(key, found->get<std::string>());
        if (!found->is_array()) return;
        for (const json& item : *found)
            if (item.is_string()) add_json_ld(key, item.get<std::string>());
    }

    /// An author is a name, an object with one, or a list of either.
    void add_names(std::string_view key, const json& value) {
        if (value.is_string()) add_json_ld(key, value.get<std::string>());
        if (value.is_object()) {
            const auto name = value.find("name");
            if (name != value.end() && name->is_string()) add_json_ld(key, name->get<std::string>());
        }
        if (!value.is_array()) return;
        for (const json& item : value)
            if (!item.is_array()) add_names(key, item);
    }

    void add_json_ld(std::string_view key, const std::string& value) {
        add("jsonld:" + std::string(key), tidy_text(value));
    }

    void add(std::string name, std::string_view value) {
        std::string text = fold_spaces(decode_references(std::string(value)));
        if (text.empty() || text.size() > kMaxValue || result_.pairs.size() >= kMaxPairs) return;
        result_.pairs.emplace_back(std::move(name), std::move(text));
    }

    HtmlMetadata result_;
};

}  // namespace

HtmlMetadata collect_html_metadata(const HtmlTree& tree) { return MetadataCollector().collect(tree); }

std::string find_metadata(const Metadata& pairs, std::string_view name) {
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? "" : found->second;
}

}  // namespace findings

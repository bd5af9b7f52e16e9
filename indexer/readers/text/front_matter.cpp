#include "indexer/readers/text/front_matter.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 5> kTextKeys{"url", "title", "published", "inspected", "publisher"};
// A longer one is an article that happens to begin with a rule.
constexpr std::size_t kMaxFrontMatter = 64U << 10U;

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return line;
}

std::string unquote(std::string_view value) {
    std::string text = fold_spaces(value);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return text;
}

/// "[a, 'b, c', d]" without the brackets, cut at commas outside quotes.
std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> values;
    std::size_t begin = 0;
    char quote = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        const bool end = i == list.size();
        if (!end && quote != 0) {
            if (list[i] == quote) quote = 0;
            continue;
        }
        if (!end && (list[i] == '"' || (list[i] == '\'' && fold_spaces(list.substr(begin, i - begin)).empty())))
            quote = list[i];
        if (!end && list[i] != ',') continue;
        if (std::string value = unquote(list.substr(begin, i - begin)); !value.empty())
            values.push_back(std::move(value));
        begin = i + 1;
    }
    return values;
}

std::vector<std::string> parse_value(std::string_view raw, bool list) {
    const std::string value = fold_spaces(raw);
    if (list && value.size() >= 2 && value.front() == '[' && value.back() == ']')
        return split_list(std::string_view(value).substr(1, value.size() - 2));
    std::string text = unquote(value);
    if (text.empty() || value == "null" || value == "~") return {};
    return {std::move(text)};
}

/// One key with what stands behind it and in the lines that belong to it.
struct Entry {
    std::string key;
    std::string value;
    std::vector<std::string> items;  ///< YAML's other list: "- a" lines below the key
};

/// Keys of other programs' headers. They are ignored, but a header that holds nothing else is one all the same.
constexpr std::array<std::string_view, 14> kForeignKeys{"author", "authors", "categories", "category", "date",
                                                        "draft",  "lang",    "layout",     "modified", "permalink",
                                                        "slug",   "source",  "tags",       "updated"};

bool is_header_key(std::string_view key) {
    return classify_key(key) != DeclaredKey::unknown ||
           std::find(kForeignKeys.begin(), kForeignKeys.end(), key) != kForeignKeys.end();
}

/// A key is one word: "Note to readers: ..." is text.
bool is_key(std::string_view key) {
    const auto in_key = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
    };
    return !key.empty() && key.size() <= 40 && std::all_of(key.begin(), key.end(), in_key);
}

/// One line between the marks; false when it is none of a header's.
bool read_line(std::string_view line, std::vector<Entry>& entries) {
    const std::string text = fold_spaces(line);
    if (text.empty() || text.front() == '#') return true;
    if (text == "-" || text.starts_with("- ")) {
        if (entries.empty() || !entries.back().value.empty()) return false;
        if (text.size() > 2) entries.back().items.push_back(unquote(std::string_view(text).substr(2)));
        return true;
    }
    // An indented line goes on with the value above it.
    if (line.front() == ' ' || line.front() == '\t') {
        if (entries.empty()) return false;
        std::string& value = entries.back().value;
        if (value == ">" || value == "|" || value == ">-" || value == "|-") value.clear();
        value.append(value.empty() ? "" : " ").append(text);
        return true;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return false;
    std::string key = fold_spaces(std::string_view(text).substr(0, colon));
    const bool spaced = colon + 1 == text.size() || text[colon + 1] == ' ';
    if (!is_key(key) || (!spaced && classify_key(key) == DeclaredKey::unknown)) return false;
    entries.push_back({std::move(key), fold_spaces(std::string_view(text).substr(colon + 1)), {}});
    return true;
}

/// Nothing when the contract does not name the key.
void declare(Entry& entry, RawArticle& article) {
    const DeclaredKey kind = classify_key(entry.key);
    if (kind == DeclaredKey::unknown) return;
    std::vector<std::string> values = parse_value(entry.value, kind == DeclaredKey::list);
    if (values.empty()) values = std::move(entry.items);
    for (std::string& value : values) value = decode_references(std::move(value));
    if (entry.key == "title") {
        article.title = values.empty() ? "" : values.front();
        return;
    }
    if (values.empty() && (entry.key == "id" || entry.key == "url")) return;
    article.declared[entry.key] = std::move(values);
}

}  // namespace

DeclaredKey classify_key(std::string_view key) {
    if (key == "id") return DeclaredKey::id;
    for (std::string_view text : kTextKeys)
        if (key == text) return DeclaredKey::text;
    if (key == "previous_grade" || key == "change") return DeclaredKey::list;
    const FieldRow* row = find_field(key);
    return row != nullptr && row->kind == FieldKind::facet ? DeclaredKey::list : DeclaredKey::unknown;
}

std::string_view take_front_matter(std::string_view text, RawArticle& article) {
    std::string_view rest = text;
    if (!text.starts_with("---") || fold_spaces(next_line(rest)) != "---") return text;
    std::vector<Entry> entries;
    std::size_t taken = text.size() - rest.size();
    for (bool known = false; taken < kMaxFrontMatter && !rest.empty();) {
        const std::string_view line = next_line(rest);
        taken += line.size() + 1;
        if (line.starts_with("---") && fold_spaces(line) == "---") {
            if (!known) return text;
            for (Entry& entry : entries) declare(entry, article);
            return rest;
        }
        if (!read_line(line, entries)) return text;
        known = known || (!entries.empty() && is_header_key(entries.back().key));
    }
    return text;
}

}  // namespace findings

#include "indexer/readers/text/front_matter.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.hpp"
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

/// One key and its values; nothing when the line has no key the contract names.
void declare(std::string_view key, std::vector<std::string> values, RawArticle& article) {
    const DeclaredKey kind = classify_key(key);
    if (kind == DeclaredKey::unknown) return;
    if (key == "title") {
        article.title = values.empty() ? "" : values.front();
        return;
    }
    if (values.empty() && (key == "id" || key == "url")) return;
    article.declared[std::string(key)] = std::move(values);
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
    if (fold_spaces(next_line(rest)) != "---" || !text.starts_with("---")) return text;
    const std::size_t end = ("\n" + std::string(rest.substr(0, kMaxFrontMatter))).find("\n---");
    if (end == std::string::npos) return text;
    std::string_view head = rest.substr(0, end);
    std::string_view body = rest.substr(end);
    if (fold_spaces(next_line(body)) != "---") return text;
    while (!head.empty()) {
        const std::string_view line = next_line(head);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.front() == '#') continue;
        const std::string key = fold_spaces(line.substr(0, colon));
        const bool list = classify_key(key) == DeclaredKey::list;
        auto values = parse_value(line.substr(colon + 1), list);
        // YAML's other list: "- a" lines below the key.
        while (values.empty() && fold_spaces(line.substr(colon + 1)).empty() && fold_spaces(head).starts_with("- ")) {
            do {
                const std::string item = fold_spaces(next_line(head));
                if (item.size() > 2) values.push_back(unquote(std::string_view(item).substr(2)));
            } while (fold_spaces(head.substr(0, head.find('\n'))).starts_with("- "));
        }
        declare(key, std::move(values), article);
    }
    return body;
}

}  // namespace findings

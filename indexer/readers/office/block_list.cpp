#include "indexer/readers/office/block_list.hpp"

#include <algorithm>
#include <utility>

#include "common/text/count_noun.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// "Unique reference number <tab> 123456" is a row; a tab in longer prose is a space.
constexpr std::size_t kLongestTabbed = 120;
// Cells of more than one block with more text than this are columns of a page, not a table's.
constexpr std::size_t kColumnText = 600;
// A paragraph longer than this is no heading, however bold.
constexpr std::size_t kLongestHeading = 160;

bool starts_lower_case(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

bool ends_a_sentence(std::string_view text) {
    return !text.empty() && (text.back() == '.' || text.back() == ':' || text.back() == '?' || text.back() == '!');
}

std::string join_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row.append(row.empty() ? "" : "\t").append(cell);
    return row;
}

/// The texts between tabs, when they are those of a row.
std::vector<std::string> split_tabs(std::string_view line) {
    std::vector<std::string> cells;
    while (!line.empty()) {
        const std::size_t end = line.find('\t');
        std::string cell = fold_spaces(line.substr(0, end));
        if (cell.size() > kLongestTabbed) return {};
        if (!cell.empty()) cells.push_back(std::move(cell));
        line = end == std::string_view::npos ? std::string_view{} : line.substr(end + 1);
    }
    return cells;
}

std::string flatten(const std::vector<Block>& cell) {
    std::string text;
    for (const Block& block : cell) {
        std::string words = fold_spaces(block.text);
        if (!text.empty()) text.push_back(' ');
        text += words;
    }
    return text;
}

}  // namespace

void BlockList::add_line(BlockRole role, std::string_view line, int page) {
    const bool running = role == BlockRole::paragraph || role == BlockRole::heading;
    if (running && line.find('\t') != std::string_view::npos)
        // "1.<tab>The home is" is a number before its paragraph.
        if (const std::vector<std::string> cells = split_tabs(line);
            cells.size() > 1 && cells.front().size() > 3 && !starts_lower_case(cells[1])) {
            blocks_.push_back({BlockRole::table_row, page, join_row(cells)});
            return;
        }
    std::string text = fold_spaces(line);
    if (role == BlockRole::paragraph)
        if (const std::string_view rest = strip_bullet(text); !rest.empty() && rest.size() < text.size()) {
            role = BlockRole::list_item;
            text = std::string(rest);
        }
    if (has_words(text)) blocks_.push_back({role, page, std::move(text)});
}

void BlockList::add_text(BlockRole role, std::string_view text, int page) {
    const std::string tidy = tidy_text(text);
    std::string line;
    std::string_view rest = tidy;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view next = rest.substr(0, end);
        const std::string words = fold_spaces(next);
        if (!line.empty() && !words.empty() &&
            (role == BlockRole::heading || !starts_lower_case(words) || ends_a_sentence(line))) {
            if (role == BlockRole::heading) {
                line.push_back(' ');
            } else {
                add_line(role, line, page);
                line.clear();
            }
        } else if (!line.empty()) {
            line.push_back(' ');
        }
        line += next;
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    if (!line.empty()) add_line(role, line, page);
}

void BlockList::add_row(std::vector<std::vector<Block>> cells) {
    cells.erase(std::remove_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); }), cells.end());
    if (cells.empty()) return;
    std::size_t most = 0;
    std::size_t size = 0;
    for (const auto& cell : cells) {
        most = std::max(most, cell.size());
        for (const Block& block : cell) size += block.text.size();
    }
    if (cells.size() == 1 || (most > 2 && size > kColumnText)) {
        for (auto& cell : cells) append(std::move(cell));
        return;
    }
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const auto& cell : cells) texts.push_back(flatten(cell));
    blocks_.push_back({BlockRole::table_row, cells.front().front().page, join_row(texts)});
}

void BlockList::append(std::vector<Block> blocks) {
    for (Block& block : blocks) blocks_.push_back(std::move(block));
}

std::size_t count_inked(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::count_if(
                             text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; }));
}

bool is_bold_heading(std::string_view text, std::size_t bold) {
    if (bold == 0 || bold != count_inked(text)) return false;
    const std::string words = fold_spaces(text);
    return !words.empty() && words.size() <= kLongestHeading && words.back() != '.' && words.back() != ',' &&
           words.back() != ';';
}

void add_metadata(RawArticle& article, std::string_view name, std::string_view value) {
    if (std::string text = fold_spaces(tidy_text(value)); !text.empty())
        article.metadata.emplace_back(name, std::move(text));
}

void warn_of_unread(RawArticle& article, std::size_t objects, std::size_t comments) {
    if (objects > 0)
        article.warnings.push_back(count_noun(objects, "embedded object", "embedded objects") + ", not read");
    if (comments > 0)
        article.warnings.push_back(count_noun(comments, "comment", "comments") + " in the margin, not read");
}

Rejection reject_pictures(std::size_t pictures) {
    return {{}, RejectionReason::image_only, count_noun(pictures, "picture", "pictures") + ", no text"};
}

}  // namespace findings

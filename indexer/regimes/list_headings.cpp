#include "indexer/regimes/list_headings.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "common/base/table_rows.hpp"
#include "embedded/list_headings.hpp"

namespace findings {
namespace {

/// What "*" in a phrase may stand for.
constexpr std::size_t kMostWords = 8;
/// A longer line is no heading; "any" rows hold for leads of one sentence, too.
constexpr std::size_t kLongestLine = 80;

enum class Reach : std::uint8_t { whole, start, any };

struct HeadingPhrase {
    ListLine line = ListLine::other;
    std::vector<std::string_view> regulators;
    std::vector<std::string_view> types;
    Reach reach = Reach::whole;
    std::vector<std::string_view> words;
    std::size_t rank = 0;
};

constexpr std::array kLines{
    std::pair{"priority-action", ListLine::priority_action},
    std::pair{"requirement", ListLine::requirement},
    std::pair{"recommendation", ListLine::recommendation},
    std::pair{"close", ListLine::close},
    std::pair{"due", ListLine::due},
    std::pair{"lead", ListLine::lead},
    std::pair{"none", ListLine::no_entries},
    std::pair{"aside", ListLine::aside},
};

ListLine read_line_name(std::string_view name) {
    for (const auto& [known, line] : kLines)
        if (name == known) return line;
    throw std::logic_error("list_headings.tsv: unknown form " + std::string(name));
}

Reach read_reach(std::string_view name) {
    if (name == "whole") return Reach::whole;
    if (name == "start") return Reach::start;
    if (name == "any") return Reach::any;
    throw std::logic_error("list_headings.tsv: unknown reach " + std::string(name));
}

const std::vector<HeadingPhrase>& heading_phrases() {
    static const std::vector<HeadingPhrase> phrases = [] {
        std::vector<HeadingPhrase> made;
        for_each_row(embedded::list_headings(), [&](const auto& cells) {
            for (const std::string_view phrase : split_at(cells.at(4), '|')) {
                HeadingPhrase row{.line = read_line_name(cells[0]),
                                  .regulators = split_at(cells[1], '|'),
                                  .types = split_at(cells[2], '|'),
                                  .reach = read_reach(cells[3]),
                                  .words = split_at(phrase, ' ')};
                row.rank = 4 * phrase.size() + (cells[1] == "*" ? 0 : 2) + (cells[2] == "*" ? 0 : 1);
                made.push_back(std::move(row));
            }
        });
        return made;
    }();
    return phrases;
}

bool holds(const std::vector<std::string_view>& list, std::string_view item) {
    return list.front() == "*" || std::find(list.begin(), list.end(), item) != list.end();
}

using Words = std::vector<std::string>;

/// Words of a line in small letters, without a number before and footnote marks behind them.
Words fold_line(std::string_view line) {
    Words words;
    std::size_t at = 0;
    while (at < line.size() && words.size() <= kLongestLine) {
        std::size_t end = at;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) >= 0x80 || std::isalnum(line[end]) != 0))
            ++end;
        if (end > at) {
            std::string word = fold_word(line.substr(at, end - at));
            // Quotation marks, dashes and bullets are bytes above 0x80 as letters are.
            std::string kept;
            for (std::size_t i = 0; i < word.size(); ++i) {
                const auto c = static_cast<unsigned char>(word[i]);
                if (c == 0xe2 || c == 0xef || c == 0xee) {
                    if (!kept.empty()) words.push_back(std::exchange(kept, {}));
                    i += 2;
                } else if (word[i] == '\'') {
                    if (!kept.empty()) words.push_back(std::exchange(kept, {}));
                } else {
                    kept += word[i];
                }
            }
            if (!kept.empty()) words.push_back(std::move(kept));
        }
        at = std::max(end, at + 1);
    }
    const auto is_number = [](const std::string& word) {
        return std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    };
    while (words.size() > 1 && is_number(words.back())) words.pop_back();
    if (words.size() > 1 && is_number(words.front())) words.erase(words.begin());
    return words;
}

/// Where a phrase that begins at word `at` ends; 0 when it does not stand there.
std::size_t match_end(const Words& line, std::size_t at, const std::vector<std::string_view>& phrase,
                      std::size_t from = 0) {
    for (std::size_t i = from; i < phrase.size(); ++i) {
        if (phrase[i] == "*") {
            for (std::size_t skip = 1; skip <= kMostWords && at + skip <= line.size(); ++skip)
                if (const std::size_t end = match_end(line, at + skip, phrase, i + 1)) return end;
            return 0;
        }
        if (at >= line.size() || line[at] != phrase[i]) return 0;
        ++at;
    }
    return at;
}

bool fits(const Words& line, const HeadingPhrase& phrase) {
    switch (phrase.reach) {
        case Reach::whole:
            return match_end(line, 0, phrase.words) == line.size();
        case Reach::start:
            return match_end(line, 0, phrase.words) != 0;
        case Reach::any:
            for (std::size_t at = 0; at < line.size(); ++at)
                if (match_end(line, at, phrase.words) != 0) return true;
            return false;
    }
    return false;
}

}  // namespace

ListHeadings::ListHeadings(const FacetContext& context) {
    const std::vector<HeadingPhrase>& phrases = heading_phrases();
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto any_type = [&] {
            return std::any_of(context.providers.begin(), context.providers.end(),
                               [&](const FoundProvider& body) { return holds(phrases[i].types, body.type); });
        };
        if (holds(phrases[i].regulators, context.regulator) && (phrases[i].types.front() == "*" || any_type()))
            rows_.push_back(i);
    }
}

ListLine ListHeadings::read(std::string_view line) const {
    const Words words = fold_line(line);
    if (words.empty() || words.size() > kLongestLine) return ListLine::other;
    const HeadingPhrase* best = nullptr;
    for (const std::size_t row : rows_) {
        const HeadingPhrase& phrase = heading_phrases()[row];
        if ((best == nullptr || phrase.rank > best->rank) && fits(words, phrase)) best = &phrase;
    }
    return best == nullptr ? ListLine::other : best->line;
}

}  // namespace findings

#include "indexer/clean/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "indexer/clean/boilerplate_phrases.hpp"

namespace findings {
namespace {

// Readers join lines that stand together, so these arrive glued to a paragraph. Exact case: in prose the
// words would not stand capitalised between two sentences.
constexpr std::array<std::string_view, 4> kGluedPhrases = {"Hide Ad", "Advertisement", "ADVERTISEMENT",
                                                           "Watch more of our videos on Shots!"};

bool ends_sentence_before(std::string_view text, std::size_t at) {
    const std::string_view before = trim_space(text.substr(at > 16 ? at - 16 : 0, at > 16 ? 16 : at));
    return before.empty() || ends_like_sentence(before) ||
           std::any_of(kGluedPhrases.begin(), kGluedPhrases.end(), [before](std::string_view phrase) {
               return before.ends_with(phrase.substr(phrase.size() > 7 ? phrase.size() - 7 : 0));
           });
}

bool starts_sentence_after(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] != ' ' && text[at] != '\n') return false;
    const std::string_view after = trim_space(text.substr(at, 16));
    return after.empty() || opens_with_quote(after) || (after[0] >= 'A' && after[0] <= 'Z');
}

/// Where the next glued phrase stands, and its length; npos when there is none.
std::pair<std::size_t, std::size_t> find_glued(std::string_view text, std::string_view phrase, std::size_t from) {
    for (std::size_t at = text.find(phrase, from); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        if (ends_sentence_before(text, at) && starts_sentence_after(text, at + phrase.size())) {
            return {at, phrase.size()};
        }
    }
    return {std::string_view::npos, 0};
}

void append_line(std::vector<Line>& lines, const Block& block, std::string_view text) {
    text = trim_space(text);
    if (text.empty()) return;
    Line line = make_line(block.role, block.page, text);
    const auto skipped = static_cast<std::size_t>(text.data() - block.text.data());
    for (const PageBreak& next : block.breaks) {
        if (next.at <= skipped) line.page = next.page;
        if (next.at > skipped && next.at < skipped + text.size()) line.breaks.push_back({next.at - skipped, next.page});
    }
    lines.push_back(std::move(line));
}

// "A young victim. Stock image A young victim. Stock image": a caption and its alternative text.
bool is_doubled(std::string_view text) {
    if (text.size() < 9 || text.size() > kLongLineBytes || text.size() % 2 == 0) return false;
    const std::size_t half = text.size() / 2;
    return (text[half] == ' ' || text[half] == '\n') && text.substr(0, half) == text.substr(half + 1);
}

void append_pieces(std::vector<Line>& lines, const Block& block) {
    const std::string_view text = trim_space(block.text);
    if (is_doubled(text)) {
        append_line(lines, block, text.substr(0, text.size() / 2));
        append_line(lines, block, text.substr(text.size() / 2 + 1));
        return;
    }
    // "Hide Ad Penrith hospice wins award": the label and its teaser, one piece of boilerplate.
    const bool labelled = std::any_of(kGluedPhrases.begin(), kGluedPhrases.end(),
                                      [text](std::string_view phrase) { return text.starts_with(phrase); });
    if (labelled && is_headline_like(make_line(block.role, block.page, text))) {
        append_line(lines, block, text);
        return;
    }
    // One search for each phrase over the whole text: positions are cut in order, so this stays linear.
    std::vector<std::pair<std::size_t, std::size_t>> cuts;
    for (const std::string_view phrase : kGluedPhrases) {
        for (auto [at, size] = find_glued(text, phrase, 0); size != 0;
             std::tie(at, size) = find_glued(text, phrase, at + size)) {
            cuts.emplace_back(at, size);
        }
    }
    std::sort(cuts.begin(), cuts.end());
    std::size_t done = 0;
    for (const auto& [at, size] : cuts) {
        append_line(lines, block, text.substr(done, at - done));
        append_line(lines, block, text.substr(at, size));
        done = at + size;
    }
    append_line(lines, block, text.substr(done));
}

std::string_view role_rule(BlockRole role) {
    switch (role) {
        case BlockRole::navigation:
            return "navigation";
        case BlockRole::boilerplate:
            return "boilerplate";
        case BlockRole::caption:
            return "caption";
        default:
            return {};
    }
}

}  // namespace

std::vector<Line> make_lines(const std::vector<Block>& blocks, BoilerplateLevel level) {
    std::vector<Line> lines;
    lines.reserve(blocks.size());
    for (const Block& block : blocks) {
        if (level == BoilerplateLevel::roles || block.role == BlockRole::table_row) {
            append_line(lines, block, block.text);
        } else {
            append_pieces(lines, block);
        }
    }
    return lines;
}

void drop_roles(std::vector<Line>& lines, BoilerplateLevel level) {
    const bool has_story = std::any_of(lines.begin(), lines.end(),
                                       [](const Line& line) { return role_rule(line.role).empty() && line.words > 0; });
    for (Line& line : lines) {
        if (level == BoilerplateLevel::roles && line.role == BlockRole::caption) continue;
        if (!has_story && line.role == BlockRole::navigation && is_prose(line)) {
            line.role = BlockRole::paragraph;
            continue;
        }
        line.rule = role_rule(line.role);
    }
}

void drop_sure_boilerplate(std::vector<Line>& lines) {
    for (Line& line : lines) {
        if (!line.kept() || line.role == BlockRole::table_row) continue;
        line.rule = match_phrase(line);
    }
}

std::size_t find_first_prose(const std::vector<Line>& lines) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.kept() && is_prose(line); });
    return static_cast<std::size_t>(found - lines.begin());
}

std::size_t find_prose_end(const std::vector<Line>& lines) {
    const auto found =
        std::find_if(lines.rbegin(), lines.rend(), [](const Line& line) { return line.kept() && is_prose(line); });
    return static_cast<std::size_t>(lines.rend() - found);
}

}  // namespace findings

#include "indexer/readers/html/placeholder.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/html/placeholder_phrases.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// An error page of a site with much to say about its errors; stories of this length are looked at sentence by sentence.
constexpr std::size_t kMostWords = 220;
// Fewer words are a link, a menu's entry or a name, no sentence of a story.
constexpr std::size_t kFewestInSentence = 6;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Lower case, ASCII apostrophes.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool apostrophe = text.substr(i).starts_with("\xe2\x80\x99");
        out.push_back(apostrophe ? '\'' : lower(text[i]));
        if (apostrophe) i += 2;
    }
    return out;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t';
        words += !space && !inside ? 1U : 0U;
        inside = !space;
    }
    return words;
}

template <std::size_t size>
bool holds(std::string_view text, const std::array<std::string_view, size>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [text](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

/// "HTTP Error 404 - Not Found!" -> "not found".
std::string bare(std::string_view title) {
    std::string out;
    for (const char c : plain(title)) out.push_back((c >= 'a' && c <= 'z') || c == '\'' ? c : ' ');
    out = fold_spaces(out);
    for (std::string_view head : {"http ", "status ", "error ", "code ", "the ", "this ", "we're sorry ", "oops "})
        if (out.starts_with(head)) out.erase(0, head.size());
    if (out.ends_with(" error") && out != "server error" && out != "internal server error") out.resize(out.size() - 6);
    return out;
}

/// "404", "Error 500", "403 Forbidden".
bool has_status(std::string_view title) {
    for (std::string_view code : {"400", "401", "403", "404", "410", "429", "500", "502", "503", "504", "301", "302"})
        if (const std::size_t at = title.find(code); at != std::string_view::npos) {
            const auto digit = [title](std::size_t i) {
                return i < title.size() && title[i] >= '0' && title[i] <= '9';
            };
            if ((at == 0 || !digit(at - 1)) && !digit(at + 3)) return true;
        }
    return false;
}

/// "Access denied" may be a headline, "502 Bad Gateway" may not.
enum class TitleKind { other, possible, certain };

/// The whole title, or one side of what parts it from the site's name, is one of such pages.
TitleKind classify_title(std::string_view title) {
    std::vector<std::string_view> parts{title};
    for (std::string_view separator : {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 "})
        if (const std::size_t at = title.find(separator); at != std::string_view::npos) {
            parts.push_back(title.substr(0, at));
            parts.push_back(title.substr(at + separator.size()));
        }
    TitleKind kind = TitleKind::other;
    for (const std::string_view part : parts) {
        const std::string name = bare(part);
        const bool listed = std::find(kTitles.begin(), kTitles.end(), name) != kTitles.end();
        if (has_status(part) && (listed || name.empty())) return TitleKind::certain;
        if (std::find(kCertainTitles.begin(), kCertainTitles.end(), name) != kCertainTitles.end())
            return TitleKind::certain;
        if (listed || holds(plain(part), kTitleParts)) kind = TitleKind::possible;
    }
    return kind;
}

struct Census {
    std::size_t words = 0;    ///< in all sentences
    std::size_t telling = 0;  ///< in sentences that only such pages hold
    std::size_t companions = 0;
    std::size_t other = 0;  ///< in sentences of a story's kind
    bool strong = false;
    std::string_view said;  ///< the first of those that tell
};

std::vector<std::string_view> cut_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    for (std::size_t at = text.find_first_of(".!?"); at != std::string_view::npos;
         at = text.find_first_of(".!?", at + 1)) {
        if (at + 1 < text.size() && text[at + 1] != ' ') continue;
        sentences.push_back(text.substr(begin, at + 1 - begin));
        begin = at + 1;
    }
    if (begin < text.size()) sentences.push_back(text.substr(begin));
    return sentences;
}

Census take_census(const RawArticle& article) {
    Census census;
    for (const Block& block : article.blocks) {
        if (is_boilerplate(block.role)) continue;
        for (const std::string_view sentence : cut_sentences(block.text)) {
            const std::size_t words = count_words(sentence);
            const std::string text = plain(sentence);
            census.words += words;
            if (census.words > kMostWords) return census;
            if (holds(text, kPhrases) ||
                (block.role == BlockRole::heading && classify_title(sentence) != TitleKind::other)) {
                census.telling += words;
                if (census.said.empty()) census.said = sentence;
                census.strong = census.strong || holds(text, kStrongPhrases);
            } else if (words >= kFewestInSentence) {
                (holds(text, kCompanions) ? census.companions : census.other) += words;
            }
        }
    }
    return census;
}

/// <meta http-equiv="refresh" content="0; url=https://…">.
bool redirects_at_once(const RawArticle& article) {
    return std::any_of(article.metadata.begin(), article.metadata.end(), [](const auto& pair) {
        const std::string content = plain(pair.second);
        const bool soon =
            content.size() > 1 && content[0] >= '0' && content[0] <= '9' && (content[1] < '0' || content[1] > '9');
        return pair.first == "refresh" && soon && content.find("url") != std::string::npos;
    });
}

std::string_view first_text(const RawArticle& article) {
    for (const Block& block : article.blocks)
        if (!is_boilerplate(block.role)) return block.text;
    return {};
}

}  // namespace

std::string find_placeholder(const RawArticle& article) {
    const Census census = take_census(article);
    if (census.words > kMostWords) return {};
    const std::string_view head = first_text(article);
    const TitleKind title = classify_title(article.title);
    const TitleKind kind = std::max(title, classify_title(head));
    // A headline may say the same: the page must speak of itself, and of little else.
    const bool itself = census.strong || census.words <= kFewestInSentence;
    const bool placeholder =
        kind == TitleKind::certain ? census.other <= 40 || census.other * 2 <= census.words
        : kind == TitleKind::possible
            ? itself && census.telling >= census.other + census.companions && census.other * 2 <= census.words
            : census.strong && census.other == 0 && census.companions <= census.telling;
    const bool redirects = census.words <= 30 && census.other <= 12 && redirects_at_once(article);
    if (!placeholder && !redirects) return {};
    const std::string_view said = title != TitleKind::other  ? std::string_view(article.title)
                                  : kind != TitleKind::other ? head
                                                             : census.said;
    return said.empty() ? "a redirect" : fold_spaces(said.substr(0, 80));
}

}  // namespace findings

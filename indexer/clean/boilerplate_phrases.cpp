#include "indexer/clean/boilerplate_phrases.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <vector>

#include "common/text/ascii.hpp"
#include "indexer/clean/phrase_table.hpp"

namespace findings {
namespace {

struct Phrase {
    std::string_view rule;
    std::string_view text;
    std::uint64_t bits;
    std::size_t order;  ///< in the table: of several that match, the first one names the rule
};

/// The phrases by what a line must have for them: all but a few are passed over without being compared.
struct PhraseIndex {
    std::unordered_map<std::string_view, Phrase> whole;
    std::array<std::vector<Phrase>, 256> start;  ///< by their first byte
    std::vector<Phrase> inside;
};

const PhraseIndex& all_phrases() {
    static const PhraseIndex phrases = [] {
        PhraseIndex index;
        std::size_t order = 0;
        for (const PhraseSet& set : kPhraseSets) {
            for (const std::string_view text : set.phrases) {
                const Phrase phrase{set.rule, text, word_bits(text), order++};
                switch (set.place) {
                    case PhrasePlace::whole:
                        index.whole.emplace(text, phrase);
                        break;
                    case PhrasePlace::start:
                        index.start[static_cast<unsigned char>(text.front())].push_back(phrase);
                        break;
                    case PhrasePlace::inside:
                        index.inside.push_back(phrase);
                        break;
                }
            }
        }
        return index;
    }();
    return phrases;
}

// A story about cookies or newsletters has people in it; the boxes themselves never say who said so.
constexpr std::array<std::string_view, 6> kSpeaking = {"said", "says", "told", "added", "inspectors", "councillors"};

// Only what looks like a notice: nobody is quoted.
bool may_hold_notice(const Line& line) {
    if (opens_with_quote(line.text)) return false;
    return std::none_of(kSpeaking.begin(), kSpeaking.end(),
                        [&line](std::string_view word) { return holds_phrase(line.folded, word); });
}

// The first phrase of the table that the line matches; nullptr when there is none.
const Phrase* find_phrase(const Line& line) {
    const PhraseIndex& phrases = all_phrases();
    const Phrase* first = nullptr;
    const auto consider = [&](const std::vector<Phrase>& list, auto stands) {
        for (const Phrase& phrase : list) {
            if ((phrase.bits & ~line.word_bits) != 0 || (first != nullptr && first->order < phrase.order)) continue;
            if (stands(line.folded, phrase.text) && may_hold_notice(line)) first = &phrase;
        }
    };
    if (const auto whole = phrases.whole.find(line.folded); whole != phrases.whole.end()) first = &whole->second;
    consider(phrases.start[static_cast<unsigned char>(line.folded.front())], starts_with_phrase);
    consider(phrases.inside, holds_phrase);
    return first;
}

constexpr std::string_view kNetworks[] = {"share",     "facebook", "twitter",   "whatsapp",  "linkedin",
                                          "email",     "tweet",    "reddit",    "pinterest", "telegram",
                                          "messenger", "tumblr",   "flipboard", "bluesky",   "instagram",
                                          "youtube",   "tiktok",   "comments",  "google+"};
constexpr std::string_view kShareWords[] = {"x",    "print", "copy", "link", "threads", "on",
                                            "this", "save",  "rss",  "by",   "via",     "google"};

// "Share Facebook X WhatsApp": some network or button must be named, and nothing else.
bool is_share_bar(const Line& line) {
    if (line.words == 0 || line.words > 12) return false;
    const std::vector<std::string_view> words = split_words(line.folded);
    return std::all_of(words.begin(), words.end(),
                       [](auto word) { return is_one_of(kNetworks, word) || is_one_of(kShareWords, word); }) &&
           std::any_of(words.begin(), words.end(), [](auto word) { return is_one_of(kNetworks, word); });
}

bool is_reading_time(const Line& line) {
    if (line.words > 6) return false;
    const std::vector<std::string_view> words = split_words(line.folded);
    if (words.size() == 3 && words[1].starts_with("min") && words[2] == "read") return true;
    const bool announced = line.folded.starts_with("reading time") || line.folded.starts_with("estimated reading time");
    return announced;
}

// "Hide Ad Penrith hospice wins award", "Advertisement: stairlifts, conservatories".
bool is_labelled_advert(const Line& line) {
    const bool labelled = starts_with_phrase(line.folded, "hide ad") || line.folded.starts_with("advertisement:") ||
                          line.folded.starts_with("sponsored:");
    return labelled && is_headline_like(line);
}

// Consent boxes are worded in a hundred ways, but all speak of cookies and of a choice.
bool is_consent_box(const Line& line) {
    if (!holds_phrase(line.folded, "cookies") || !may_hold_notice(line)) return false;
    constexpr std::string_view kChoices[] = {"accept",   "consent",  "preferences",  "settings",
                                             "partners", "trackers", "your browser", "your experience",
                                             "browse",   "browsing", "policy"};
    return std::any_of(std::begin(kChoices), std::end(kChoices),
                       [&line](std::string_view choice) { return holds_phrase(line.folded, choice); });
}

// "12 comments", "Comments (12)".
bool is_comment_count(const Line& line) {
    if (line.words != 2) return false;
    const std::vector<std::string_view> words = split_words(line.folded);
    if (words.size() != 2) return false;
    const auto counts = [](std::string_view word) {
        return word.find_first_not_of("0123456789,()") == std::string_view::npos;
    };
    return (counts(words[0]) && words[1].starts_with("comment")) ||
           (counts(words[1]) && words[0].starts_with("comment"));
}

}  // namespace

std::string_view match_phrase(const Line& line) {
    if (line.folded.empty()) return {};
    if (const Phrase* phrase = find_phrase(line)) return phrase->rule;
    if (is_labelled_advert(line)) return "advert";
    constexpr std::uint64_t kCookieBit = word_bits("cookies");
    if ((kCookieBit & ~line.word_bits) == 0 && is_consent_box(line)) return "cookie-notice";
    if (is_share_bar(line)) return "share-bar";
    if (is_reading_time(line)) return "reading-time";
    if (is_comment_count(line)) return "comments";
    return {};
}

}  // namespace findings

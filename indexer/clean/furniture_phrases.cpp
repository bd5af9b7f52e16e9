#include "indexer/clean/furniture_phrases.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "indexer/clean/phrase_table.hpp"

namespace findings {
namespace {

struct Phrase {
    std::string_view rule;
    PhrasePlace place;
    std::string_view text;
    std::uint64_t bits;
};

const std::vector<Phrase>& all_phrases() {
    static const std::vector<Phrase> phrases = [] {
        std::vector<Phrase> all;
        for (const PhraseSet& set : kPhraseSets) {
            for (const std::string_view text : set.phrases) all.push_back({set.rule, set.place, text, word_bits(text)});
        }
        return all;
    }();
    return phrases;
}

// A story about cookies or newsletters has people in it; the boxes themselves never say who said so.
constexpr std::array<std::string_view, 6> kSpeaking = {"said", "says", "told", "added", "inspectors", "councillors"};

bool is_one_of(std::span<const std::string_view> list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

// Only what looks like a notice: nobody is quoted.
bool may_hold_notice(const Line& line) {
    if (opens_with_quote(line.text)) return false;
    return std::none_of(kSpeaking.begin(), kSpeaking.end(),
                        [&line](std::string_view word) { return holds_phrase(line.folded, word); });
}

bool matches(const Phrase& phrase, const Line& line) {
    if ((phrase.bits & ~line.word_bits) != 0) return false;
    switch (phrase.place) {
        case PhrasePlace::whole:
            return line.folded == phrase.text;
        case PhrasePlace::start:
            return starts_with_phrase(line.folded, phrase.text) && may_hold_notice(line);
        case PhrasePlace::inside:
            return holds_phrase(line.folded, phrase.text) && may_hold_notice(line);
    }
    return false;
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
    for (const Phrase& phrase : all_phrases()) {
        if (matches(phrase, line)) return phrase.rule;
    }
    if (is_labelled_advert(line)) return "advert";
    constexpr std::uint64_t kCookieBit = word_bits("cookies");
    if ((kCookieBit & ~line.word_bits) == 0 && is_consent_box(line)) return "cookie-notice";
    if (is_share_bar(line)) return "share-bar";
    if (is_reading_time(line)) return "reading-time";
    if (is_comment_count(line)) return "comments";
    return {};
}

}  // namespace findings

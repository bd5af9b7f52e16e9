#include "indexer/readers/html/html_roles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace findings {
namespace {

struct ClassRule {
    std::string_view word;  ///< a whole word of a class or id, or two words joined by '-'
    BlockRole role;
};
constexpr std::array kClassRules{
    ClassRule{"cookie", BlockRole::boilerplate},
    ClassRule{"cookies", BlockRole::boilerplate},
    ClassRule{"consent", BlockRole::boilerplate},
    ClassRule{"gdpr", BlockRole::boilerplate},
    ClassRule{"breadcrumb", BlockRole::navigation},
    ClassRule{"breadcrumbs", BlockRole::navigation},
    ClassRule{"menu", BlockRole::navigation},
    ClassRule{"nav", BlockRole::navigation},
    ClassRule{"navbar", BlockRole::navigation},
    ClassRule{"navigation", BlockRole::navigation},
    ClassRule{"skip-link", BlockRole::navigation},
    ClassRule{"pagination", BlockRole::navigation},
    ClassRule{"related", BlockRole::navigation},
    ClassRule{"recommended", BlockRole::navigation},
    ClassRule{"most-read", BlockRole::navigation},
    ClassRule{"most-popular", BlockRole::navigation},
    ClassRule{"mostread", BlockRole::navigation},
    ClassRule{"read-more", BlockRole::navigation},
    ClassRule{"readmore", BlockRole::navigation},
    ClassRule{"trending", BlockRole::navigation},
    ClassRule{"tags", BlockRole::navigation},
    ClassRule{"taglist", BlockRole::navigation},
    ClassRule{"sidebar", BlockRole::navigation},
    ClassRule{"footer", BlockRole::navigation},
    ClassRule{"promo", BlockRole::boilerplate},
    ClassRule{"advert", BlockRole::boilerplate},
    ClassRule{"adverts", BlockRole::boilerplate},
    ClassRule{"advertisement", BlockRole::boilerplate},
    ClassRule{"ad", BlockRole::boilerplate},
    ClassRule{"ads", BlockRole::boilerplate},
    ClassRule{"sponsored", BlockRole::boilerplate},
    ClassRule{"newsletter", BlockRole::boilerplate},
    ClassRule{"subscribe", BlockRole::boilerplate},
    ClassRule{"paywall", BlockRole::boilerplate},
    ClassRule{"share", BlockRole::boilerplate},
    ClassRule{"sharing", BlockRole::boilerplate},
    ClassRule{"social", BlockRole::boilerplate},
    ClassRule{"comments", BlockRole::boilerplate},
    ClassRule{"comment-list", BlockRole::boilerplate},
    ClassRule{"disqus", BlockRole::boilerplate},
    ClassRule{"byline", BlockRole::byline},
    ClassRule{"author", BlockRole::byline},
};

constexpr std::array kUnseenTags{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_SVG,   GUMBO_TAG_HEAD,
                                 GUMBO_TAG_IFRAME, GUMBO_TAG_CANVAS,  GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO,
                                 GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA};
// What a browser shows in place of something it cannot: text all the same.
constexpr std::array kFallbackTags{GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_OBJECT};

// Phrasing elements: they stand within a line. Everything else breaks it, unknown tags too except custom
// ones.
constexpr std::array kInlineTags{GUMBO_TAG_A,     GUMBO_TAG_ABBR,  GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BDI,
                                 GUMBO_TAG_BDO,   GUMBO_TAG_BIG,   GUMBO_TAG_CITE,    GUMBO_TAG_CODE,   GUMBO_TAG_DATA,
                                 GUMBO_TAG_DEL,   GUMBO_TAG_DFN,   GUMBO_TAG_EM,      GUMBO_TAG_FONT,   GUMBO_TAG_I,
                                 GUMBO_TAG_IMG,   GUMBO_TAG_INS,   GUMBO_TAG_KBD,     GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,
                                 GUMBO_TAG_NOBR,  GUMBO_TAG_Q,     GUMBO_TAG_RUBY,    GUMBO_TAG_S,      GUMBO_TAG_SAMP,
                                 GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,  GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
                                 GUMBO_TAG_SUP,   GUMBO_TAG_TIME,  GUMBO_TAG_TT,      GUMBO_TAG_U,      GUMBO_TAG_VAR,
                                 GUMBO_TAG_WBR,   GUMBO_TAG_MATH,  GUMBO_TAG_MI,      GUMBO_TAG_MO,     GUMBO_TAG_MN,
                                 GUMBO_TAG_MS,    GUMBO_TAG_MTEXT, GUMBO_TAG_UNKNOWN};

// Aria-hidden text longer than this is an article that a script was to reveal, not a duplicate for the eye.
constexpr std::size_t kLongestDecoration = 80;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// "siteNav main-menu" -> site, nav, main, menu.
std::vector<std::string> split_words(std::string_view names) {
    std::vector<std::string> words;
    bool open = false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char c = names[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter = upper || (c >= 'a' && c <= 'z');
        const bool hump = upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z';
        if (!letter || hump) open = false;
        if (!letter) continue;
        if (!open) words.emplace_back();
        open = true;
        words.back().push_back(lower(c));
    }
    return words;
}

bool matches(const std::vector<std::string>& words, std::string_view rule) {
    const std::size_t dash = rule.find('-');
    if (dash == std::string_view::npos) return std::find(words.begin(), words.end(), rule) != words.end();
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (words[i] == rule.substr(0, dash) && words[i + 1] == rule.substr(dash + 1)) return true;
    return false;
}

std::optional<BlockRole> classify_names(std::string_view names) {
    // "no-sidebar", "has-comments" and "with-menu" describe the page's layout.
    if (names.empty()) return std::nullopt;
    std::size_t begin = 0;
    while (begin < names.size()) {
        const std::size_t end = std::min(names.find(' ', begin), names.size());
        const std::vector<std::string> words = split_words(names.substr(begin, end - begin));
        begin = end + 1;
        if (words.empty() || words[0] == "no" || words[0] == "has" || words[0] == "with" || words[0] == "is") continue;
        for (const ClassRule& rule : kClassRules)
            if (matches(words, rule.word)) return rule.role;
    }
    return std::nullopt;
}

std::optional<BlockRole> classify_aria(std::string_view role) {
    for (std::string_view name : {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"})
        if (role == name) return BlockRole::navigation;
    if (role == "dialog" || role == "alertdialog") return BlockRole::boilerplate;
    return std::nullopt;
}

std::string without_spaces(std::string_view text) {
    std::string out;
    for (char c : text)
        if (c != ' ') out.push_back(lower(c));
    return out;
}

// A lone letter in one of these is an item.
constexpr std::array kNoCapTags{GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_HTML, GUMBO_TAG_BODY};
// One letter, perhaps behind a quotation mark of three bytes.
constexpr std::size_t kLongestCap = 4;

// Ends of words that begin with A and are none themselves, and words that may follow "I".
constexpr std::array<std::string_view, 18> kAfterA{"n",     "t",      "s",   "nd",   "ll",    "fter",
                                                   "cross", "nother", "ny",  "bout", "long",  "mid",
                                                   "mong",  "lmost",  "lso", "gain", "dults", "nxious"};
constexpr std::array<std::string_view, 16> kAfterI{"am",  "was",   "have",  "had", "will", "would", "do",   "did",
                                                   "can", "could", "think", "saw", "met",  "never", "know", "went"};
constexpr std::size_t kLongestLabel = 24;

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }));
}

/// MathML carries its formula once more, as TeX.
bool holds_source(const GumboNode& node) {
    if (!is_tag(node, GUMBO_TAG_UNKNOWN)) return false;
    const GumboStringPiece& tag = node.v.element.original_tag;
    return tag.data != nullptr && std::string_view(tag.data, tag.length).starts_with("<annotation");
}

}  // namespace

std::optional<BlockRole> classify_element(const GumboNode& node, bool inside_article) {
    switch (node.v.element.tag) {
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_ARTICLE:
            return std::nullopt;
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MENU:
        case GUMBO_TAG_BUTTON:
            return BlockRole::navigation;
        case GUMBO_TAG_HEADER:
            if (!inside_article) return BlockRole::navigation;
            break;
        default:
            break;
    }
    if (is_hidden(node)) return BlockRole::boilerplate;
    if (attribute(node, "rel") == "author" || attribute(node, "itemprop") == "author") return BlockRole::byline;
    if (const auto role = classify_aria(attribute(node, "role"))) return role;
    if (const auto role = classify_names(attribute(node, "class"))) return role;
    return classify_names(attribute(node, "id"));
}

bool is_unseen(const GumboNode& node) {
    if (std::find(kUnseenTags.begin(), kUnseenTags.end(), node.v.element.tag) != kUnseenTags.end()) return true;
    // Inside a line hidden text is a screen reader's word or a tooltip, and to set it apart would cut the line in two.
    if (holds_source(node)) return true;
    if (is_hidden(node)) return !breaks_line(node) || measure_text(node) == 0;
    return attribute(node, "aria-hidden") == "true" && measure_text(node) < kLongestDecoration;
}

bool is_hidden(const GumboNode& node) {
    // A declarative shadow root is shown like any other part of the page.
    if (has_attribute(node, "shadowrootmode")) return false;
    if (std::find(kFallbackTags.begin(), kFallbackTags.end(), node.v.element.tag) != kFallbackTags.end()) return true;
    if (has_attribute(node, "hidden")) return true;
    const std::string_view given = attribute(node, "style");
    if (given.empty()) return false;
    const std::string style = without_spaces(given);
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_raised(const GumboNode& node) {
    if (is_tag(node, GUMBO_TAG_SUP)) return true;
    if (!is_tag(node, GUMBO_TAG_SPAN) && !is_tag(node, GUMBO_TAG_A)) return false;
    if (without_spaces(attribute(node, "style")).find("vertical-align:super") != std::string::npos) return true;
    const std::string names = without_spaces(attribute(node, "class"));
    return names == "superscript" || names == "msofootnotereference" || names == "msoendnotereference";
}

bool links_to_note(const GumboNode& node) {
    if (!is_tag(node, GUMBO_TAG_A)) return false;
    if (attribute(node, "role") == "doc-noteref" || attribute(node, "epub:type") == "noteref") return true;
    const std::string target = without_spaces(attribute(node, "href"));
    const std::size_t at = target.find('#');
    if (at == std::string::npos) return false;
    const std::string_view fragment = std::string_view(target).substr(at + 1);
    for (std::string_view name : {"fn", "ftn", "edn", "note", "cite", "ref"})
        if (fragment.find(name) != std::string_view::npos) return true;
    return false;
}

bool is_drop_cap(const GumboNode& node) {
    if (std::find(kNoCapTags.begin(), kNoCapTags.end(), node.v.element.tag) != kNoCapTags.end()) return false;
    const std::string_view names = attribute(node, "class");
    const std::string_view given = attribute(node, "style");
    if (names.empty() && given.empty()) return false;
    const std::vector<std::string> words = split_words(names);
    bool named = false;
    for (std::string_view name : {"dropcap", "dropcaps", "drop-cap", "drop-caps", "firstletter", "first-letter",
                                  "firstcharacter", "first-character", "initial-cap", "initialcap", "initial"})
        named = named || matches(words, name);
    if (!named && without_spaces(given).find("float:left") == std::string::npos) return false;
    const std::string text = is_tag(node, GUMBO_TAG_IMG) ? std::string(attribute(node, "alt")) : text_of(node);
    return count_letters(text) == 1 && text.size() <= kLongestCap;
}

bool continues_drop_cap(char cap, std::string_view text) {
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (text.empty() || !letter(text.front())) return false;
    const std::size_t end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), letter) - text.begin());
    const std::string word = without_spaces(text.substr(0, end));
    if (cap == 'A') return std::find(kAfterA.begin(), kAfterA.end(), word) != kAfterA.end();
    if (cap == 'I') return std::find(kAfterI.begin(), kAfterI.end(), word) == kAfterI.end();
    return true;
}

TimeKind classify_time(const GumboNode& node, std::string_view label) {
    constexpr std::array<std::string_view, 3> kPublished{"publish", "posted", "created"};
    constexpr std::array<std::string_view, 5> kModified{"updated", "modified", "amended", "edited", "revised"};
    const auto holds = [](std::string_view text, const auto& words) {
        return std::any_of(words.begin(), words.end(),
                           [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
    };
    const std::string names =
        without_spaces(attribute(node, "itemprop")) + " " + without_spaces(attribute(node, "class"));
    if (holds(names, kPublished)) return TimeKind::published;
    if (holds(names, kModified)) return TimeKind::modified;
    // The label is the last words before the element.
    const std::string near = without_spaces(label.substr(label.size() - std::min(label.size(), kLongestLabel)));
    if (holds(near, kModified)) return holds(near, kPublished) ? TimeKind::plain : TimeKind::modified;
    return holds(near, kPublished) ? TimeKind::published : TimeKind::plain;
}

bool breaks_line(const GumboNode& node) {
    return std::find(kInlineTags.begin(), kInlineTags.end(), node.v.element.tag) == kInlineTags.end();
}

bool is_main_container(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_ARTICLE) || is_tag(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main" ||
           attribute(node, "itemprop") == "articleBody";
}

}  // namespace findings

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

constexpr std::array kUnseenTags{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                 GUMBO_TAG_SVG,    GUMBO_TAG_MATH,    GUMBO_TAG_HEAD,     GUMBO_TAG_IFRAME,
                                 GUMBO_TAG_OBJECT, GUMBO_TAG_CANVAS,  GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,
                                 GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA};

// Phrasing elements: they stand within a line. Everything else breaks it, unknown tags too except custom
// ones.
constexpr std::array kInlineTags{GUMBO_TAG_A,     GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BDI,
                                 GUMBO_TAG_BDO,   GUMBO_TAG_BIG,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE,   GUMBO_TAG_DATA,
                                 GUMBO_TAG_DEL,   GUMBO_TAG_DFN,    GUMBO_TAG_EM,      GUMBO_TAG_FONT,   GUMBO_TAG_I,
                                 GUMBO_TAG_IMG,   GUMBO_TAG_INS,    GUMBO_TAG_KBD,     GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,
                                 GUMBO_TAG_NOBR,  GUMBO_TAG_Q,      GUMBO_TAG_RUBY,    GUMBO_TAG_S,      GUMBO_TAG_SAMP,
                                 GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,   GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
                                 GUMBO_TAG_SUP,   GUMBO_TAG_TIME,   GUMBO_TAG_TT,      GUMBO_TAG_U,      GUMBO_TAG_VAR,
                                 GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN};

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
    if (attribute(node, "rel") == "author" || attribute(node, "itemprop") == "author") return BlockRole::byline;
    if (const auto role = classify_aria(attribute(node, "role"))) return role;
    if (const auto role = classify_names(attribute(node, "class"))) return role;
    return classify_names(attribute(node, "id"));
}

bool is_unseen(const GumboNode& node) {
    if (std::find(kUnseenTags.begin(), kUnseenTags.end(), node.v.element.tag) != kUnseenTags.end()) return true;
    if (has_attribute(node, "hidden")) return true;
    const std::string style = without_spaces(attribute(node, "style"));
    if (style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos)
        return true;
    return attribute(node, "aria-hidden") == "true" && measure_text(node) < kLongestDecoration;
}

bool breaks_line(const GumboNode& node) {
    return std::find(kInlineTags.begin(), kInlineTags.end(), node.v.element.tag) == kInlineTags.end();
}

bool is_main_container(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_ARTICLE) || is_tag(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main" ||
           attribute(node, "itemprop") == "articleBody";
}

}  // namespace findings

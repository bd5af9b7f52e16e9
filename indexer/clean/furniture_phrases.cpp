#include "indexer/clean/furniture_phrases.hpp"

#include <algorithm>
#include <array>

namespace findings {
namespace {

constexpr FurnitureRule kAdvert{"advert", "labels of advertisements stand between paragraphs"};
constexpr FurnitureRule kVideo{"video", "players print their prompts where no video was saved"};
constexpr FurnitureRule kCookies{"cookie-notice",
                                 "consent boxes are saved with the page, often as its last line"};
constexpr FurnitureRule kNewsletter{"newsletter",
                                    "sign-up boxes interrupt stories and speak of our newsletter"};
constexpr FurnitureRule kAccount{"account", "pay walls and log-in links are about the reader, not the story"};
constexpr FurnitureRule kComments{"comments", "the comment section's own words"};
constexpr FurnitureRule kCopyright{"copyright", "rights notices close pages"};
constexpr FurnitureRule kShare{"share-bar", "buttons of social networks"};
constexpr FurnitureRule kFollow{"follow-us", "publishers ask for followers and tips"};
constexpr FurnitureRule kControl{"page-control", "buttons and skip links"};
constexpr FurnitureRule kSite{"site-link", "links that every page of a site repeats"};

struct Phrase {
    const FurnitureRule* rule;
    PhrasePlace place;
    std::string_view text;  // folded
    std::uint64_t bits;
};

constexpr Phrase whole(const FurnitureRule& rule, std::string_view text) {
    return {&rule, PhrasePlace::whole, text, word_bits(text)};
}
constexpr Phrase start(const FurnitureRule& rule, std::string_view text) {
    return {&rule, PhrasePlace::start, text, word_bits(text)};
}
constexpr Phrase inside(const FurnitureRule& rule, std::string_view text) {
    return {&rule, PhrasePlace::inside, text, word_bits(text)};
}

constexpr std::array kPhrases = {
    whole(kAdvert, "ad"),
    whole(kAdvert, "ads"),
    whole(kAdvert, "hide ad"),
    whole(kAdvert, "hide ads"),
    whole(kAdvert, "hide ad hide ad"),
    whole(kAdvert, "close ad"),
    whole(kAdvert, "skip ad"),
    whole(kAdvert, "report ad"),
    whole(kAdvert, "report this ad"),
    whole(kAdvert, "remove ads"),
    whole(kAdvert, "advert"),
    whole(kAdvert, "advertisement"),
    whole(kAdvert, "advertisement hide ad"),
    whole(kAdvert, "advertisements"),
    whole(kAdvert, "advertising"),
    whole(kAdvert, "advertisement feature"),
    whole(kAdvert, "sponsored"),
    whole(kAdvert, "sponsored content"),
    whole(kAdvert, "sponsored links"),
    whole(kAdvert, "sponsored stories"),
    whole(kAdvert, "promoted content"),
    whole(kAdvert, "promoted stories"),
    whole(kAdvert, "promoted"),
    whole(kAdvert, "paid content"),
    whole(kAdvert, "ads by google"),
    whole(kAdvert, "by taboola"),
    start(kAdvert, "promoted by taboola"),
    start(kAdvert, "promoted links by"),
    start(kAdvert, "article continues below"),
    start(kAdvert, "story continues below"),
    start(kAdvert, "content continues below"),
    start(kAdvert, "continue reading below"),
    start(kAdvert, "scroll down to continue"),

    start(kVideo, "watch more of our videos on"),
    inside(kVideo, "videos on shotstv.com"),
    inside(kVideo, "live on freeview channel 276"),
    start(kVideo, "visit shots! now"),
    whole(kVideo, "video playback"),
    whole(kVideo, "video unavailable"),
    whole(kVideo, "video loading"),
    whole(kVideo, "loading video"),
    whole(kVideo, "play video"),
    whole(kVideo, "click to play"),
    whole(kVideo, "tap to play"),
    whole(kVideo, "unmute"),
    start(kVideo, "this video can not be played"),
    start(kVideo, "this video cannot be played"),
    inside(kVideo, "you need to enable javascript"),
    start(kVideo, "please enable javascript"),
    whole(kVideo, "media playback is unsupported on your device"),

    inside(kCookies, "this site uses cookies"),
    inside(kCookies, "this website uses cookies"),
    inside(kCookies, "our website uses cookies"),
    inside(kCookies, "we use cookies"),
    inside(kCookies, "our use of cookies"),
    inside(kCookies, "the use of cookies"),
    inside(kCookies, "we use necessary cookies"),
    inside(kCookies, "we use some essential cookies"),
    inside(kCookies, "we'd like to set additional cookies"),
    inside(kCookies, "strictly necessary cookies"),
    inside(kCookies, "you can change your cookie settings"),
    inside(kCookies, "we value your privacy"),
    inside(kCookies, "we and our partners"),
    whole(kCookies, "cookies"),
    whole(kCookies, "cookie policy"),
    whole(kCookies, "cookies policy"),
    whole(kCookies, "cookie settings"),
    whole(kCookies, "cookie preferences"),
    whole(kCookies, "manage cookies"),
    whole(kCookies, "accept cookies"),
    whole(kCookies, "reject cookies"),
    whole(kCookies, "accept all cookies"),
    whole(kCookies, "accept additional cookies"),
    whole(kCookies, "reject additional cookies"),
    whole(kCookies, "view cookies"),
    whole(kCookies, "accept all"),
    whole(kCookies, "reject all"),
    whole(kCookies, "manage preferences"),
    whole(kCookies, "manage consent"),
    whole(kCookies, "hide this message"),
    whole(kCookies, "cookies on gov.uk"),

    inside(kNewsletter, "sign up to our"),
    inside(kNewsletter, "sign up for our"),
    inside(kNewsletter, "subscribe to our"),
    inside(kNewsletter, "straight to your inbox"),
    inside(kNewsletter, "direct to your inbox"),
    inside(kNewsletter, "delivered to your inbox"),
    inside(kNewsletter, "in your inbox"),
    inside(kNewsletter, "enter your email"),
    inside(kNewsletter, "enter email address"),
    inside(kNewsletter, "thank you for subscribing"),
    inside(kNewsletter, "thanks for signing up"),
    inside(kNewsletter, "we have more newsletters"),
    inside(kNewsletter, "unsubscribe at any time"),
    inside(kNewsletter, "see our privacy notice"),
    inside(kNewsletter, "read our privacy notice"),
    inside(kNewsletter, "join our whatsapp"),
    inside(kNewsletter, "our whatsapp community"),
    inside(kNewsletter, "get our free email"),
    whole(kNewsletter, "newsletter"),
    whole(kNewsletter, "newsletters"),
    whole(kNewsletter, "sign up"),
    whole(kNewsletter, "sign up now"),
    whole(kNewsletter, "newsletter sign up"),
    whole(kNewsletter, "email address"),
    whole(kNewsletter, "your email"),
    whole(kNewsletter, "your email address"),
    whole(kNewsletter, "invalid email"),
    whole(kNewsletter, "[email protected]"),
    whole(kNewsletter, "email protected"),
    start(kNewsletter, "something went wrong, please try again"),
    start(kNewsletter, "get the latest news from"),
    start(kNewsletter, "get breaking news"),

    whole(kAccount, "sign in"),
    whole(kAccount, "sign out"),
    whole(kAccount, "log in"),
    whole(kAccount, "login"),
    whole(kAccount, "log out"),
    whole(kAccount, "register"),
    whole(kAccount, "my account"),
    whole(kAccount, "create an account"),
    whole(kAccount, "create account"),
    whole(kAccount, "subscribe"),
    whole(kAccount, "subscribe now"),
    whole(kAccount, "subscribe today"),
    whole(kAccount, "subscriptions"),
    whole(kAccount, "sign in or register"),
    whole(kAccount, "sign in subscribe"),
    whole(kAccount, "subscribe sign in"),
    whole(kAccount, "subscribe | sign in"),
    whole(kAccount, "sign in | subscribe"),
    whole(kAccount, "login register"),
    start(kAccount, "already a subscriber"),
    start(kAccount, "already have an account"),
    start(kAccount, "to continue reading"),
    start(kAccount, "register to continue"),
    start(kAccount, "subscribe to continue"),
    start(kAccount, "subscribe for"),
    start(kAccount, "sign in to continue"),
    start(kAccount, "this article is for subscribers"),

    whole(kComments, "comment"),
    whole(kComments, "comments"),
    whole(kComments, "view comments"),
    whole(kComments, "show comments"),
    whole(kComments, "hide comments"),
    whole(kComments, "read comments"),
    whole(kComments, "comments are closed"),
    whole(kComments, "comments are closed for this post"),
    whole(kComments, "leave a comment"),
    whole(kComments, "leave a reply"),
    whole(kComments, "post a comment"),
    whole(kComments, "add a comment"),
    whole(kComments, "add comment"),
    whole(kComments, "post comment"),
    whole(kComments, "cancel reply"),
    whole(kComments, "be the first to comment"),
    whole(kComments, "no comments"),
    whole(kComments, "no comments yet"),
    whole(kComments, "join the conversation"),
    whole(kComments, "join the discussion"),
    whole(kComments, "have your say"),
    whole(kComments, "report this comment"),
    start(kComments, "comments have been disabled"),
    start(kComments, "comments are disabled"),
    start(kComments, "please log in to comment"),
    start(kComments, "you must be logged in to"),
    start(kComments, "your email address will not be published"),
    start(kComments, "comments: our rules"),
    start(kComments, "what do you think? let us know"),
    start(kComments, "have your say in the comments"),
    start(kComments, "let us know in the comments"),

    start(kCopyright, "\u00a9"),
    start(kCopyright, "copyright \u00a9"),
    start(kCopyright, "(c) copyright"),
    inside(kCopyright, "all rights reserved"),

    whole(kShare, "share"),
    whole(kShare, "share this"),
    whole(kShare, "share this article"),
    whole(kShare, "share this story"),
    whole(kShare, "share this page"),
    whole(kShare, "share article"),
    whole(kShare, "share via"),
    whole(kShare, "share link"),
    whole(kShare, "copy link"),
    whole(kShare, "link copied"),
    whole(kShare, "copy this link"),
    whole(kShare, "tweet"),
    whole(kShare, "email this article"),
    whole(kShare, "email this story"),
    whole(kShare, "print this article"),
    whole(kShare, "share by email"),
    start(kShare, "share on facebook"),
    start(kShare, "share on twitter"),
    start(kShare, "share on x"),
    start(kShare, "share on whatsapp"),
    start(kShare, "share on linkedin"),
    start(kShare, "click to share"),
    start(kShare, "share this:"),
    whole(kShare, "like this"),
    whole(kShare, "like loading..."),
    whole(kShare, "about sharing"),
    whole(kShare, "show more sharing options"),

    start(kFollow, "follow us on"),
    start(kFollow, "follow us"),
    start(kFollow, "like us on facebook"),
    start(kFollow, "find us on facebook"),
    start(kFollow, "connect with us"),
    start(kFollow, "stay connected"),
    start(kFollow, "got a story?"),
    start(kFollow, "have you got a story"),
    start(kFollow, "do you have a story"),
    start(kFollow, "get in touch with the newsroom"),
    start(kFollow, "to get more stories from"),
    start(kFollow, "for more stories from"),
    start(kFollow, "for more news from"),
    start(kFollow, "make us your home page"),
    start(kFollow, "add us as a preferred source"),
    start(kFollow, "download our app"),
    start(kFollow, "download the app"),

    whole(kControl, "menu"),
    whole(kControl, "main menu"),
    whole(kControl, "search"),
    whole(kControl, "close"),
    whole(kControl, "close menu"),
    whole(kControl, "open menu"),
    whole(kControl, "show menu"),
    whole(kControl, "toggle navigation"),
    whole(kControl, "toggle menu"),
    whole(kControl, "skip to content"),
    whole(kControl, "skip to main content"),
    whole(kControl, "skip to navigation"),
    whole(kControl, "skip navigation"),
    whole(kControl, "jump to content"),
    whole(kControl, "back to top"),
    whole(kControl, "back to news"),
    whole(kControl, "print"),
    whole(kControl, "print this page"),
    whole(kControl, "print page"),
    whole(kControl, "next article"),
    whole(kControl, "previous article"),
    whole(kControl, "next post"),
    whole(kControl, "previous post"),
    whole(kControl, "view gallery"),
    whole(kControl, "view image in fullscreen"),
    whole(kControl, "open image in gallery"),
    whole(kControl, "image source"),
    whole(kControl, "picture"),
    whole(kControl, "image"),
    whole(kControl, "show more"),
    whole(kControl, "load more"),
    whole(kControl, "view all"),
    whole(kControl, "see all"),
    whole(kControl, "learn more"),
    whole(kControl, "find out more"),
    whole(kControl, "close learn more"),
    whole(kControl, "save"),
    whole(kControl, "bookmark"),
    whole(kControl, "listen to this article"),
    whole(kControl, "loading"),

    whole(kSite, "privacy policy"),
    whole(kSite, "privacy notice"),
    whole(kSite, "privacy"),
    whole(kSite, "terms and conditions"),
    whole(kSite, "terms & conditions"),
    whole(kSite, "terms of use"),
    whole(kSite, "contact us"),
    whole(kSite, "about us"),
    whole(kSite, "accessibility statement"),
    whole(kSite, "site map"),
    whole(kSite, "sitemap"),
    whole(kSite, "advertise with us"),
    whole(kSite, "rss"),
    whole(kSite, "rss feed"),
    whole(kSite, "rss feeds"),
    whole(kSite, "modern slavery statement"),
    whole(kSite, "corrections and complaints"),
    whole(kSite, "home"),
    whole(kSite, "homepage"),
    start(kSite, "powered by wordpress"),
    start(kSite, "website by"),
    start(kSite, "this website and its associated newspaper"),
    start(kSite, "why you can trust"),
    whole(kSite, "you are here"),
    start(kSite, "registered in england"),
};

// A story about cookies or newsletters has people in it; the boxes themselves never say who said so.
constexpr std::array<std::string_view, 6> kSpeaking = {"said",  "says",       "told",
                                                       "added", "inspectors", "councillors"};

constexpr std::array<std::string_view, 42> kMenuWords = {"home",
                                                         "news",
                                                         "sport",
                                                         "football",
                                                         "business",
                                                         "politics",
                                                         "weather",
                                                         "travel",
                                                         "lifestyle",
                                                         "what's on",
                                                         "whats on",
                                                         "culture",
                                                         "opinion",
                                                         "video",
                                                         "videos",
                                                         "jobs",
                                                         "property",
                                                         "cars",
                                                         "motors",
                                                         "archive",
                                                         "about",
                                                         "about us",
                                                         "contact",
                                                         "contact us",
                                                         "privacy policy",
                                                         "terms and conditions",
                                                         "useful links",
                                                         "news & jobs",
                                                         "rss feed",
                                                         "login",
                                                         "sign in",
                                                         "subscribe",
                                                         "search",
                                                         "more",
                                                         "local news",
                                                         "uk news",
                                                         "entertainment",
                                                         "announcements",
                                                         "public notices",
                                                         "buy a photo",
                                                         "all",
                                                         "uncategorized"};

constexpr std::array<std::string_view, 16> kSingleMarkers = {
    "read more",          "read next",       "read also",           "also read",
    "see also",           "related",         "related story",       "related article",
    "more on this story", "don't miss",      "read this",           "more on this",
    "further reading",    "read full story", "read the full story", "what to read next"};

constexpr std::array<std::string_view, 46> kListMarkers = {"most read",
                                                           "most popular",
                                                           "most viewed",
                                                           "most commented",
                                                           "most shared",
                                                           "most recent",
                                                           "trending",
                                                           "trending now",
                                                           "popular",
                                                           "popular stories",
                                                           "popular now",
                                                           "popular articles",
                                                           "related articles",
                                                           "related stories",
                                                           "related news",
                                                           "related content",
                                                           "related topics",
                                                           "related posts",
                                                           "related links",
                                                           "you may also like",
                                                           "you might also like",
                                                           "you may also be interested in",
                                                           "recommended",
                                                           "recommended for you",
                                                           "recommended stories",
                                                           "recommended reading",
                                                           "more stories",
                                                           "more news",
                                                           "latest news",
                                                           "latest stories",
                                                           "latest articles",
                                                           "top stories",
                                                           "today's top stories",
                                                           "today's headlines",
                                                           "in other news",
                                                           "editor's picks",
                                                           "editor's choice",
                                                           "editors' picks",
                                                           "recent posts",
                                                           "recent comments",
                                                           "recent articles",
                                                           "browse categories",
                                                           "categories",
                                                           "tags",
                                                           "archives",
                                                           "our other stories"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

// Only what looks like a short notice: bounded, nobody quoted.
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

constexpr std::array<std::string_view, 30> kShareWords = {
    "share",     "facebook", "twitter", "x",         "whatsapp",  "linkedin", "email",     "print",
    "copy",      "link",     "tweet",   "reddit",    "pinterest", "telegram", "messenger", "tumblr",
    "flipboard", "bluesky",  "threads", "instagram", "youtube",   "tiktok",   "on",        "this",
    "comments",  "save",     "google",  "google+",   "rss",       "by"};

bool is_share_bar(const Line& line) {
    if (line.words == 0 || line.words > 12) return false;
    const std::vector<std::string_view> words = split_words(line.folded);
    // "By", "on" and "this" alone are no share bar: some network or button must be named.
    return std::all_of(words.begin(), words.end(), [](auto word) { return is_one_of(kShareWords, word); }) &&
           std::any_of(words.begin(), words.end(), [](auto word) {
               return word != "on" && word != "this" && word != "by" && word != "link" && word != "print" &&
                      word != "save" && word != "copy" && word != "x" && word != "threads";
           });
}

constexpr FurnitureRule kReadingTime{"reading-time", "pages tell how long reading takes"};

bool is_reading_time(const Line& line) {
    const std::vector<std::string_view> words = split_words(line.folded);
    return (words.size() == 3 && words[1].starts_with("min") && words[2] == "read") ||
           (words.size() <= 6 &&
            (line.folded.starts_with("reading time") || line.folded.starts_with("estimated reading time")));
}

bool is_comment_count(const Line& line) {
    const std::vector<std::string_view> words = split_words(line.folded);
    return words.size() == 2 && words[1].starts_with("comment") &&
           words[0].find_first_not_of("0123456789,") == std::string_view::npos;
}

}  // namespace

const FurnitureRule* match_phrase(const Line& line) {
    if (line.folded.empty()) return nullptr;
    for (const Phrase& phrase : kPhrases) {
        if (matches(phrase, line)) return phrase.rule;
    }
    if (is_share_bar(line)) return &kShare;
    if (is_reading_time(line)) return &kReadingTime;
    if (is_comment_count(line)) return &kComments;
    return nullptr;
}

bool is_menu_word(std::string_view folded) {
    return is_one_of(kMenuWords, folded);
}

ListMarker match_list_marker(const Line& line) {
    if (line.words == 0 || line.words > 6) return ListMarker::none;
    if (is_one_of(kSingleMarkers, line.folded)) return ListMarker::one;
    if (is_one_of(kListMarkers, line.folded)) return ListMarker::many;
    return ListMarker::none;
}

bool is_marked_headline(const Line& line) {
    if (line.words > 30 || line.text.size() > 250) return false;
    for (const std::string_view marker : kSingleMarkers) {
        if (!line.folded.starts_with(marker)) continue;
        const std::string_view rest = line.folded.substr(marker.size());
        // Without a separator ("Related children are placed together") the words belong to a sentence.
        if (rest.starts_with(": ") || rest.starts_with(" - ") || rest.starts_with(" | ") ||
            rest.starts_with(" > ") || rest.starts_with("| ")) {
            return true;
        }
    }
    return false;
}

}  // namespace findings

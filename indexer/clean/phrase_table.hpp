#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace findings {

/// Where in a line a phrase must stand.
enum class PhrasePlace : std::uint8_t { whole, start, inside };

// The phrases are folded as lines are. Each list says why pages hold such text; a new phrase belongs here
// only when no story could hold it in that place.

// Labels of advertisements stand between paragraphs.
inline constexpr std::string_view kAdvertWhole[] = {"ad",
                                                    "ads",
                                                    "hide ad",
                                                    "hide ads",
                                                    "hide ad hide ad",
                                                    "close ad",
                                                    "skip ad",
                                                    "report ad",
                                                    "report this ad",
                                                    "remove ads",
                                                    "advert",
                                                    "advertisement",
                                                    "advertisement hide ad",
                                                    "advertisements",
                                                    "advertising",
                                                    "advertisement feature",
                                                    "sponsored",
                                                    "sponsored content",
                                                    "sponsored links",
                                                    "sponsored stories",
                                                    "promoted content",
                                                    "promoted stories",
                                                    "promoted",
                                                    "paid content",
                                                    "ads by google",
                                                    "by taboola"};
inline constexpr std::string_view kAdvertStart[] = {
    "promoted by taboola",     "promoted links by",      "article continues below", "story continues below",
    "content continues below", "continue reading below", "scroll down to continue"};

// Players print their prompts where no video was saved.
inline constexpr std::string_view kVideoStart[] = {"watch more of our videos on", "visit shots! now",
                                                   "this video can not be played", "this video cannot be played",
                                                   "please enable javascript"};
inline constexpr std::string_view kVideoInside[] = {"videos on shotstv.com", "live on freeview channel 276",
                                                    "you need to enable javascript"};
inline constexpr std::string_view kVideoWhole[] = {"video playback",
                                                   "video unavailable",
                                                   "video loading",
                                                   "loading video",
                                                   "play video",
                                                   "click to play",
                                                   "tap to play",
                                                   "unmute",
                                                   "media playback is unsupported on your device"};

// Consent boxes are saved with the page, often as its last line.
inline constexpr std::string_view kCookiesInside[] = {"this site uses cookies",
                                                      "this website uses cookies",
                                                      "our website uses cookies",
                                                      "we use cookies",
                                                      "our use of cookies",
                                                      "the use of cookies",
                                                      "we use necessary cookies",
                                                      "we use some essential cookies",
                                                      "we'd like to set additional cookies",
                                                      "strictly necessary cookies",
                                                      "you can change your cookie settings",
                                                      "we value your privacy",
                                                      "we and our partners"};
inline constexpr std::string_view kCookiesWhole[] = {"cookies",
                                                     "cookie policy",
                                                     "cookies policy",
                                                     "cookie settings",
                                                     "cookie preferences",
                                                     "manage cookies",
                                                     "accept cookies",
                                                     "reject cookies",
                                                     "accept all cookies",
                                                     "accept additional cookies",
                                                     "reject additional cookies",
                                                     "view cookies",
                                                     "accept all",
                                                     "reject all",
                                                     "manage preferences",
                                                     "manage consent",
                                                     "hide this message",
                                                     "cookies on gov.uk"};

// Sign-up boxes interrupt stories and speak of our newsletter.
inline constexpr std::string_view kNewsletterInside[] = {"sign up to our",
                                                         "sign up for our",
                                                         "subscribe to our",
                                                         "straight to your inbox",
                                                         "direct to your inbox",
                                                         "delivered to your inbox",
                                                         "your inbox",
                                                         "enter your email",
                                                         "enter email address",
                                                         "thank you for subscribing",
                                                         "thanks for signing up",
                                                         "we have more newsletters",
                                                         "unsubscribe at any time",
                                                         "see our privacy notice",
                                                         "read our privacy notice",
                                                         "join our whatsapp",
                                                         "our whatsapp community",
                                                         "get our free email"};
inline constexpr std::string_view kNewsletterWhole[] = {
    "newsletter", "newsletters",        "sign up",       "sign up now",       "newsletter sign up", "email address",
    "your email", "your email address", "invalid email", "[email protected]", "email protected"};
inline constexpr std::string_view kNewsletterStart[] = {"something went wrong, please try again",
                                                        "get the latest news from", "get breaking news"};

// Pay walls and log-in links are about the reader, not the story.
inline constexpr std::string_view kAccountWhole[] = {"sign in",
                                                     "sign out",
                                                     "log in",
                                                     "login",
                                                     "log out",
                                                     "register",
                                                     "my account",
                                                     "create an account",
                                                     "create account",
                                                     "subscribe",
                                                     "subscribe now",
                                                     "subscribe today",
                                                     "subscriptions",
                                                     "sign in or register",
                                                     "sign in subscribe",
                                                     "subscribe sign in",
                                                     "subscribe | sign in",
                                                     "sign in | subscribe",
                                                     "login register"};
inline constexpr std::string_view kAccountStart[] = {
    "already a subscriber",  "already have an account", "to continue reading", "register to continue",
    "subscribe to continue", "subscribe for",           "sign in to continue", "this article is for subscribers"};

// The comment section's own words.
inline constexpr std::string_view kCommentsWhole[] = {
    "comment",         "comments",           "view comments",         "show comments",
    "hide comments",   "read comments",      "comments are closed",   "comments are closed for this post",
    "leave a comment", "leave a reply",      "post a comment",        "add a comment",
    "add comment",     "post comment",       "cancel reply",          "be the first to comment",
    "no comments",     "no comments yet",    "join the conversation", "join the discussion",
    "have your say",   "report this comment"};
inline constexpr std::string_view kCommentsStart[] = {"comments have been disabled",
                                                      "comments are disabled",
                                                      "please log in to comment",
                                                      "you must be logged in to",
                                                      "your email address will not be published",
                                                      "comments: our rules",
                                                      "what do you think? let us know",
                                                      "have your say in the comments",
                                                      "let us know in the comments"};

// Rights notices close pages.
inline constexpr std::string_view kCopyrightStart[] = {"\u00a9", "copyright \u00a9", "(c) copyright"};
inline constexpr std::string_view kCopyrightInside[] = {"all rights reserved"};

// Buttons of social networks.
inline constexpr std::string_view kShareWhole[] = {
    "share",          "share this", "share this article", "share this story", "share this page",
    "share article",  "share via",  "share link",         "copy link",        "link copied",
    "copy this link", "tweet",      "email this article", "email this story", "print this article",
    "share by email", "like this",  "like loading...",    "about sharing",    "show more sharing options"};
inline constexpr std::string_view kShareStart[] = {"share on facebook", "share on twitter",  "share on x",
                                                   "share on whatsapp", "share on linkedin", "click to share",
                                                   "share this:"};

// Publishers ask for followers and tips.
inline constexpr std::string_view kFollowStart[] = {"follow us on",
                                                    "follow us",
                                                    "like us on facebook",
                                                    "find us on facebook",
                                                    "connect with us",
                                                    "stay connected",
                                                    "got a story?",
                                                    "have you got a story",
                                                    "do you have a story",
                                                    "get in touch with the newsroom",
                                                    "to get more stories from",
                                                    "for more stories from",
                                                    "for more news from",
                                                    "make us your home page",
                                                    "add us as a preferred source",
                                                    "download our app",
                                                    "download the app"};

// Buttons and skip links.
inline constexpr std::string_view kControlWhole[] = {"menu",
                                                     "main menu",
                                                     "search",
                                                     "close",
                                                     "close menu",
                                                     "open menu",
                                                     "show menu",
                                                     "toggle navigation",
                                                     "toggle menu",
                                                     "skip to content",
                                                     "skip to main content",
                                                     "skip to navigation",
                                                     "skip navigation",
                                                     "jump to content",
                                                     "back to top",
                                                     "back to news",
                                                     "print",
                                                     "print this page",
                                                     "print page",
                                                     "next article",
                                                     "previous article",
                                                     "next post",
                                                     "previous post",
                                                     "view gallery",
                                                     "view image in fullscreen",
                                                     "open image in gallery",
                                                     "image source",
                                                     "picture",
                                                     "image",
                                                     "show more",
                                                     "load more",
                                                     "view all",
                                                     "see all",
                                                     "learn more",
                                                     "find out more",
                                                     "close learn more",
                                                     "save",
                                                     "bookmark",
                                                     "listen to this article",
                                                     "loading"};

// Links that every page of a site repeats.
inline constexpr std::string_view kSiteWhole[] = {"privacy policy",
                                                  "privacy notice",
                                                  "privacy",
                                                  "terms and conditions",
                                                  "terms & conditions",
                                                  "terms of use",
                                                  "contact us",
                                                  "about us",
                                                  "accessibility statement",
                                                  "site map",
                                                  "sitemap",
                                                  "advertise with us",
                                                  "rss",
                                                  "rss feed",
                                                  "rss feeds",
                                                  "modern slavery statement",
                                                  "corrections and complaints",
                                                  "home",
                                                  "homepage",
                                                  "you are here"};
inline constexpr std::string_view kSiteStart[] = {"powered by wordpress", "website by",
                                                  "this website and its associated newspaper", "why you can trust",
                                                  "registered in england"};

/// Phrases of one rule for one place.
struct PhraseSet {
    std::string_view rule;
    PhrasePlace place;
    std::span<const std::string_view> phrases;
};

/// Every phrase that is boilerplate by itself.
inline constexpr PhraseSet kPhraseSets[] = {
    {"advert", PhrasePlace::whole, kAdvertWhole},         {"advert", PhrasePlace::start, kAdvertStart},
    {"video", PhrasePlace::start, kVideoStart},           {"video", PhrasePlace::inside, kVideoInside},
    {"video", PhrasePlace::whole, kVideoWhole},           {"cookie-notice", PhrasePlace::inside, kCookiesInside},
    {"cookie-notice", PhrasePlace::whole, kCookiesWhole}, {"newsletter", PhrasePlace::inside, kNewsletterInside},
    {"newsletter", PhrasePlace::whole, kNewsletterWhole}, {"newsletter", PhrasePlace::start, kNewsletterStart},
    {"account", PhrasePlace::whole, kAccountWhole},       {"account", PhrasePlace::start, kAccountStart},
    {"comments", PhrasePlace::whole, kCommentsWhole},     {"comments", PhrasePlace::start, kCommentsStart},
    {"copyright", PhrasePlace::start, kCopyrightStart},   {"copyright", PhrasePlace::inside, kCopyrightInside},
    {"share-bar", PhrasePlace::whole, kShareWhole},       {"share-bar", PhrasePlace::start, kShareStart},
    {"follow-us", PhrasePlace::start, kFollowStart},      {"page-control", PhrasePlace::whole, kControlWhole},
    {"site-link", PhrasePlace::whole, kSiteWhole},        {"site-link", PhrasePlace::start, kSiteStart},
};

}  // namespace findings

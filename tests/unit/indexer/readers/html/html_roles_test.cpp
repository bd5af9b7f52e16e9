// What markup says of an element, one element at a time in an article that is long enough to be believed.
#include "indexer/readers/html/html_roles.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/html/html_reader.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

const std::string kStory =
    "<p>Inspectors visited the home in the spring and spoke to the children, to their carers and to the staff who look "
    "after them at night. They found a home in which children were content.</p>";

std::string read(std::string_view body) {
    RawArticle article;
    read_html("<!doctype html><body><article>" + kStory + std::string(body) + "</article>", article);
    ReadResult result;
    article.blocks.erase(article.blocks.begin());
    result.articles.push_back(article);
    return summarise(result);
}

/// The role of an element with these attributes.
std::string role_of(const std::string& attributes, const std::string& tag = "div") {
    const std::string read_as = read("<" + tag + " " + attributes + ">Some words here</" + tag + ">");
    return read_as.substr(0, read_as.find(':'));
}

std::string cap(const std::string& attributes, const std::string& letter, const std::string& rest,
                const std::string& tag = "span") {
    const std::string text = read("<p><" + tag + " " + attributes + ">" + letter + "</" + tag + ">" + rest + "</p>");
    return text.substr(text.find(": ") + 2, text.size() - text.find(": ") - 3);
}

std::string published(std::string_view body) {
    RawArticle article;
    read_html("<body>" + kStory + std::string(body), article);
    for (const auto& [key, value] : article.metadata)
        if (key == "time") return value;
    return "none";
}

}  // namespace

TEST_CASE("each role of ARIA that is no part of a story is known") {
    for (const char* role : {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"})
        CHECK_MESSAGE(role_of("role=" + std::string(role)) == "navigation", role);
    for (const char* role : {"dialog", "alertdialog"})
        CHECK_MESSAGE(role_of("role=" + std::string(role)) == "boilerplate", role);
    for (const char* role : {"main", "article", "note", "dialogs"})
        CHECK_MESSAGE(role_of("role=" + std::string(role)) == "paragraph", role);
}

TEST_CASE("a class is known by a whole word of it, however the words are parted") {
    for (const char* names : {"cookie", "site-cookie", "siteCookie", "cookie_box", "x cookie y", "COOKIE", "cookie2"})
        CHECK_MESSAGE(role_of("class='" + std::string(names) + "'") == "boilerplate", names);
    for (const char* names : {"cookiesx", "xcookie", "coo kie", ""})
        CHECK_MESSAGE(role_of("class='" + std::string(names) + "'") == "paragraph", names);
    for (const char* names :
         {"menu", "main-menu", "mainMenu", "most-read", "mostRead", "a-most-read", "most_read-b", "skip-link"})
        CHECK_MESSAGE(role_of("class='" + std::string(names) + "'") == "navigation", names);
    for (const char* names : {"most", "read", "read-most", "most-x-read", "most read", "link-skip"})
        CHECK_MESSAGE(role_of("class='" + std::string(names) + "'") == "paragraph", names);
    CHECK(role_of("class=byline") == "byline");
    CHECK(role_of("id=cookies") == "boilerplate");
    CHECK(role_of("class=plain id=menu") == "navigation");
    // The class goes before the id, and ARIA before both.
    CHECK(role_of("class=menu id=cookies") == "navigation");
    CHECK(role_of("class=menu id=cookies role=dialog") == "boilerplate");
    CHECK(role_of("rel=author class=menu") == "byline");
    CHECK(role_of("itemprop=author") == "byline");
}

TEST_CASE("a class that says what a page has or has not is no name of an element, the next one may be") {
    for (const char* names : {"no-sidebar", "has-comments", "with-menu", "is-menu", "noMenu"})
        CHECK_MESSAGE(role_of("class='" + std::string(names) + "'") == "paragraph", names);
    CHECK(role_of("class='no-sidebar menu'") == "navigation");
    CHECK(role_of("class='menu no-sidebar'") == "navigation");
    CHECK(role_of("class='1 2 menu'") == "navigation");
}

TEST_CASE("elements that are never a story's text have their role whatever they are called") {
    for (const char* tag : {"nav", "aside", "footer", "menu", "button"})
        CHECK_MESSAGE(role_of("class=story", tag) == "navigation", tag);
    CHECK(role_of("class=story", "header") == "paragraph");
    CHECK(role_of("class=menu", "header") == "navigation");
}

TEST_CASE("what is hidden is boilerplate, what only looks like it is not") {
    CHECK(role_of("hidden") == "boilerplate");
    CHECK(role_of("style='DISPLAY : none'") == "boilerplate");
    CHECK(role_of("style='color:red; visibility:hidden'") == "boilerplate");
    CHECK(role_of("style='display:block'") == "paragraph");
    CHECK(role_of("style='overflow:hidden'") == "paragraph");
    for (const char* tag : {"noscript", "template", "object"}) CHECK_MESSAGE(role_of("", tag) == "boilerplate", tag);
    // Hidden from screen readers alone: a short text is drawn a second time, a long one is an article.
    const auto hidden = [](std::size_t length) {
        return read("<div aria-hidden=true>" + std::string(length, 'x') + "</div>");
    };
    CHECK(hidden(79).empty());
    CHECK_FALSE(hidden(80).empty());
    CHECK_FALSE(read("<div aria-hidden=false>x</div>").empty());
}

TEST_CASE("a large first letter joins its word by class or style, and only when it is one letter") {
    for (const char* name :
         {"dropcap", "dropcaps", "drop-cap", "dropCaps", "firstletter", "first-letter", "firstcharacter",
          "firstCharacter", "initial-cap", "initialcap", "initial", "has-drop-cap x"})
        CHECK_MESSAGE(cap("class='" + std::string(name) + "'", "T", "he home") == "The home", name);
    CHECK(cap("style='float: left'", "T", "he home") == "The home");
    CHECK(cap("class=dropcap", "\u201cT", " he home") == "\u201cThe home");
    CHECK(cap("class=dropcap", "Th", " ey left") == "Th ey left");
    CHECK(cap("class=dropcap", "1", " st home") == "1 st home");
    CHECK(cap("class=other", "T", " he home") == "T he home");
    CHECK(cap("style='float:right'", "T", " he home") == "T he home");
}

TEST_CASE("a large A is a word of its own unless what follows ends one, a large I is one before its verbs") {
    for (const char* rest : {"n", "t", "s", "nd", "ll", "fter", "cross", "nother", "ny", "bout", "long", "mid", "mong",
                             "lmost", "lso", "gain", "dults", "nxious"})
        CHECK(cap("class=dropcap", "A", " " + std::string(rest) + " x") == "A" + std::string(rest) + " x");
    CHECK(cap("class=dropcap", "A", " home") == "A home");
    for (const char* rest : {"am", "was", "have", "had", "will", "would", "do", "did", "can", "could", "think", "saw",
                             "met", "never", "know", "went"})
        CHECK(cap("class=dropcap", "I", " " + std::string(rest) + " x") == "I " + std::string(rest) + " x");
    CHECK(cap("class=dropcap", "I", " nspectors") == "Inspectors");
    CHECK(cap("class=dropcap", "T", " 1 home") == "T 1 home");
}

TEST_CASE("a mark above the line is known by element, style or class, and a link to a note by where it leads") {
    const auto marked = [](const std::string& mark) { return read("<p>Staff" + mark + " left.</p>"); };
    for (const char* mark :
         {"<sup>1</sup>", "<span style='vertical-align: super'>1</span>", "<span class=superscript>1</span>",
          "<span class=MsoFootnoteReference>1</span>", "<span class=MsoEndnoteReference>1</span>",
          "<a style='vertical-align:super' href=x>1</a>", "<a href='#fn1'>[1]</a>", "<a href='#_ftn1'>[1]</a>",
          "<a href='#_edn1'>[1]</a>", "<a href='#note1'>[1]</a>", "<a href='#cite1'>[1]</a>",
          "<a href='x#ref1'>[1]</a>", "<a role=doc-noteref href=x>[1]</a>", "<a epub:type=noteref href=x>[1]</a>"})
        CHECK_MESSAGE(marked(mark) == "paragraph: Staff left.\n", mark);
    for (const char* mark : {"<b style='vertical-align: super'>1</b>", "<span class=super>1</span>",
                             "<a href='#s1'>1</a>", "<a href='fn1'>1</a>"})
        CHECK_MESSAGE(marked(mark) == "paragraph: Staff1 left.\n", mark);
}

TEST_CASE("a time is that of publication by its own names, else by the few words before it") {
    const std::string time = "<time datetime=2024-03-05>5</time>";
    for (const char* label : {"Published", "Posted on", "Created:"})
        CHECK_MESSAGE(published("<p>" + std::string(label) + " " + time) == "2024-03-05", label);
    for (const char* label : {"Updated", "Modified", "Amended", "Edited", "Revised"})
        CHECK_MESSAGE(published("<p>" + std::string(label) + " " + time) == "none", label);
    CHECK(published("<time class=posted datetime=2024-03-05>5</time>") == "2024-03-05");
    CHECK(published("<p>Updated <time itemprop=datePublished datetime=2024-03-05>5</time>") == "2024-03-05");
    CHECK(published("<p>Published <time itemprop=dateModified datetime=2024-03-05>5</time>") == "none");
    // "Published and updated" says both, and so neither.
    CHECK(published("<p>Published, updated " + time) == "2024-03-05");
    // Twenty-four bytes before it are its label.
    CHECK(published("<p>Updated " + std::string(16, 'x') + time) == "none");
    CHECK(published("<p>Updated " + std::string(17, 'x') + time) == "2024-03-05");
}

TEST_CASE("the article is what holds the story, by element, role or property") {
    for (const char* open : {"<article>", "<main>", "<div role=main>", "<div itemprop=articleBody>"}) {
        RawArticle article;
        read_html("<body><p>Weather today</p>" + std::string(open) + kStory, article);
        CHECK_MESSAGE(article.blocks.front().role == BlockRole::boilerplate, open);
    }
    RawArticle article;
    read_html("<body><p>Weather today</p><div itemprop=article>" + kStory, article);
    CHECK(article.blocks.front().role == BlockRole::paragraph);
}

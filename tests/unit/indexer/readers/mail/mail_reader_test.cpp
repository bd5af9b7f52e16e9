#include "indexer/readers/mail/mail_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

const std::string kHead =
    "From: Ofsted alerts <alerts@ofsted.example>\r\nTo: desk@news.example\r\n"
    "Date: Tue, 5 Mar 2024 10:12:00 +0100\r\nSubject: =?utf-8?B?SG9tZSByYXRlZCDigJxnb29k4oCd?=\r\nMIME-Version: "
    "1.0\r\n";

std::string mixed(std::string_view parts) {
    return kHead + "Content-Type: multipart/mixed; boundary=\"XX\"\r\n\r\n" + std::string(parts) + "--XX--\r\n";
}

std::string part(std::string_view headers, std::string_view body) {
    return "--XX\r\n" + std::string(headers) + "\r\n\r\n" + std::string(body) + "\r\n";
}

std::string text_part(std::string_view body) { return part("Content-Type: text/plain; charset=utf-8", body); }

}  // namespace

TEST_CASE("a mail has its subject as title, its day and its sender") {
    const ReadResult result =
        read_as("a.eml", kHead +
                             "Content-Type: text/plain; charset=iso-8859-1\r\n"
                             "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 is=\r\n safe.\r\n");
    CHECK(summarise(result) == "paragraph: The caf\u00e9 is safe.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].type == ContentType::mail);
    CHECK(result.articles[0].line == 0);
    CHECK(result.articles[0].title == "Home rated \u201cgood\u201d");
    CHECK(result.articles[0].metadata == Pairs{{"mail:from", "Ofsted alerts"}, {"date", "2024-03-05T10:12:00+01:00"}});
}

TEST_CASE("of two forms of a mail's text the page is read, unless it is empty") {
    const auto alternative = [](std::string_view html) {
        return kHead + "Content-Type: multipart/alternative; boundary=\"XX\"\r\n\r\n" + text_part("Plain words.") +
               part("Content-Type: text/html", html) + "--XX--\r\n";
    };
    CHECK(summarise(read_as("a.eml", alternative("<p>Rich <b>words</b>.</p>"))) == "paragraph: Rich words.\n");
    CHECK(summarise(read_as("a.eml", alternative("<p></p>"))) == "paragraph: Plain words.\n");
}

TEST_CASE("what a mail answers and its signature are boilerplate") {
    const auto mail = [](std::string_view text) { return kHead + "\r\n" + std::string(text); };
    CHECK(summarise(read_as("a.eml", mail("It is good.\n\nOn 4 March 2024, A. Person wrote:\n> It was inadequate.\n\n"
                                          "-- \nThe press office\n"))) ==
          "paragraph: It is good.\nboilerplate: On 4 March 2024, A. Person wrote:\nboilerplate: It was inadequate.\n"
          "boilerplate: The press office\n");
    CHECK(
        summarise(read_as("a.eml", mail("It is good.\n\n-----Original Message-----\nFrom: A. Person\n\nIt was bad.\n")))
            .starts_with("paragraph: It is good.\nboilerplate: "));
    CHECK(summarise(read_as("a.eml", kHead +
                                         "Content-Type: text/html\r\n\r\n<p>It is good.</p><div class=\"gmail_quote\">"
                                         "<blockquote><p>It was bad.</p></blockquote></div>")) ==
          "paragraph: It is good.\nboilerplate: It was bad.\n");
    // A line that quotes a report with ">" and nothing else is all there is.
    CHECK(summarise(read_as("a.eml", mail("> Staff are kind.\n"))) == "paragraph: Staff are kind.\n");
    // The word alone answers nothing.
    CHECK(summarise(read_as("a.eml", mail("Inspectors wrote:\nStaff are kind.\n"))).find("boilerplate") ==
          std::string::npos);
}

TEST_CASE("what a mail forwards is its text") {
    const std::string head = "From: a@b.example\r\nSubject: Fwd: report\r\n";
    CHECK(summarise(read_as("a.eml", head + "\r\nSee below.\n\n---------- Forwarded message ---------\nFrom: Ofsted\n\n"
                                            "It is good.\n"))
              .find("boilerplate") == std::string::npos);
    CHECK(summarise(read_as("a.eml",
                            head + "Content-Type: text/html\r\n\r\n<p>See below.</p><div class=\"gmail_quote\">"
                                   "<p>It is good.</p></div>")) == "paragraph: See below.\nparagraph: It is good.\n");
}

TEST_CASE("attachments of types that are read are articles that name their mail, others are warned of") {
    const std::string word = word_document("<w:p><w:r><w:t>Staff are kind.</w:t></w:r></w:p>").bytes();
    const ReadResult result = read_as(
        "a.eml",
        mixed(text_part("The report is attached.") +
              part("Content-Type: text/plain; name=\"notes.txt\"\r\nContent-Disposition: attachment", "A note.") +
              part("Content-Type: application/x\r\nContent-Disposition: attachment; filename=\"logo.psd\"", "x") +
              part("Content-Type: application/msword\r\nContent-Disposition: attachment; "
                   "filename=\"report.docx\"",
                   word)));
    REQUIRE(result.articles.size() == 3);
    CHECK(result.articles[0].line == 1);
    CHECK(result.articles[0].metadata ==
          Pairs{{"attachment:name", "notes.txt"}, {"attachment:mail", "Home rated \u201cgood\u201d"}});
    CHECK(
        result.articles[0].blocks.back() ==
        Block{
            BlockRole::boilerplate, 0,
            "Attachment notes.txt of the mail \u201cHome rated \u201cgood\u201d\u201d from Ofsted alerts, 2024-03-05"});
    CHECK(result.articles[1].line == 2);
    CHECK(result.articles[1].type == ContentType::office);
    CHECK(result.articles[2].line == 0);
    CHECK(result.articles[2].warnings == std::vector<std::string>{"attachment logo.psd, not read"});
}

TEST_CASE("a mail that only carries a report is no article, an attachment that is no such file is a rejection") {
    const ReadResult only = read_as(
        "a.eml",
        mixed(part("Content-Type: text/plain; name=\"notes.txt\"\r\nContent-Disposition: attachment", "A note.")));
    REQUIRE(only.articles.size() == 1);
    CHECK(only.articles[0].line == 1);
    const ReadResult bad = read_as(
        "a.eml",
        mixed(text_part("Attached.") +
              part("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf", "words")));
    REQUIRE(bad.rejections.size() == 1);
    CHECK(bad.rejections[0].line == 1);
    CHECK(bad.rejections[0].detail == "attachment a.pdf: no PDF document named .pdf");
}

TEST_CASE("a mail inside a mail is an article of its own") {
    const ReadResult result =
        read_as("a.eml", mixed(text_part("See the other mail.") +
                               part("Content-Type: message/rfc822", "Subject: Inner\r\n\r\nInner words.")));
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].title == "Inner");
    CHECK(result.articles[0].line == 1);
}

TEST_CASE("a mailbox gives an article a mail, a mail with a mailbox's line too") {
    const std::string two =
        "From a@b Tue Mar  5 10:00:00 2024\nSubject: One\n\nFirst words.\n\n"
        "From a@b Tue Mar  5 11:00:00 2024\nSubject: Two\n\nSecond words.\n>From here on.\n";
    const ReadResult result = read_as("a.mbox", two);
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].line == 1);
    CHECK(result.articles[1].line == 2);
    CHECK(result.articles[1].title == "Two");
    CHECK(read_as("a.eml", two).articles.size() == 2);
}

TEST_CASE("a page saved as one file is read under its address, without the day on which it was saved") {
    const ReadResult result = read_as(
        "a.mht",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/story\r\nSubject: Story\r\n"
        "Date: Tue, 5 Mar 2024 10:12:00 -0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related; type=\"text/html\"; boundary=\"XX\"\r\n\r\n" +
            part("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                 "Content-Location: https://news.example/story",
                 "<html><body><h1>Home closed</h1><p class=3D\"x\">Staff were kind.</p></body></html>") +
            part("Content-Type: text/html\r\nContent-Location: cid:frame", "<p>An advert.</p>") +
            part("Content-Type: image/png\r\nContent-Location: https://news.example/a.png", "x") + "--XX--\r\n");
    CHECK(summarise(result) == "heading: Home closed\nparagraph: Staff were kind.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].type == ContentType::html);
    CHECK(result.articles[0].title == "Home closed");
    CHECK(result.articles[0].metadata == Pairs{{"canonical", "https://news.example/story"}});
}

TEST_CASE("what is no mail, has no text or is encrypted says so") {
    CHECK(summarise(read_as("a.eml", "<!DOCTYPE html><p>x")) == "rejected mismatch: an HTML page named .eml\n");
    CHECK(summarise(read_as("a.eml", "just some words")) == "rejected mismatch: no mail named .eml\n");
    CHECK(summarise(read_as("a.mht", "%PDF-1.4\n")) == "rejected mismatch: a PDF document named .mht\n");
    CHECK(reason_of(read_as("a.eml", kHead + "\r\n")) == "no-text");
    CHECK(reason_of(read_as("a.eml", kHead + "Content-Type: application/pkcs7-mime\r\n\r\nAAAA")) == "encrypted");
    CHECK(reason_of(read_as("a.mht", "MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx")) == "no-text");
}

TEST_CASE("parts nested without end cost neither the stack nor the run") {
    std::string mail = "Subject: Deep\r\nMIME-Version: 1.0\r\n";
    for (int i = 0; i < 20'000; ++i)
        mail += "Content-Type: multipart/mixed; boundary=\"b" + std::to_string(i) + "\"\r\n\r\n--b" +
                std::to_string(i) + "\r\n";
    mail += "Content-Type: text/plain\r\n\r\nWords.\r\n";
    CHECK(summarise(read_as("a.eml", mail)) == "rejected corrupt: its parts are nested too deep\n");
}

TEST_CASE("a mail without the line that parts its parts is read as one text, and says so") {
    for (const char* boundary : {"", "; boundary=\"YY\""}) {
        CAPTURE(boundary);
        const ReadResult result =
            read_as("a.eml", kHead + "Content-Type: multipart/mixed" + boundary + "\r\n\r\nThe home is safe.\r\n");
        CHECK(summarise(result) ==
              "paragraph: The home is safe.\nwarning: the line that parts its parts is missing: read as one text\n");
    }
    const ReadResult sound = read_as("a.eml", mixed(text_part("The home is safe.")));
    REQUIRE(sound.articles.size() == 1);
    CHECK(sound.articles[0].warnings.empty());
}

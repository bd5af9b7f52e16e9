#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/render/output_stream.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

struct Fixture {
    Fixture() {
        Article article;
        article.id = "kent";
        article.source = "kent.txt";
        article.path = "/srv/kent.txt";
        article.title = "Kent is inadequate";
        article.text = "Children went missing.\nThey were found.";
        article.published = "2024-05-01";
        Evidence proof;
        proof.where = Where::body;
        proof.rule = "sentence";
        proof.begin = 0;
        proof.end = 22;
        article.values = {make_value(Field::provider, "kent-home", "Kent Home"),
                          {Field::grade, "inadequate", "Inadequate", proof}};
        article.awards = {{"kent-home", "four-point", "inadequate", "good", "declined", false, {}}};
        article.copies.resize(1);
        article.copies[0].id = "kent-copy";
        write_index(folder.path(), {article});
        options.request.indexes = {folder.path()};
    }
    Status run() { return run_command(options, {out, notes, {}}); }

    test::TempFolder folder;
    SearchOptions options;
    std::ostringstream out;
    std::ostringstream notes;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "showing an article as json adds its text and evidence to the hit") {
    options.command = Command::show;
    options.argument = "kent";
    options.format = OutputFormat::json;
    CHECK(run() == Status::ok);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json["id"] == "kent");
    CHECK(json["text"] == "Children went missing.\nThey were found.");
    REQUIRE(json["evidence"].size() == 2);
    CHECK(json["evidence"][1]["quote"] == "Children went missing.");
    CHECK(json["evidence"][1]["end"] == 22);
}

TEST_CASE_FIXTURE(Fixture, "showing an article prints its evidence and its text") {
    options.command = Command::show;
    options.argument = "kent";
    CHECK(run() == Status::ok);
    CHECK(out.str().find("  Grade: Inadequate\n      “Children went missing.” [sentence, 100 %]\n") !=
          std::string::npos);
    CHECK(out.str().find("\nText\nChildren went missing.\nThey were found.\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "showing an unknown id is no hit, said on standard error") {
    options.command = Command::show;
    options.argument = "nobody";
    CHECK(run() == Status::no_hits);
    CHECK(out.str().empty());
    CHECK(notes.str() == "findings-search: no article has the id, the source or the file name nobody\n");
}

TEST_CASE("an article is shown by id, address, source, file name, longer path or the beginning of its id") {
    test::TempFolder folder;
    std::vector<Article> articles(4);
    articles[0].id = "a1b2c3d4";
    articles[0].source = "kent/future.txt";
    articles[0].url = "https://example.org/future";
    articles[1].id = "a1ffff";
    articles[1].source = "hull/future.pdf";
    articles[1].copies = {{"copy-1", "leeds/copy.html", "", "", "", ""}};
    articles[2].id = "kent";  // a whole id goes before the beginning of another, and before a path
    articles[2].source = "week.jsonl";
    articles[3].id = "kent-2";
    articles[3].source = "week.jsonl";
    write_index(folder.path(), articles);
    const OpenIndex index = open_index({folder.path()});
    const auto shown = [&](const std::string& typed) {
        const auto article = find_article(index, typed);
        return article ? article->id : std::string("-");
    };
    CHECK(shown("a1b2c3d4") == "a1b2c3d4");
    CHECK(shown("https://example.org/future") == "a1b2c3d4");
    CHECK(shown("kent/future.txt") == "a1b2c3d4");
    CHECK(shown("future.txt") == "a1b2c3d4");
    CHECK(shown("/srv/reports/hull/future.pdf") == "a1ffff");
    CHECK(shown("copy.html") == "a1ffff");
    CHECK(shown("copy-1") == "a1ffff");
    CHECK(shown("a1b") == "a1b2c3d4");
    CHECK(shown("kent") == "kent");
    CHECK(shown("kent-") == "kent-2");
    CHECK(shown("kent/future") == "a1b2c3d4");
    CHECK_THROWS_WITH_AS(find_article(index, "future"), "future names more than one story", Error);
    CHECK(shown("uture.txt") == "-");
    CHECK(shown("") == "-");
    CHECK_THROWS_WITH_AS(find_article(index, "a1"), "a1 names more than one story", Error);
    CHECK_THROWS_WITH_AS(find_article(index, "week.jsonl"), "week.jsonl names more than one story", Error);
    try {
        find_article(index, "week.jsonl");
    } catch (const Error& error) {
        CHECK(error.status() == Status::usage);
        CHECK(error.hint().find("kent, kent-2") != std::string::npos);
    }
}

TEST_CASE("showing an article begins with what proves its grade and tells where its pages begin") {
    test::TempFolder folder;
    Article article;
    article.id = "a";
    article.source = "a.pdf";
    article.title = "Kent Home";
    article.text = "Cover.\nIt is good. Children went\u00a0on and on.\nThe end.";
    article.pages = {{0, 1}, {7, 2}, {30, 3}};
    const auto body = [](std::size_t begin, std::size_t end, int page) {
        Evidence proof;
        proof.where = Where::body;
        proof.rule = "sentence";
        proof.begin = begin;
        proof.end = end;
        proof.page = page;
        return proof;
    };
    article.values = {{Field::provider, "kent-home", "Kent Home", body(0, 6, 1)},
                      {Field::theme, "staffing", "Staffing", body(45, 53, 3)},
                      {Field::weakness, "staffing", "Staffing", body(45, 53, 3)},
                      {Field::judgement, "leaders:good", "Leaders: Good", body(7, 18, 2)},
                      {Field::grade, "good", "Good", body(7, 18, 2)}};
    article.awards = {{"kent-home", "four-point", "good", "", "", false, {}}};
    write_index(folder.path(), {article});
    SearchOptions options;
    options.command = Command::show;
    options.argument = "a";
    options.request.indexes = {folder.path()};
    std::ostringstream out;
    std::ostringstream notes;
    CHECK(run_command(options, {out, notes, {}}) == Status::ok);
    const std::string text = out.str();
    // The label of the provider, not how it is stored.
    CHECK(text.find("\nAwards\n  Kent Home: Good\n") != std::string::npos);
    const std::string proof =
        "\nEvidence of the grade\n  Grade: Good\n  Judgement: Leaders: Good\n      “It is good.” ";
    CHECK(text.find(proof) < text.find("  Provider: Kent Home\n"));
    // One passage for two values is printed once.
    CHECK(text.find("  Theme: Staffing\n  Weakness: Staffing\n      “The end.") != std::string::npos);
    CHECK(text.find("──── page 1 ────\nCover.\n──── page 2 ────\nIt is good. Children we[page 3] nt") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "the values of a closed facet are listed with their counts, zero included") {
    options.command = Command::list_values;
    options.argument = "grade";
    CHECK(run() == Status::ok);
    CHECK(out.str().find("        1  inadequate ") == 0);
    CHECK(out.str().find("        0  outstanding ") != std::string::npos);
    CHECK(out.str().find("        0  none ") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "the fields are listed without an index") {
    options.command = Command::list_fields;
    options.request.indexes = {"/nowhere"};
    CHECK(run() == Status::ok);
    for (const FieldRow& row : kFields) CHECK(out.str().find(std::string(row.example)) != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "a batch reports its bad lines, runs the others and ends with 2") {
    const auto file = folder.path() / "queries.tsv";
    std::ofstream(file) << "q1\tmissing children\nno tab\n\nq2\t\"open\nq3\tnothinghere\r\n";
    options.command = Command::batch;
    options.argument = file.string();
    options.format = OutputFormat::trec;
    options.request.fall_back_to_any = false;
    CHECK(run() == Status::usage);
    CHECK(out.str().rfind("q1 Q0 kent 1 ", 0) == 0);
    CHECK(out.str().find("\nq1 Q0 kent-copy 2 ") != std::string::npos);
    CHECK(notes.str().find("queries.tsv:2: expected id, a tab and a query\n") != std::string::npos);
    CHECK(notes.str().find("queries.tsv:4: ") != std::string::npos);
    CHECK(notes.str().find("queries.tsv:5: ") == std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "lists of queries and ids may begin with a byte order mark and end lines as Windows does") {
    const auto file = folder.path() / "list";
    std::ofstream(file) << "\xef\xbb\xbfq1\tmissing\r\nq2\tchildren\r\n";
    options.command = Command::batch;
    options.argument = file.string();
    options.format = OutputFormat::trec;
    CHECK(run() == Status::ok);
    CHECK(out.str().rfind("q1 Q0 kent 1 ", 0) == 0);
    CHECK(notes.str().empty());
    std::ofstream(file) << "\xef\xbb\xbfkent\r\nother\n";
    out.str("");
    options.command = Command::search;
    options.ids_file = file.string();
    options.format = OutputFormat::paths0;
    CHECK(run() == Status::ok);
    CHECK(out.str() == std::string("/srv/kent.txt\0", 14));
}

TEST_CASE_FIXTURE(Fixture, "a list that cannot be read is an error that says why") {
    const auto message = [&] {
        try {
            run();
        } catch (const Error& error) {
            return fmt::format("{}: {} | {}", static_cast<int>(error.status()), error.what(), error.hint());
        }
        return std::string("none");
    };
    const std::string list = (folder.path() / "list").string();
    options.ids_file = list;
    CHECK(message() == "74: cannot read " + list + " | --ids takes a file with one id a line");
    options.ids_file = folder.path().string();
    CHECK(message() == "74: cannot read " + folder.path().string() + " | ");
    std::ofstream(list) << std::string("\xff\xfek\0e\0", 6);
    options.ids_file = list;
    CHECK(message() == "74: cannot read " + list + ": it is UTF-16 | save it as UTF-8");
    options.ids_file.clear();
    options.command = Command::batch;
    options.argument = list;
    CHECK(message() == "74: cannot read " + list + ": it is UTF-16 | save it as UTF-8");
    options.argument = folder.path().string();
    CHECK(message() == "74: cannot read " + folder.path().string() + " | ");
}

TEST_CASE_FIXTURE(Fixture, "a timeline tells a provider's grades") {
    options.command = Command::timeline;
    options.request.evidence = true;
    options.request.filters = {{Field::provider, {"Kent Home"}, false}};
    CHECK(run() == Status::ok);
    CHECK(out.str() ==
          "1 story\n\n2024-05-01  Kent is inadequate\n            Inadequate, down from Good\n"
          "            “Children went missing.”\n            kent.txt · id kent\n");
}

TEST_CASE_FIXTURE(Fixture, "formats without room for notes leave them to standard error, unless quiet") {
    options.format = OutputFormat::paths0;
    options.request.until = PartialDate{2020, 0, 0};
    options.request.filters = {{Field::provider, {"kent-hone"}, false}};
    CHECK(run() == Status::no_hits);
    CHECK(notes.str().find("no provider “kent-hone”") != std::string::npos);
    notes.str("");
    options.quiet = true;
    run();
    CHECK(notes.str().empty());
}

TEST_CASE_FIXTURE(Fixture, "the explanation goes to standard error") {
    options.request.text = "missing";
    options.request.explain = true;
    CHECK(run() == Status::ok);
    CHECK(notes.str().find("missing") != std::string::npos);
}

TEST_CASE("a full disk is an error with the system's reason") {
    std::FILE* full = std::fopen("/dev/full", "w");
    REQUIRE(full != nullptr);
    OutputStream out(fileno(full));
    out << "answer";
    try {
        out.flush();
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.status() == Status::io_error);
        CHECK(std::string(error.what()) == "cannot write the answer: No space left on device");
    }
    std::fclose(full);
}

}  // namespace findings::testing

#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/error.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/render/output_stream.hpp"
#include "tests/unit/searcher/support/test_index.hpp"

namespace findings::testing {
namespace {

struct Fixture {
    Fixture() {
        Article article;
        article.id = "kent";
        article.source = "kent.txt";
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
    CHECK(notes.str() == "findings-search: no article has the id nobody\n");
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
    CHECK(out.str() == std::string("kent.txt\0", 9));
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
    options.request.filters = {{Field::provider, {"Kent Home"}, false}};
    CHECK(run() == Status::ok);
    CHECK(out.str() ==
          "1 story\n\n2024-05-01  Kent is inadequate\n            Inadequate, down from Good\n            kent.txt\n");
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

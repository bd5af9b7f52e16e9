#include "indexer/ingest/reader_pool.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "common/base/error.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/protocol.hpp"
#include "tests/unit/support/error_text.hpp"

using namespace findings;

namespace {

/// A folder with one fake worker and one file to read.
class Bench {
  public:
    Bench() {
        std::string name = (std::filesystem::temp_directory_path() / "findings-pool-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
        std::ofstream(folder / "a.txt") << "Rated good.";
    }
    ~Bench() { std::filesystem::remove_all(folder); }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    /// A shell script that answers the first request with `answer` (as printf prints it) and then does `end`.
    [[nodiscard]] std::filesystem::path worker(std::string_view answer, std::string_view end) const {
        const std::filesystem::path path = folder / "worker";
        std::ofstream(path) << "#!/bin/sh\ndd bs=1 count=5 of=/dev/null 2>/dev/null\nprintf '" << answer << "'\n"
                            << end << "\n";
        ::chmod(path.c_str(), 0700);
        return path;
    }

    std::string read(const std::filesystem::path& program, ReaderLimits limits = {}) {
        ReaderWorker worker(program, limits);
        return read(worker);
    }
    std::string read(ReaderWorker& worker) {
        std::string seen;
        const ReadSink sink{[&](RawArticle&& article) { seen += "article " + article.title + "\n"; },
                            [&](Rejection&& rejection) {
                                seen +=
                                    std::string(rejection_row(rejection.reason).name) + ": " + rejection.detail + "\n";
                            }};
        worker.read(folder / "a.txt", sink);
        return seen;
    }

    std::filesystem::path folder;
};

/// A frame as printf's octal escapes.
std::string printable(FrameKind kind, std::string_view payload) {
    std::string out;
    for (char c : make_frame(kind, payload)) {
        const auto byte = static_cast<unsigned char>(c);
        out += '\\';
        for (int shift : {6, 3, 0}) out += static_cast<char>('0' + ((byte >> shift) & 7));
    }
    return out;
}

std::string titled(std::string_view title, std::size_t line) {
    RawArticle article;
    article.title = title;
    article.line = line;
    return encode_article(article);
}

}  // namespace

TEST_CASE("what the worker says comes out") {
    Bench bench;
    const std::string answer = printable(FrameKind::article, titled("One", 0)) + printable(FrameKind::done, "");
    CHECK(bench.read(bench.worker(answer, "cat >/dev/null")) == "article One\n");
}
TEST_CASE("a worker that crashes costs the file, and the next read starts a new one") {
    Bench bench;
    ReaderWorker worker(bench.worker("", "kill -SEGV $$"), {});
    CHECK(bench.read(worker) == "corrupt: the reader crashed (SIGSEGV)\n");
    CHECK(bench.read(worker) == "corrupt: the reader crashed (SIGSEGV)\n");
}
TEST_CASE("a worker that ended at rest costs no file: the next one is read by a new worker") {
    Bench bench;
    const std::string answer = printable(FrameKind::article, titled("One", 0)) + printable(FrameKind::done, "");
    ReaderWorker worker(bench.worker(answer, "exit 0"), {});
    for (int i = 0; i < 3; ++i) {
        CHECK(bench.read(worker) == "article One\n");
        // Until it has ended; the worker's owner reaps it.
        siginfo_t ended{};
        REQUIRE(::waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT) == 0);
    }
}
TEST_CASE("a single article before a crash is dropped, records of a list are kept") {
    Bench bench;
    CHECK(bench.read(bench.worker(printable(FrameKind::article, titled("One", 0)), "kill -ABRT $$")) ==
          "corrupt: the reader crashed (SIGABRT)\n");
    CHECK(bench.read(bench.worker(printable(FrameKind::article, titled("One", 1)), "kill -ABRT $$")) ==
          "article One\ncorrupt: the reader crashed (SIGABRT)\n");
}
TEST_CASE("what a worker is not held back from is remembered, and its article is read all the same") {
    Bench bench;
    const std::string answer = printable(FrameKind::unconfined, "it can read other files") +
                               printable(FrameKind::article, titled("One", 0)) + printable(FrameKind::done, "");
    ReaderWorker worker(bench.worker(answer, "cat >/dev/null"), {});
    CHECK(worker.unconfined().empty());
    CHECK(bench.read(worker) == "article One\n");
    CHECK(worker.unconfined() == std::set<std::string>{"it can read other files"});
}
TEST_CASE("a worker that hangs is killed and the file timed out") {
    Bench bench;
    ReaderLimits limits;
    limits.seconds = 1;
    CHECK(bench.read(bench.worker("", "exec cat >/dev/null"), limits) == "timed-out: not read within 1 second\n");
}
TEST_CASE("a worker that someone else kills is tried once more, and that is no fault of the file") {
    Bench bench;
    CHECK(bench.read(bench.worker("", "kill -KILL $$")) ==
          "unreadable: the reader was killed from outside, most likely because the machine ran out of memory\n");
    const std::string answer = printable(FrameKind::article, titled("One", 0)) + printable(FrameKind::done, "");
    CHECK(bench.read(bench.worker("", "[ -e $0.once ] || { : >$0.once; kill -KILL $$; }\nprintf '" + answer +
                                          "'\ncat >/dev/null")) == "article One\n");
}
TEST_CASE("a file whose records were handed on before its worker was killed is not begun anew") {
    Bench bench;
    CHECK(bench.read(bench.worker(printable(FrameKind::article, titled("One", 1)), "kill -KILL $$"))
              .starts_with("article One\nunreadable: "));
}
TEST_CASE("a request to stop ends the wait for a worker") {
    Bench bench;
    int asked = 0;
    ReaderWorker worker(bench.worker("", "exec cat >/dev/null"), {}, [&] { return ++asked > 1; });
    CHECK(test::error_text(Status::interrupted, [&] { bench.read(worker); }).starts_with("interrupted"));
    CHECK(asked == 2);
}
TEST_CASE("frames that are garbage or too long are corrupt") {
    Bench bench;
    CHECK(bench.read(bench.worker("\\001\\000\\000\\000\\011x", "cat >/dev/null")) ==
          "corrupt: the reader gave a garbled answer\n");
    CHECK(bench.read(bench.worker("\\377\\377\\377\\377\\002", "cat >/dev/null")) ==
          "corrupt: the reader gave a garbled answer\n");
    CHECK(bench.read(bench.worker(printable(FrameKind::article, "short"), "cat >/dev/null")) ==
          "corrupt: the reader gave a garbled answer\n");
}
TEST_CASE("a worker that gives up says with which status") {
    Bench bench;
    CHECK(bench.read(bench.worker("", "exit 3")) == "corrupt: the reader gave up with status 3\n");
}
TEST_CASE("a worker that cannot be started is a bug that names the program") {
    Bench bench;
    CHECK_THROWS_WITH_AS(
        bench.read(bench.folder / "gone"),
        ("cannot start the reader program " + (bench.folder / "gone").string() + ": No such file or directory").c_str(),
        Error);
    CHECK_THROWS_AS(bench.read(bench.worker("", "exit 127")), Error);
}
TEST_CASE("FINDINGS_READER names another reader program") {
    ::setenv("FINDINGS_READER", "/somewhere/reader", 1);
    CHECK(find_reader_program() == "/somewhere/reader");
    ::unsetenv("FINDINGS_READER");
}

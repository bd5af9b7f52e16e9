// A file's bytes under a name that is set when this is compiled. What is read must survive the way to the indexer.
#include <sys/mman.h>
#include <unistd.h>

#include "indexer/readers/protocol.hpp"
#include "indexer/readers/read_source.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const int file = ::memfd_create("fuzzed", 0);
    fuzz::require(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size), "no memory file");
    ::lseek(file, 0, SEEK_SET);
    ReaderLimits limits;
    limits.text_bytes = 1U << 20U;
    std::size_t answers = 0;
    ReadSink sink;
    sink.article = [&](RawArticle&& article) {
        ++answers;
        const auto again = decode_article(encode_article(article));
        fuzz::require(again && encode_article(*again) == encode_article(article), "an article changed on its way");
    };
    sink.rejection = [&](Rejection&& rejection) {
        ++answers;
        fuzz::require(decode_rejection(encode_rejection(rejection)).has_value(), "a rejection was lost on its way");
    };
    read_open_source(file, FUZZED_NAME, limits, sink);
    fuzz::require(answers > 0, "neither an article nor a rejection");
    return 0;
}

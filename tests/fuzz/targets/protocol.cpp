// What a worker that was taken over might send: refused, or the same when it is sent on.
#include "indexer/readers/protocol.hpp"

#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const std::string_view bytes = fuzz::as_text(data, size);
    if (const auto article = decode_article(bytes)) {
        const std::string sent = encode_article(*article);
        const auto again = decode_article(sent);
        fuzz::require(again && encode_article(*again) == sent, "an article changed on its way");
    }
    static_cast<void>(decode_rejection(bytes));
    static_cast<void>(decode_page_frame(bytes));
    return 0;
}

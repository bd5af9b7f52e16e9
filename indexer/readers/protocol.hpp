#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// Frames between indexer and worker, both directions: u32 little-endian length, byte kind, payload.
/// The indexer sends kRequest (the path, absolute) and with its first byte the open file (SCM_RIGHTS), for the worker
/// may open none itself; before its first answer the worker may say with kUnconfined what this machine does not hold it
/// back from (one clause). Before it reads the picture of a page it asks with kPageWanted for what was read of the same
/// one before, and waits for kPageKnown; what it reads itself it sends as kPageRead, which also says that it is alive.
/// It answers any number of kArticle and kRejection frames and then one kDone. A worker that
/// dies or is silent before kDone costs that file alone.
enum class FrameKind : std::uint8_t {
    request = 1,
    article = 2,
    rejection = 3,
    done = 4,
    unconfined = 5,
    page_wanted = 6,
    page_known = 7,
    page_read = 8
};

/// Bytes of a frame before its payload.
inline constexpr std::size_t kFrameHead = 5;

std::string encode_article(const RawArticle& article);
std::string encode_rejection(const Rejection& rejection);

/// nullopt when the bytes are not what encode_* wrote.
std::optional<RawArticle> decode_article(std::string_view bytes);
std::optional<Rejection> decode_rejection(std::string_view bytes);

/// What was read of a page, under the key of its picture; none where it is asked for or not known.
struct PageFrame {
    std::string key;
    std::optional<std::string> reading;
};
std::string encode_page_frame(const PageFrame& frame);
std::optional<PageFrame> decode_page_frame(std::string_view bytes);

/// Appends a whole frame, ready to write.
void append_frame(std::string& bytes, FrameKind kind, std::string_view payload);
std::string make_frame(FrameKind kind, std::string_view payload);

}  // namespace findings

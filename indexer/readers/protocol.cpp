#include "indexer/readers/protocol.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "common/base/little_endian.hpp"

namespace findings {
namespace {

/// Appends numbers and strings; every string carries its length, so any byte may stand in it.
class Writer {
  public:
    void number(std::uint64_t value, std::size_t bytes) { append_little_endian(bytes_, value, bytes); }
    void string(std::string_view text) {
        number(text.size(), 4);
        bytes_.append(text);
    }
    void strings(const std::vector<std::string>& texts) {
        number(texts.size(), 4);
        for (const std::string& text : texts) string(text);
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what Writer wrote. After the first wrong byte every answer is empty and `sound` is false.
class Parser {
  public:
    explicit Parser(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number(std::size_t bytes) {
        if (rest_.size() < bytes) return fail();
        const std::uint64_t value = read_little_endian(rest_.substr(0, bytes));
        rest_.remove_prefix(bytes);
        return value;
    }
    std::string string() {
        const std::size_t size = number(4);
        if (rest_.size() < size) return fail(), std::string{};
        std::string text(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return text;
    }
    /// A number of items that follow. Each takes at least four bytes, so a larger count is garbage; without
    /// this check one flipped bit would ask for gigabytes.
    std::size_t count() {
        const std::size_t items = number(4);
        return items > rest_.size() / 4 ? fail() : items;
    }
    template <typename Enum>
    Enum enumerator(Enum last) {
        const std::uint64_t value = number(1);
        return static_cast<Enum>(value > static_cast<std::uint64_t>(last) ? fail() : value);
    }
    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] bool complete() const { return sound_ && rest_.empty(); }

  private:
    std::uint64_t fail() {
        sound_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool sound_ = true;
};

Block parse_block(Parser& parser) {
    Block block;
    block.role = parser.enumerator(BlockRole::boilerplate);
    block.page = static_cast<int>(parser.number(4));
    block.text = parser.string();
    block.breaks.resize(parser.count());
    for (PageBreak& page : block.breaks) {
        page.at = parser.number(4);
        page.page = static_cast<int>(parser.number(4));
    }
    return block;
}

std::vector<std::string> parse_strings(Parser& parser) {
    std::vector<std::string> strings(parser.count());
    for (std::string& string : strings) string = parser.string();
    return strings;
}

}  // namespace

std::string encode_article(const RawArticle& article) {
    Writer writer;
    writer.number(static_cast<std::uint64_t>(article.type), 1);
    writer.number(article.line, 8);
    writer.string(article.title);
    writer.number(article.blocks.size(), 4);
    for (const Block& block : article.blocks) {
        writer.number(static_cast<std::uint64_t>(block.role), 1);
        writer.number(static_cast<std::uint64_t>(block.page), 4);
        writer.string(block.text);
        writer.number(block.breaks.size(), 4);
        for (const PageBreak& page : block.breaks) {
            writer.number(page.at, 4);
            writer.number(static_cast<std::uint64_t>(page.page), 4);
        }
    }
    writer.number(article.declared.size(), 4);
    for (const auto& [key, values] : article.declared) {
        writer.string(key);
        writer.strings(values);
    }
    writer.number(article.metadata.size(), 4);
    for (const auto& [name, value] : article.metadata) {
        writer.string(name);
        writer.string(value);
    }
    writer.number(article.ocr_pages.size(), 4);
    for (const OcrPage& page : article.ocr_pages) {
        writer.number(static_cast<std::uint64_t>(page.page), 4);
        writer.number(static_cast<std::uint64_t>(page.confidence), 1);
    }
    writer.strings(article.warnings);
    return writer.take();
}

std::optional<RawArticle> decode_article(std::string_view bytes) {
    Parser parser(bytes);
    RawArticle article;
    article.type = parser.enumerator(ContentType::image);
    article.line = parser.number(8);
    article.title = parser.string();
    const std::size_t blocks = parser.count();
    for (std::size_t i = 0; i < blocks && parser.sound(); ++i) article.blocks.push_back(parse_block(parser));
    const std::size_t keys = parser.count();
    for (std::size_t i = 0; i < keys && parser.sound(); ++i) {
        std::string key = parser.string();
        article.declared[std::move(key)] = parse_strings(parser);
    }
    const std::size_t pairs = parser.count();
    for (std::size_t i = 0; i < pairs && parser.sound(); ++i) {
        std::string name = parser.string();
        article.metadata.emplace_back(std::move(name), parser.string());
    }
    const std::size_t pages = parser.count();
    for (std::size_t i = 0; i < pages && parser.sound(); ++i) {
        OcrPage& page = article.ocr_pages.emplace_back();
        page.page = static_cast<int>(parser.number(4));
        page.confidence = static_cast<int>(parser.number(1));
    }
    article.warnings = parse_strings(parser);
    if (!parser.complete()) return std::nullopt;
    return article;
}

std::string encode_rejection(const Rejection& rejection) {
    Writer writer;
    writer.number(static_cast<std::uint64_t>(rejection.reason), 1);
    writer.number(rejection.line, 8);
    writer.string(rejection.source);
    writer.string(rejection.detail);
    writer.string(rejection.hint);
    return writer.take();
}

std::optional<Rejection> decode_rejection(std::string_view bytes) {
    Parser parser(bytes);
    Rejection rejection;
    rejection.reason = parser.enumerator(RejectionReason::unreadable);
    rejection.line = parser.number(8);
    rejection.source = parser.string();
    rejection.detail = parser.string();
    rejection.hint = parser.string();
    if (!parser.complete()) return std::nullopt;
    return rejection;
}

std::string encode_page_frame(const PageFrame& frame) {
    Writer writer;
    writer.string(frame.key);
    writer.strings(frame.reading ? std::vector{*frame.reading} : std::vector<std::string>());
    return writer.take();
}

std::optional<PageFrame> decode_page_frame(std::string_view bytes) {
    Parser parser(bytes);
    PageFrame frame;
    frame.key = parser.string();
    std::vector<std::string> readings = parse_strings(parser);
    if (!parser.complete() || readings.size() > 1) return std::nullopt;
    if (!readings.empty()) frame.reading = std::move(readings.front());
    return frame;
}

void append_frame(std::string& bytes, FrameKind kind, std::string_view payload) {
    append_little_endian(bytes, payload.size(), 4);
    append_little_endian(bytes, static_cast<std::uint64_t>(kind), 1);
    bytes.append(payload);
}

std::string make_frame(FrameKind kind, std::string_view payload) {
    std::string frame;
    append_frame(frame, kind, payload);
    return frame;
}

}  // namespace findings

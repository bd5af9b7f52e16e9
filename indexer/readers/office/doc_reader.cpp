#include "indexer/readers/office/doc_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/little_endian.hpp"
#include "indexer/encoding/decode.hpp"
#include "indexer/encoding/windows_1252.hpp"
#include "indexer/readers/office/block_list.hpp"

namespace findings {
namespace {

constexpr std::size_t kFlags = 0x0a;
constexpr std::size_t kEncrypted = 0x0100;
constexpr std::size_t kTableIsOne = 0x0200;
constexpr unsigned kWord97 = 0x00c1;

// Places of the lengths of the document's parts, in the order in which their text stands.
constexpr std::size_t kFirstLength = 0x4c;
enum Part : std::size_t { main_text, footnotes, margins, macros, comments, endnotes, boxes, margin_boxes, part_count };

constexpr std::size_t kPieceTablePlace = 0x01a2;
constexpr std::uint32_t kCompressed = 0x40000000;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    return at + size > bytes.size() ? 0 : read_little_endian(bytes.substr(at, size));
}

/// The characters of the document as UTF-16, in the order of the text; nullopt when its table of pieces is damaged.
std::optional<std::string> join_pieces(std::string_view document, std::string_view table, std::uint64_t characters) {
    const std::size_t begin = number_at(document, kPieceTablePlace, 4);
    const std::size_t size = number_at(document, kPieceTablePlace + 4, 4);
    if (begin > table.size() || size > table.size() - begin) return std::nullopt;
    std::string_view rest = table.substr(begin, size);
    // Formatting that pieces refer to stands before them.
    while (!rest.empty() && rest.front() == 1) {
        const std::size_t skip = 3 + number_at(rest, 1, 2);
        if (skip > rest.size()) return std::nullopt;
        rest.remove_prefix(skip);
    }
    if (rest.size() < 5 || rest.front() != 2) return std::nullopt;
    rest = rest.substr(5, number_at(rest, 1, 4));
    const std::size_t pieces = rest.size() < 16 ? 0 : (rest.size() - 4) / 12;
    std::string text;
    for (std::size_t i = 0; i < pieces && text.size() < 2 * characters; ++i) {
        const std::uint64_t first = number_at(rest, 4 * i, 4);
        const std::uint64_t last = number_at(rest, 4 * (i + 1), 4);
        const auto place = static_cast<std::uint32_t>(number_at(rest, 4 * (pieces + 1) + 8 * i + 2, 4));
        if (last < first || last > characters + 1) return std::nullopt;
        const bool narrow = (place & kCompressed) != 0;
        const std::size_t at = narrow ? (place & ~kCompressed) / 2 : place;
        const std::size_t length = (last - first) * (narrow ? 1 : 2);
        if (at > document.size() || length > document.size() - at) return std::nullopt;
        const std::string_view bytes = document.substr(at, length);
        if (!narrow) {
            text.append(bytes);
            continue;
        }
        // Bytes of Windows-1252 stand for themselves: signs below 0x20 too.
        for (const char c : bytes) {
            text.push_back(c);
            text.push_back('\0');
        }
    }
    return text;
}

/// Bytes 0x80 to 0x9f that came from narrow pieces are signs of Windows-1252.
void widen_signs(std::string& utf16) {
    for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
        const auto low = static_cast<unsigned char>(utf16[i]);
        if (utf16[i + 1] != 0 || low < 0x80 || low > 0x9f) continue;
        const unsigned sign = kWindows1252[low - 0x80U];
        if (sign == 0) continue;
        utf16[i] = static_cast<char>(sign & 0xffU);
        utf16[i + 1] = static_cast<char>(sign >> 8U);
    }
}

/// Cuts the characters of one part into blocks. Signs below 0x20 say where paragraphs, cells and fields end.
class PartWalker {
  public:
    PartWalker(BlockList& list, BlockRole role) : list_(list), role_(role) {}

    void read(std::string_view text) {
        for (const char c : text) take(c);
        end_paragraph();
        end_row();
    }

  private:
    void take(char c) {
        switch (c) {
            case '\x13':  // a field's code, then 0x14, then what it shows, then 0x15
                fields_.push_back(true);
                return;
            case '\x14':
                if (!fields_.empty()) fields_.back() = false;
                return;
            case '\x15':
                if (!fields_.empty()) fields_.pop_back();
                return;
            default:
                break;
        }
        if (std::find(fields_.begin(), fields_.end(), true) != fields_.end()) return;
        switch (c) {
            case '\x07':
                return end_cell();
            case '\r':
            case '\x0c':
            case '\x0e':
                return end_paragraph();
            case '\x0b':
                text_.push_back('\n');
                return;
            case '\x1e':
                text_.push_back('-');
                return;
            case '\t':
                text_.push_back('\t');
                return;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) text_.push_back(c);
        }
    }

    void end_paragraph() {
        if (text_.empty()) return;
        // Nobody knows yet whether a cell goes on.
        waiting_.push_back(std::exchange(text_, {}));
    }

    /// Cells end with the sign that ends rows too: an empty "cell" is a row's end.
    void end_cell() {
        end_paragraph();
        if (waiting_.empty() && !cells_.empty()) return end_row();
        // Paragraphs before a table's first cell are not told from its own.
        if (cells_.empty() && waiting_.size() > 1) {
            std::string last = std::move(waiting_.back());
            waiting_.pop_back();
            flush();
            waiting_.push_back(std::move(last));
        }
        BlockList cell;
        for (const std::string& text : std::exchange(waiting_, {})) cell.add_text(role_, text);
        cells_.push_back(cell.take());
    }

    void end_row() {
        if (!cells_.empty()) list_.add_row(std::exchange(cells_, {}));
        flush();
    }

    void flush() {
        for (const std::string& text : std::exchange(waiting_, {})) list_.add_text(role_, text);
    }

    BlockList& list_;
    BlockRole role_;
    std::vector<bool> fields_;
    std::string text_;
    std::vector<std::string> waiting_;
    std::vector<std::vector<Block>> cells_;
};

}  // namespace

std::optional<Rejection> read_doc(const OleFile& file, RawArticle& article) {
    const auto document = file.read("WordDocument");
    if (!document || document->size() < kPieceTablePlace + 8)
        return Rejection{{}, RejectionReason::corrupt, "its text is damaged or cut short"};
    const std::uint64_t flags = number_at(*document, kFlags, 2);
    if ((flags & kEncrypted) != 0) return Rejection{{}, RejectionReason::encrypted, "the document asks for a password"};
    if (number_at(*document, 2, 2) < kWord97)
        return Rejection{{}, RejectionReason::unsupported, "a document of Word 95 or older", 0, "save it as .docx"};
    const auto table = file.read((flags & kTableIsOne) != 0 ? "1Table" : "0Table");
    std::array<std::uint64_t, part_count> lengths{};
    std::uint64_t characters = 0;
    for (std::size_t i = 0; i < part_count; ++i)
        characters += lengths[i] = number_at(*document, kFirstLength + 4 * i, 4);
    auto text = table && characters <= document->size() ? join_pieces(*document, *table, characters) : std::nullopt;
    if (!text) return Rejection{{}, RejectionReason::corrupt, "its text is damaged or cut short"};
    widen_signs(*text);
    BlockList list;
    BlockList behind;
    BlockList boilerplate;
    std::size_t at = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
        const std::size_t length = std::min<std::size_t>(2 * lengths[part], text->size() - at);
        const std::string_view units = std::string_view(*text).substr(at, length);
        at += length;
        if (part == macros || part == comments || units.empty()) continue;
        const std::string utf8 = convert_charset(units, "UTF-16LE").value_or("");
        const bool margin = part == margins || part == margin_boxes;
        BlockList& target = margin ? boilerplate : part == main_text ? list : behind;
        PartWalker(target, margin ? BlockRole::boilerplate : BlockRole::paragraph).read(utf8);
    }
    if (lengths[comments] > 0) article.warnings.emplace_back("comments in the margin, not read");
    list.append(behind.take());
    if (list.empty()) return Rejection{{}, RejectionReason::no_text, "no words"};
    list.append(boilerplate.take());
    article.blocks = list.take();
    return std::nullopt;
}

}  // namespace findings

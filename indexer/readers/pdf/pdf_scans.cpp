#include "indexer/readers/pdf/pdf_scans.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/ocr/page_picture.hpp"
#include "indexer/readers/ocr/page_reader.hpp"
#include "indexer/readers/pdf/pdf_lines.hpp"
#include "indexer/readers/pdf/pdf_signs.hpp"

namespace findings {
namespace {

// Share of a page.
constexpr float kWholePage = 0.9F;
// Where stamps stand, as a share of the page's height.
constexpr float kStampMargin = 0.09F;
// Curves of a page whose letters are outlines; a letter has some ten, charts and logos a few hundred at most.
constexpr std::size_t kOutlines = 1500;

std::size_t count_letters_inside(const PdfPage& page) {
    std::size_t characters = 0;
    for (const PdfLine& line : page.lines)
        if (line.bottom() > kStampMargin * page.height && line.top() < (1 - kStampMargin) * page.height)
            characters += line.text.size();
    for (const std::string& note : page.notes) characters += note.size();
    return characters;
}

/// A word as characters of equal width: where one ends and the next begins does not matter, words do.
void add_chars(const PageWord& word, const PageWord& line, std::vector<PdfChar>& chars) {
    const std::size_t letters = std::max<std::size_t>(1, count_characters(word.text));
    const float width = (word.x1 - word.x0) / static_cast<float>(letters);
    float x = word.x0;
    for (std::size_t at = 0; at < word.text.size();) {
        PdfChar& c = chars.emplace_back();
        c.code = next_code(word.text, at);
        c.x0 = x;
        c.x1 = x += width;
        c.advance = width;
        c.baseline = line.baseline;
        c.size = line.size;
        c.bold = word.bold;
    }
}

PdfPage lay_out(const PageText& text, const PdfPage& before) {
    PdfPage page;
    page.number = before.number;
    page.width = text.width;
    page.height = text.height;
    page.image_area = before.image_area;
    page.notes = before.notes;
    page.ocr_confidence = std::max(1, text.confidence);
    std::vector<PdfChar> chars;
    for (std::size_t begin = 0, end = 0; begin < text.words.size(); begin = end) {
        end = end_of_line(text.words, begin);
        chars.clear();
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) {
                PdfChar& blank = chars.emplace_back(chars.back());
                blank.code = U' ';
                blank.x0 = blank.x1;
                blank.x1 = std::max(blank.x0, text.words[i].x0);
                blank.advance = blank.x1 - blank.x0;
            }
            add_chars(text.words[i], text.words[begin], chars);
        }
        add_pdf_lines(chars, page.lines);
    }
    join_pdf_lines(page);
    return page;
}

/// Whether a page, given by its frames, has next to no text but something that may be: a picture over most of it with
/// no more than a stamp in its margins, text in a font without a way to Unicode, or letters drawn as outlines.
bool needs_ocr(std::span<const PdfPage> frames) {
    const PdfPage& page = frames.front();
    const bool may_hide_text =
        page.image_area >= kPictureOfPage || page.outlines >= kOutlines ||
        std::any_of(frames.begin(), frames.end(), [](const PdfPage& frame) { return !frame.loss.empty(); });
    if (!may_hide_text) return false;
    const auto has_few = [frames](std::size_t (*count)(const PdfPage&)) {
        std::size_t letters = 0;
        for (const PdfPage& frame : frames) letters += count(frame);
        return letters < kLeastPageLetters;
    };
    return has_few(count_letters) || (page.image_area >= kWholePage && has_few(count_letters_inside));
}

/// The page as read, or as it was with the reason why it was not read; as one without pictures where it is blank.
PdfPage read_scan(PagePainter& painter, PageReader& reader, const PdfPage& first) {
    const std::optional<PagePicture> picture = painter.paint(first.number);
    PdfPage unread = first;
    if (!picture) {
        unread.loss = "it cannot be drawn for OCR (" + painter.failure() + ")";
        return unread;
    }
    if (is_blank_picture(*picture)) {
        unread.image_area = 0;
        return unread;
    }
    const PageReading reading = reader.read(*picture);
    unread.loss = reading.failure;
    if (!reading.failure.empty()) return unread;
    PdfPage page = lay_out(reading.text, first);
    if (count_letters(page) >= kLeastPageLetters) return page;
    unread.loss = "OCR finds no text in its image";
    return unread;
}

}  // namespace

void read_scans(std::string_view bytes, const char* type, const ReaderLimits& limits, std::vector<PdfPage>& pages) {
    if (limits.page_reader == nullptr) return;
    std::unique_ptr<PagePainter> painter;
    std::vector<PdfPage> read;
    for (std::size_t begin = 0, end = 0; begin < pages.size(); begin = end) {
        while (end < pages.size() && pages[end].number == pages[begin].number) ++end;
        std::span<PdfPage> frames(pages.data() + begin, end - begin);
        if (needs_ocr(frames)) {
            if (!painter) painter = std::make_unique<PagePainter>(bytes, type);
            PdfPage page = read_scan(*painter, *limits.page_reader, frames.front());
            // A stamp is part of the picture. A page that stays unread keeps the little text it had.
            if (page.ocr_confidence > 0) frames = frames.first(1);
            frames.front() = std::move(page);
        }
        std::move(frames.begin(), frames.end(), std::back_inserter(read));
    }
    pages = std::move(read);
}

}  // namespace findings

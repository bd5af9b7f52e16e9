#include "indexer/readers/pdf/pdf_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/count_noun.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/ocr/page_picture.hpp"
#include "indexer/readers/pdf/pdf_boilerplate.hpp"
#include "indexer/readers/pdf/pdf_drop_caps.hpp"
#include "indexer/readers/pdf/pdf_legible.hpp"
#include "indexer/readers/pdf/pdf_ligatures.hpp"
#include "indexer/readers/pdf/pdf_lines.hpp"
#include "indexer/readers/pdf/pdf_pages.hpp"
#include "indexer/readers/pdf/pdf_paragraphs.hpp"
#include "indexer/readers/pdf/pdf_scans.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// What Adobe's forms print where a program cannot show them.
constexpr std::string_view kWaitPage = "Please wait";
constexpr std::size_t kWaitCharacters = 1500;
constexpr std::string_view kPrintAgain =
    "print it to a new PDF from another program, or run OCR on it (ocrmypdf --force-ocr)";
constexpr std::string_view kImage = "an image without text";

/// Why pictures stayed unread, as what can be done about it.
std::string hint_at_ocr(const ReaderLimits& limits) {
    if (limits.page_reader != nullptr) return "scan it again, larger or sharper";
    if (limits.ocr == "off") return "build with --ocr auto, or run OCR on it (for example ocrmypdf)";
    return "install tesseract-ocr-eng and build again, or run OCR on it (for example ocrmypdf)";
}

/// Why a document whose pages were all read has nothing to index, or nullopt.
std::optional<Rejection> reject_without_text(const std::vector<PdfPage>& pages, const ReaderLimits& limits) {
    std::size_t characters = 0;
    bool images = false;
    bool lost = false;
    std::string why;
    for (const PdfPage& page : pages) {
        images = images || page.image_area > 0;
        const bool is_image = page.image_area >= kPictureOfPage;
        lost = lost || (!page.loss.empty() && !is_image);
        if (is_image && why.empty()) why = page.loss;
        characters += count_letters(page);
    }
    const auto count = static_cast<std::size_t>(pages.empty() ? 0 : pages.back().number);
    if (characters > 0 && (!images || characters >= kLeastPageLetters * count)) return std::nullopt;
    const std::string all = count_noun(count, "page", "pages");
    if (lost)
        return Rejection{{},
                         RejectionReason::no_text,
                         all + " of signs: the fonts have no way to Unicode",
                         0,
                         std::string(kPrintAgain)};
    if (images)
        return Rejection{{},
                         RejectionReason::image_only,
                         all + " of images" + (why.empty() ? ", none of text" : ": " + why),
                         0,
                         hint_at_ocr(limits)};
    return Rejection{{}, RejectionReason::no_text, all + " without text or images"};
}

/// The page that stands in for a form; nullopt when the form's pages are there.
std::optional<Rejection> reject_dynamic_form(const PdfDocument& document) {
    if (!document.dynamic_form || document.pages.empty() || document.pages.back().number > 1) return std::nullopt;
    const std::vector<PdfLine>& lines = document.pages.front().lines;
    if (lines.empty() || !lines.front().text.starts_with(kWaitPage) ||
        count_letters(document.pages.front()) > kWaitCharacters)
        return std::nullopt;
    return Rejection{{},
                     RejectionReason::no_text,
                     "a form that only Adobe's programs show",
                     0,
                     "open it in Adobe Reader and print it to a PDF"};
}

/// What could not be read of each page, in order of the pages.
std::vector<std::pair<int, std::string_view>> list_losses(const std::vector<PdfPage>& pages) {
    std::vector<std::pair<int, std::string_view>> losses;
    for (std::size_t i = 0, next = 0; i < pages.size(); i = next) {
        std::size_t letters = 0;
        bool lost = false;
        for (next = i; next < pages.size() && pages[next].number == pages[i].number; ++next) {
            letters += count_letters(pages[next]);
            if (!pages[next].loss.empty()) losses.emplace_back(pages[next].number, pages[next].loss);
            lost = lost || !pages[next].loss.empty();
        }
        if (!lost && pages[i].image_area >= kPictureOfPage && letters < kLeastPageLetters)
            losses.emplace_back(pages[i].number, kImage);
    }
    return losses;
}

/// Pages in a row with the same loss are one warning: "pages 3 to 7: an image without text".
std::vector<std::string> warn_of_pages(const std::vector<PdfPage>& pages) {
    const auto losses = list_losses(pages);
    std::vector<std::string> warnings;
    for (std::size_t i = 0, next = 0; i < losses.size(); i = next) {
        for (next = i + 1; next < losses.size() && losses[next].second == losses[i].second &&
                           losses[next].first <= losses[next - 1].first + 1;)
            ++next;
        const std::string first = std::to_string(losses[i].first);
        const std::string last = std::to_string(losses[next - 1].first);
        warnings.push_back((first == last ? "page " + first : "pages " + first + " to " + last) + ": " +
                           std::string(losses[i].second));
    }
    return warnings;
}

/// Laid out, judged and handed on: what is the same for every kind of file that has pages.
void hand_on_pages(std::string_view bytes, const char* type, PdfDocument& document, RawArticle article,
                   const ReaderLimits& limits, const ReadSink& sink) {
    read_scans(bytes, type, limits, document.pages);
    if (std::optional<Rejection> rejection = reject_without_text(document.pages, limits))
        return sink.rejection(std::move(*rejection));
    mark_boilerplate(document.pages);
    article.warnings = warn_of_pages(document.pages);
    std::move(document.warnings.begin(), document.warnings.end(), std::back_inserter(article.warnings));
    article.blocks = make_pdf_blocks(document.pages);
    for (const PdfPage& page : document.pages)
        if (page.ocr_confidence > 0) article.ocr_pages.push_back({page.number, page.ocr_confidence});
    if (std::string title = fold_spaces(tidy_text(document.title)); !title.empty())
        article.metadata.emplace_back("pdf:title", std::move(title));
    sink.article(std::move(article));
}

}  // namespace

void read_pdf(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    PdfDocument document = read_pdf_pages(bytes, limits.text_bytes);
    if (document.rejection) return sink.rejection(std::move(*document.rejection));
    if (std::string warning = mend_ligatures(document.pages); !warning.empty())
        document.warnings.push_back(std::move(warning));
    join_drop_caps(document.pages);
    for (PdfPage& page : document.pages) join_pdf_lines(page);
    drop_illegible(document.pages);
    if (std::optional<Rejection> rejection = reject_dynamic_form(document))
        return sink.rejection(std::move(*rejection));
    RawArticle article;
    article.type = ContentType::pdf;
    hand_on_pages(bytes, "application/pdf", document, std::move(article), limits, sink);
}

void read_picture(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    // MuPDF has one reader for all kinds of pictures, which looks at the content.
    constexpr const char* kAnyPicture = "image/tiff";
    const PagePainter painter(bytes, kAnyPicture);
    const std::optional<int> count = painter.count_pages();
    if (!count || *count == 0) {
        const std::string why = painter.failure().empty() ? "it holds no picture" : painter.failure();
        return sink.rejection({{}, RejectionReason::corrupt, "the picture cannot be opened: " + why});
    }
    PdfDocument document;
    for (int number = 1; number <= *count; ++number) {
        PdfPage& page = document.pages.emplace_back();
        page.number = number;
        page.image_area = 1;
    }
    RawArticle article;
    article.type = ContentType::image;
    hand_on_pages(bytes, kAnyPicture, document, std::move(article), limits, sink);
}

}  // namespace findings

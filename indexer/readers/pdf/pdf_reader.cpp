#include "indexer/readers/pdf/pdf_reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "common/text/count_noun.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/pdf/pdf_furniture.hpp"
#include "indexer/readers/pdf/pdf_lines.hpp"
#include "indexer/readers/pdf/pdf_pages.hpp"
#include "indexer/readers/pdf/pdf_paragraphs.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// Scanners and stamping programs put a page number or a reference on the pages they make; that is no text.
constexpr std::size_t kLeastCharactersOfPage = 25;
// Share of a page: a scan covers nearly all of it, a logo or a banner far less.
constexpr float kImageOfPage = 0.3F;

std::size_t count_letters(const PdfPage& page) {
    std::size_t characters = 0;
    for (const PdfLine& line : page.lines) characters += line.text.size();
    return characters;
}

/// Why a PDF whose pages were all read has nothing to index, or nullopt.
std::optional<Rejection> reject_without_text(const std::vector<PdfPage>& pages) {
    std::size_t characters = 0;
    bool images = false;
    for (const PdfPage& page : pages) {
        images = images || page.image_area > 0;
        characters += count_letters(page);
    }
    if (characters > 0 && (!images || characters >= kLeastCharactersOfPage * pages.size())) return std::nullopt;
    const std::string all = count_noun(pages.size(), "page", "pages");
    if (images) return Rejection{{}, RejectionReason::image_only, all + " of images, none of text"};
    return Rejection{{}, RejectionReason::no_text, all + " without text or images"};
}

/// What a reader of the article should know about one page; empty when all of it was read.
std::string describe_loss(const PdfPage& page) {
    if (page.image_area >= kImageOfPage && count_letters(page) < kLeastCharactersOfPage) return "an image without text";
    return {};
}

/// Pages in a row with the same loss are one warning: "pages 3 to 7: an image without text".
std::vector<std::string> warn_of_pages(const std::vector<PdfPage>& pages) {
    std::vector<std::string> warnings;
    for (std::size_t i = 0, next = 0; i < pages.size(); i = next) {
        const std::string loss = describe_loss(pages[i]);
        for (next = i + 1; next < pages.size() && !loss.empty() && describe_loss(pages[next]) == loss;) ++next;
        if (loss.empty()) continue;
        const std::string first = std::to_string(i + 1);
        warnings.push_back((next == i + 1 ? "page " + first : "pages " + first + " to " + std::to_string(next)) + ": " +
                           loss);
    }
    return warnings;
}

}  // namespace

void read_pdf(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    PdfDocument document = read_pdf_pages(bytes, limits.text_bytes);
    if (document.rejection) return sink.rejection(std::move(*document.rejection));
    for (PdfPage& page : document.pages) join_pdf_lines(page);
    if (std::optional<Rejection> rejection = reject_without_text(document.pages))
        return sink.rejection(std::move(*rejection));
    mark_furniture(document.pages);
    RawArticle article;
    article.type = ContentType::pdf;
    article.warnings = warn_of_pages(document.pages);
    article.blocks = make_pdf_blocks(document.pages);
    if (std::string title = fold_spaces(tidy_text(document.title)); !title.empty())
        article.metadata.emplace_back("pdf:title", std::move(title));
    sink.article(std::move(article));
}

}  // namespace findings

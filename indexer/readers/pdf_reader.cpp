#include "indexer/readers/pdf_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "common/text/count_noun.hpp"
#include "indexer/readers/pdf_furniture.hpp"
#include "indexer/readers/pdf_lines.hpp"
#include "indexer/readers/pdf_pages.hpp"
#include "indexer/readers/pdf_paragraphs.hpp"
#include "indexer/readers/text_blocks.hpp"
#include "indexer/readers/tidy.hpp"

namespace findings {
namespace {

// Scanners and stamping programs put a page number or a reference on the pages they make; that is no text.
constexpr std::size_t kLeastCharactersOfPage = 25;

/// Why a PDF whose pages were all read has nothing to index; `reason` stays as given when it has.
bool reject_without_text(const std::vector<PdfPage>& pages, const ReadSink& sink) {
    std::size_t characters = 0;
    bool images = false;
    for (const PdfPage& page : pages) {
        images = images || page.has_images;
        for (const PdfLine& line : page.lines) characters += line.text.size();
    }
    if (characters > 0 && (!images || characters >= kLeastCharactersOfPage * pages.size())) return false;
    const std::string all = count_noun(pages.size(), "page", "pages");
    if (images)
        sink.rejection({{}, RejectionReason::image_only, all + " of images, none of text"});
    else
        sink.rejection({{}, RejectionReason::no_text, all + " without text or images"});
    return true;
}

}  // namespace

void read_pdf(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    PdfDocument document = read_pdf_pages(bytes, limits.text_bytes);
    if (document.rejection) return sink.rejection(std::move(*document.rejection));
    for (PdfPage& page : document.pages) join_pdf_lines(page);
    if (reject_without_text(document.pages, sink)) return;
    mark_furniture(document.pages);
    RawArticle article;
    article.type = ContentType::pdf;
    article.blocks = make_pdf_blocks(document.pages);
    if (std::string title = fold_spaces(tidy_text(document.title)); !title.empty())
        article.metadata.emplace_back("pdf:title", std::move(title));
    sink.article(std::move(article));
}

}  // namespace findings

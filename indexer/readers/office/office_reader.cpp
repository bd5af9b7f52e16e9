#include "indexer/readers/office/office_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/office/csv_rows.hpp"
#include "indexer/readers/office/doc_reader.hpp"
#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/epub_reader.hpp"
#include "indexer/readers/office/odf_reader.hpp"
#include "indexer/readers/office/pptx_reader.hpp"
#include "indexer/readers/office/rtf_reader.hpp"
#include "indexer/readers/office/xlsx_reader.hpp"

namespace findings {
namespace {

/// What a ZIP archive is, by a part that only such documents have.
struct PackageKind {
    std::string_view extension;
    std::string_view part;       ///< one that it has
    std::string_view mime_type;  ///< or how its part "mimetype" begins
    std::string_view what;
};
constexpr std::array kPackages{
    PackageKind{".docx", "word/document.xml", "", "a Word document"},
    PackageKind{".pptx", "ppt/presentation.xml", "", "a PowerPoint presentation"},
    PackageKind{".xlsx", "xl/workbook.xml", "", "an Excel workbook"},
    PackageKind{".odt", "", "application/vnd.oasis.opendocument.text", "an OpenDocument text"},
    PackageKind{".odp", "", "application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"},
    PackageKind{".ods", "", "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"},
    PackageKind{".epub", "META-INF/container.xml", "application/epub+zip", "an EPUB book"},
};

const PackageKind* find_package(ZipParts& parts) {
    const std::string mime = parts.read("mimetype").value_or("");
    const auto* row = std::find_if(kPackages.begin(), kPackages.end(), [&](const PackageKind& kind) {
        return (!kind.part.empty() && parts.has(std::string(kind.part))) ||
               (!kind.mime_type.empty() && mime.starts_with(kind.mime_type));
    });
    return row == kPackages.end() ? nullptr : row;
}

void give(RawArticle&& article, std::optional<Rejection> rejection, const ReadSink& sink) {
    if (!rejection && !article.has_text()) rejection = Rejection{{}, RejectionReason::no_text, "no words"};
    if (rejection) return sink.rejection(std::move(*rejection));
    sink.article(std::move(article));
}

RawArticle new_article() {
    RawArticle article;
    article.type = ContentType::office;
    return article;
}

/// The head of a ZIP archive may be right and the document in it another one.
void read_package(std::string_view bytes, const NamedType& name, const ReaderLimits& limits, const ReadSink& sink) {
    ZipParts parts(bytes, limits.text_bytes * 2);
    if (parts.failure()) return sink.rejection(Rejection(*parts.failure()));
    const PackageKind* kind = find_package(parts);
    if (parts.failure()) return sink.rejection(Rejection(*parts.failure()));
    // Word opens its newer documents under the older name, too.
    const std::string_view extension = name.extension == ".doc" ? ".docx" : std::string_view(name.extension);
    if (kind == nullptr || kind->extension != extension)
        return sink.rejection(
            {{},
             RejectionReason::mismatch,
             std::string(kind == nullptr ? "a ZIP archive" : kind->what) + " named " + name.extension});
    RawArticle article = new_article();
    if (extension.starts_with(".od")) return read_odf(parts, limits, sink);
    if (extension == ".xlsx") {
        std::vector<Sheet> sheets;
        if (auto rejection = read_xlsx(parts, sheets, article))
            return sink.rejection(parts.failure() ? Rejection(*parts.failure()) : std::move(*rejection));
        read_core_properties(parts, article);
        return give_sheets(std::move(sheets), std::move(article), limits, sink);
    }
    auto rejection = extension == ".docx"   ? read_docx(parts, article)
                     : extension == ".pptx" ? read_pptx(parts, article)
                                            : read_epub(parts, article);
    // What a part met first is why the whole was not read.
    if (parts.failure()) rejection = *parts.failure();
    give(std::move(article), std::move(rejection), sink);
}

void read_old_document(std::string_view bytes, const NamedType& name, const ReadSink& sink) {
    const OleFile file(bytes);
    if (!file.sound()) return sink.rejection({{}, RejectionReason::corrupt, "the document is cut short or damaged"});
    // Documents of the newer formats that ask for a password are kept in such a file.
    if (file.has("EncryptedPackage"))
        return sink.rejection({{}, RejectionReason::encrypted, "the document asks for a password"});
    if (!file.has("WordDocument") || name.extension != ".doc") {
        const char* what = file.has("WordDocument")          ? "an old Word document"
                           : file.has("Workbook")            ? "an old Excel workbook"
                           : file.has("PowerPoint Document") ? "an old PowerPoint presentation"
                                                             : "an old Office document";
        return sink.rejection({{}, RejectionReason::mismatch, std::string(what) + " named " + name.extension});
    }
    RawArticle article = new_article();
    auto rejection = read_doc(file, article);
    give(std::move(article), std::move(rejection), sink);
}

void read_csv_file(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    if (looks_binary(bytes))
        return sink.rejection({{}, RejectionReason::binary, "it holds NUL bytes or control characters"});
    const auto decoded = decode_text(bytes);
    if (!decoded)
        return sink.rejection(
            {{}, RejectionReason::undecodable, "not UTF-8, UTF-16, Windows-1252 or another known encoding"});
    give_sheets({read_csv_rows(tidy_text(decoded->text))}, new_article(), limits, sink);
}

}  // namespace

void read_office(std::string_view bytes, const NamedType& name, const ReaderLimits& limits, const ReadSink& sink) {
    if (name.extension == ".csv") return read_csv_file(bytes, limits, sink);
    if (bytes.starts_with(kOleMark)) return read_old_document(bytes, name, sink);
    // Programs that name Rich Text .doc are common; Word opens it.
    if (bytes.starts_with("{\\rtf")) {
        RawArticle article = new_article();
        auto rejection = read_rtf(bytes, article);
        return give(std::move(article), std::move(rejection), sink);
    }
    read_package(bytes, name, limits, sink);
}

}  // namespace findings

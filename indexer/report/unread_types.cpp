#include "indexer/report/unread_types.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/count_noun.hpp"

namespace findings {
namespace {

struct Remedy {
    std::string_view types;  ///< extensions, each between spaces
    std::string_view hint;
};
constexpr std::array kRemedies{
    Remedy{" .png .jpg .jpeg .tif .tiff .gif .bmp ",
           "if it is the picture of a page, let OCR read it: tesseract-ocr-eng installed, --ocr auto"},
    Remedy{" .webp .heic .jp2 .psd ", "if it is the picture of a page, save it as .png or .jpg"},
    Remedy{" .xls .xlsm .xlsb .numbers ", "save it as .xlsx or .csv"},
    Remedy{" .ppt .pptm .pps .ppsx .key ", "save it as .pptx or PDF"},
    Remedy{" .docm .dot .dotx .wps .wpd .pages .sxw .abw ", "save it as .docx or PDF"},
    Remedy{" .msg .pst .ost .oft ", "save the mail as .eml"},
    Remedy{" .zip .7z .rar .tar .tgz .tar.gz .bz2 .xz .zst ", "unpack it into the folder"},
    Remedy{" .webarchive .warc .warc.gz .maff .xml .rss .php .asp .aspx ", "save the page as HTML or .mht"},
    Remedy{" .mobi .azw .azw3 .fb2 ", "convert it to .epub"},
    Remedy{" .mp3 .wav .m4a .ogg .mp4 .mov .avi .webm .mkv ", "write down what is said and keep it as text"},
    Remedy{" .ps .eps .xps .oxps .djvu ", "convert it to PDF"},
};

std::string_view find_remedy(std::string_view type) {
    if (type.empty()) return "give it the extension of what it holds (.txt, .pdf, .html)";
    if (type == "(parts of saved pages)") return "they belong to the page beside them, which is read";
    if (type.front() != '.') return "only files are read";
    const std::string padded = " " + std::string(type) + " ";
    const auto* row = std::find_if(kRemedies.begin(), kRemedies.end(), [&padded](const Remedy& remedy) {
        return remedy.types.find(padded) != std::string_view::npos;
    });
    return row == kRemedies.end() ? rejection_row(RejectionReason::unsupported).hint : row->hint;
}

std::string name_type_of_files(const std::string& type) {
    if (type.empty()) return "files without extension";
    return type.front() == '.' ? "*" + type : type;
}

}  // namespace

std::vector<Rejection> list_unread_types(const std::map<std::string, std::size_t>& counts) {
    std::vector<Rejection> rows;
    for (const auto& [type, count] : counts) {
        Rejection row{name_type_of_files(type), RejectionReason::unsupported,
                      count_noun(count, "file", "files") + " of a type that is not read"};
        row.hint = find_remedy(type);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace findings

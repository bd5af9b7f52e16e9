#pragma once

#include <array>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// One type of file that is read, by the end of its name.
struct FileType {
    std::string_view extension;  ///< lower case, with its dot
    ContentType type;
};

/// What is read; each also as .gz.
inline constexpr std::array kFileTypes{
    FileType{".txt", ContentType::text},         FileType{".md", ContentType::markdown},
    FileType{".html", ContentType::html},        FileType{".htm", ContentType::html},
    FileType{".pdf", ContentType::pdf},          FileType{".json", ContentType::json},
    FileType{".jsonl", ContentType::json_lines}, FileType{".ndjson", ContentType::json_lines},
    FileType{".docx", ContentType::office},      FileType{".odt", ContentType::office},
    FileType{".rtf", ContentType::office},       FileType{".doc", ContentType::office},
    FileType{".pptx", ContentType::office},      FileType{".odp", ContentType::office},
    FileType{".xlsx", ContentType::office},      FileType{".ods", ContentType::office},
    FileType{".csv", ContentType::office},       FileType{".epub", ContentType::office},
    FileType{".eml", ContentType::mail},         FileType{".mbox", ContentType::mail},
    FileType{".mht", ContentType::mail},         FileType{".mhtml", ContentType::mail},
    FileType{".png", ContentType::image},        FileType{".jpg", ContentType::image},
    FileType{".jpeg", ContentType::image},       FileType{".tif", ContentType::image},
    FileType{".tiff", ContentType::image},       FileType{".gif", ContentType::image},
    FileType{".bmp", ContentType::image},
};

/// The hint of messages about other types.
inline constexpr std::string_view kReadableTypes =
    "readable are .txt .md .html .pdf .json .jsonl, .docx .odt .rtf .doc .pptx .odp .xlsx .ods .csv .epub "
    ".eml .mbox .mht, pictures of pages as .png .jpg .tif .gif .bmp, and .gz of them";

/// The row of an extension, nullptr for a type that is not read.
constexpr const FileType* find_file_type(std::string_view extension) {
    for (const FileType& row : kFileTypes)
        if (row.extension == extension) return &row;
    return nullptr;
}

}  // namespace findings

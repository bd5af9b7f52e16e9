#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article/rejection.hpp"

namespace findings {

/// What a block of text is, as far as its format says.
enum class BlockRole : std::uint8_t {
    paragraph,
    heading,
    list_item,
    table_row,  ///< cells joined by '\t'
    caption,
    byline,
    navigation,   ///< inside <nav>, <header>, <footer>, <aside>, <form>: boilerplate by its markup
    boilerplate,  ///< repeated page header or footer of a PDF, cookie box, advert container
};

/// True for what stands around an article, not in it.
constexpr bool is_boilerplate(BlockRole role) {
    return role == BlockRole::navigation || role == BlockRole::boilerplate;
}

/// A page that begins inside a block's text.
struct PageBreak {
    std::size_t at = 0;  ///< byte of the text
    int page = 0;
    friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

/// One run of text between two breaks. NFC UTF-8, spaces folded, no line breaks but in preserved text.
struct Block {
    BlockRole role = BlockRole::paragraph;
    int page = 0;  ///< of its first word, 1-based; 0 where there are no pages
    std::string text;
    std::vector<PageBreak> breaks = {};  ///< the pages that it goes on to, in order
    friend bool operator==(const Block&, const Block&) = default;
};

/// What the file's content is.
enum class ContentType : std::uint8_t {
    text,
    markdown,
    html,
    pdf,
    json,
    json_lines,
    office,  ///< a document of a word processor, slides, a spreadsheet as a whole, an electronic book
    table,   ///< one row of a table whose header names the keys of JSON input
    mail,
    image,  ///< a picture of a page, read by OCR
};

/// True for what is made to be printed or shown as a whole: there is no web page around it.
constexpr bool is_document(ContentType type) {
    return type == ContentType::pdf || type == ContentType::office || type == ContentType::image;
}

/// True for records with declared keys.
constexpr bool is_record(ContentType type) {
    return type == ContentType::json || type == ContentType::json_lines || type == ContentType::table;
}

/// A page whose text was read from a picture.
struct OcrPage {
    int page = 0;
    int confidence = 0;  ///< percent, at least 1
    friend bool operator==(const OcrPage&, const OcrPage&) = default;
};

/// One article as a reader found it, before any judgement about it. Plain data: crosses the process boundary.
struct RawArticle {
    ContentType type = ContentType::text;
    std::size_t line = 0;  ///< record of a JSON Lines file (1-based line) or JSON array (1-based), else 0
    std::string title;     ///< declared or marked up as one; empty when the format has none
    std::vector<Block> blocks;
    /// Keys of front matter or JSON that the contract names, as written. An empty vector declares "none".
    std::map<std::string, std::vector<std::string>> declared;
    /// Page and document metadata in file order, names lower case: "og:title", "article:published_time",
    /// "jsonld:datePublished" (case kept after the colon), "time" (datetime attribute), "byline", "canonical",
    /// "pdf:title", "office:title", "office:author", "office:created", "office:modified", "mail:from",
    /// "attachment:name", "attachment:mail".
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<OcrPage> ocr_pages;  ///< in order of the pages
    /// What the reader left out or could not read, one clause each, with its page where there are pages: "page 3: an
    /// image without text". Printed behind the source ("a.pdf: page 3: ...") among the warnings of the run's report
    /// and of `inspect`. Empty when everything was read. An article that is not searchable at all is a Rejection.
    std::vector<std::string> warnings;

    /// Whether any block is more than boilerplate.
    [[nodiscard]] bool has_text() const {
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const Block& block) { return !is_boilerplate(block.role); });
    }
    friend bool operator==(const RawArticle&, const RawArticle&) = default;
};

/// What reading one file gave. Several articles for JSON, several rejections for bad records.
struct ReadResult {
    std::vector<RawArticle> articles;
    std::vector<Rejection> rejections;
};

/// Rises when a reader gives something else for the same bytes; part of the cache's key.
inline constexpr int kReaderVersion = 10;

}  // namespace findings

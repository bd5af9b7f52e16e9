#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/office/docx_styles.hpp"

namespace findings {

/// What a part of a Word document holds.
struct DocxBody {
    std::vector<Block> blocks;
    std::string title;               ///< the paragraph in the style "Title"
    std::vector<std::string> notes;  ///< identifiers of the foot- and endnotes in order: "f2", "e1"
    std::size_t pictures = 0;
    std::size_t objects = 0;  ///< embedded files
    std::size_t comments = 0;
};

/// Cuts the paragraphs and tables below a node into blocks in reading order. Tracked deletions, moved-away text, hidden
/// text and field codes are left out; text boxes follow the paragraph they are anchored in.
DocxBody read_docx_body(const pugi::xml_node& body, const DocxStyles& styles);

}  // namespace findings

#include "indexer/readers/office/docx_reader.hpp"

#include <string>
#include <utility>

#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/docx_body.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

constexpr const char* kDocument = "word/document.xml";

void add_notes(ZipParts& parts, const DocxStyles& styles, const std::vector<std::string>& wanted, RawArticle& article) {
    for (const auto& [part, kind] : {std::pair("word/footnotes.xml", 'f'), std::pair("word/endnotes.xml", 'e')}) {
        pugi::xml_document document;
        if (!read_optional_xml(parts, part, document))
            article.warnings.emplace_back("its footnotes are damaged, not read");
        std::map<std::string, pugi::xml_node> notes;
        for (const pugi::xml_node& note : document.document_element().children())
            notes.emplace(kind + std::string(attribute_named(note, "id")), note);
        for (const std::string& id : wanted) {
            const auto found = notes.find(id);
            if (found == notes.end()) continue;
            for (Block& block : read_docx_body(found->second, styles).blocks)
                article.blocks.push_back(std::move(block));
        }
    }
}

void add_boilerplate(ZipParts& parts, const DocxStyles& styles, RawArticle& article) {
    for (const std::string& name : parts.names()) {
        if (!name.starts_with("word/header") && !name.starts_with("word/footer")) continue;
        pugi::xml_document document;
        if (!read_optional_xml(parts, name, document)) continue;
        for (Block& block : read_docx_body(document.document_element(), styles).blocks)
            article.blocks.push_back({BlockRole::boilerplate, 0, std::move(block.text)});
    }
}

}  // namespace

void read_core_properties(ZipParts& parts, RawArticle& article) {
    pugi::xml_document document;
    if (!read_optional_xml(parts, "docProps/core.xml", document)) return;
    const pugi::xml_node root = document.document_element();
    add_metadata(article, "office:title", all_text(child_named(root, "title")));
    add_metadata(article, "office:author", all_text(child_named(root, "creator")));
    add_metadata(article, "office:created", all_text(child_named(root, "created")));
    add_metadata(article, "office:modified", all_text(child_named(root, "modified")));
}

std::optional<Rejection> read_docx(ZipParts& parts, RawArticle& article) {
    pugi::xml_document style_sheet;
    read_optional_xml(parts, "word/styles.xml", style_sheet);
    const DocxStyles styles(style_sheet);
    pugi::xml_document document;
    if (!read_optional_xml(parts, kDocument, document))
        return Rejection{{}, RejectionReason::corrupt, "its text is damaged (word/document.xml is no XML)"};
    DocxBody body = read_docx_body(child_named(document.document_element(), "body"), styles);
    article.title = std::move(body.title);
    article.blocks = std::move(body.blocks);
    add_notes(parts, styles, body.notes, article);
    const bool empty = article.blocks.empty();
    add_boilerplate(parts, styles, article);
    read_core_properties(parts, article);
    if (empty && body.pictures > 0) return reject_pictures(body.pictures);
    warn_of_unread(article, body.objects, body.comments);
    return std::nullopt;
}

}  // namespace findings

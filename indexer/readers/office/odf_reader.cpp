#include "indexer/readers/office/odf_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/readers/office/odf_body.hpp"
#include "indexer/readers/office/sheet.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

// A row of a spreadsheet may be said to repeat a million times, down to the sheet's end.
constexpr std::size_t kMostRepeats = 1000;

std::size_t repeats(const pugi::xml_node& node, std::string_view name) {
    const std::string_view text = attribute_named(node, name);
    std::size_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::size_t>(value, 1, kMostRepeats);
}

void read_properties(ZipParts& parts, RawArticle& article) {
    pugi::xml_document document;
    if (!read_optional_xml(parts, "meta.xml", document)) return;
    const pugi::xml_node meta = child_named(document.document_element(), "meta");
    add_metadata(article, "office:title", all_text(child_named(meta, "title")));
    add_metadata(article, "office:author", all_text(child_named(meta, "initial-creator")));
    add_metadata(article, "office:created", all_text(child_named(meta, "creation-date")));
    add_metadata(article, "office:modified", all_text(child_named(meta, "date")));
}

void add_page_margins(const pugi::xml_document& styles, const OdfStyles& known, BlockList& list) {
    for (const pugi::xml_node& master : child_named(styles.document_element(), "master-styles").children())
        for (const pugi::xml_node& part : master.children())
            if (local_name(part).starts_with("header") || local_name(part).starts_with("footer"))
                OdfBody(known).walk(part, list, BlockRole::boilerplate);
}

BlockRole role_of_frame(const pugi::xml_node& frame) {
    const std::string_view kind = attribute_named(frame, "class");
    if (kind == "title" || kind == "subtitle") return BlockRole::heading;
    if (kind == "footer" || kind == "header" || kind == "date-time" || kind == "page-number")
        return BlockRole::boilerplate;
    return BlockRole::paragraph;
}

void read_slides(const pugi::xml_node& slides, OdfBody& body, BlockList& list) {
    for (const pugi::xml_node& slide : slides.children()) {
        if (local_name(slide) != "page") continue;
        ++body.page;
        for (const pugi::xml_node& shape : slide.children()) {
            if (local_name(shape) == "notes") {
                for (const pugi::xml_node& frame : shape.children())
                    if (attribute_named(frame, "class") == "notes") body.walk(frame, list);
                continue;
            }
            body.read(shape, list, role_of_frame(shape));
        }
    }
}

/// What a cell shows; days as they are sorted, not as they are shown.
std::string cell_text(const pugi::xml_node& cell, const OdfStyles& styles) {
    if (const std::string_view day = attribute_named(cell, "date-value"); !day.empty())
        return std::string(day.substr(0, day.find('T')));
    BlockList blocks;
    OdfBody(styles).walk(cell, blocks);
    std::string text;
    for (const Block& block : blocks.take()) text.append(text.empty() ? "" : "\n").append(block.text);
    return text;
}

void read_rows(const pugi::xml_node& table, const OdfStyles& styles, Sheet& sheet, std::size_t& number) {
    for (const pugi::xml_node& node : table.children()) {
        const std::string_view name = local_name(node);
        if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
            read_rows(node, styles, sheet, number);
        if (name != "table-row") continue;
        SheetRow row;
        for (const pugi::xml_node& cell : node.children()) {
            if (local_name(cell) != "table-cell" && local_name(cell) != "covered-table-cell") continue;
            const std::string text = cell_text(cell, styles);
            for (std::size_t i = repeats(cell, "number-columns-repeated"); i > 0 && row.cells.size() < kMaxColumns; --i)
                row.cells.push_back(text);
        }
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        row.number = number + 1;
        number += repeats(node, "number-rows-repeated");
        if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
    }
}

std::vector<Sheet> read_sheets(const pugi::xml_node& spreadsheet, const OdfStyles& styles) {
    std::vector<Sheet> sheets;
    for (const pugi::xml_node& table : spreadsheet.children()) {
        if (local_name(table) != "table") continue;
        Sheet sheet;
        sheet.name = attribute_named(table, "name");
        std::size_t number = 0;
        read_rows(table, styles, sheet, number);
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace

void read_odf(ZipParts& parts, const ReaderLimits& limits, const ReadSink& sink) {
    if (const auto manifest = parts.read("META-INF/manifest.xml");
        manifest && manifest->find("encryption-data") != std::string::npos)
        return sink.rejection({{}, RejectionReason::encrypted, "the document asks for a password"});
    pugi::xml_document content;
    pugi::xml_document style_sheet;
    if (!read_optional_xml(parts, "content.xml", content) || !content.document_element())
        return sink.rejection(
            parts.failure() ? Rejection(*parts.failure())
                            : Rejection{{}, RejectionReason::corrupt, "its text is damaged (content.xml is no XML)"});
    read_optional_xml(parts, "styles.xml", style_sheet);
    const OdfStyles styles(content, style_sheet);
    RawArticle article;
    article.type = ContentType::office;
    read_properties(parts, article);
    if (parts.failure()) return sink.rejection(Rejection(*parts.failure()));
    const pugi::xml_node body = child_named(content.document_element(), "body");
    if (const pugi::xml_node spreadsheet = child_named(body, "spreadsheet"))
        return give_sheets(read_sheets(spreadsheet, styles), std::move(article), limits, sink);
    OdfBody reader(styles);
    BlockList list;
    if (const pugi::xml_node slides = child_named(body, "presentation"))
        read_slides(slides, reader, list);
    else
        reader.walk(child_named(body, "text"), list);
    list.append(reader.take_notes());
    if (list.empty())
        return sink.rejection(reader.pictures > 0 ? reject_pictures(reader.pictures)
                                                  : Rejection{{}, RejectionReason::no_text, "no words"});
    add_page_margins(style_sheet, styles, list);
    article.title = reader.title;
    article.blocks = list.take();
    warn_of_unread(article, reader.objects, reader.comments);
    sink.article(std::move(article));
}

}  // namespace findings

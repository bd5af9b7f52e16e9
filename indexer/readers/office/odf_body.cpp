#include "indexer/readers/office/odf_body.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

// <text:s text:c="..."/> stands for so many spaces; more than a few are a picture of a table at most.
constexpr int kMostSpaces = 8;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int number_of(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

struct OdfBody::Paragraph {
    std::string text;
    std::size_t bold = 0;
    std::vector<pugi::xml_node> frames;
};

void OdfBody::walk(const pugi::xml_node& parent, BlockList& list, BlockRole role) {
    for (const pugi::xml_node& node : parent.children()) read(node, list, role);
}

void OdfBody::read(const pugi::xml_node& node, BlockList& list, BlockRole role) {
    if (node.type() != pugi::node_element) return;
    const std::string_view name = local_name(node);
    if (name == "h" || name == "p")
        read_paragraph(node, list, name == "h" && role == BlockRole::paragraph ? BlockRole::heading : role);
    else if (name == "list")
        walk(node, list, role == BlockRole::paragraph ? BlockRole::list_item : role);
    else if (name == "table-of-content")
        walk(child_named(node, "index-body"), list, BlockRole::navigation);
    else if (name == "table")
        read_table(node, list);
    else if (name == "frame" || name == "custom-shape" || name == "rect" || name == "g" || name == "a")
        read_frame(node, list, role);
    else if (name == "annotation")
        ++comments;
    else if (name == "section" || name == "list-item" || name == "list-header" || name == "text-box" ||
             name == "soft-page-break" || name == "index-title")
        walk(node, list, role);
}

void OdfBody::read_frame(const pugi::xml_node& frame, BlockList& list, BlockRole role) {
    if (find_below(frame, "image")) ++pictures;
    if (child_named(frame, "object") || child_named(frame, "object-ole")) ++objects;
    walk(frame, list, role);
}

void OdfBody::read_paragraph(const pugi::xml_node& node, BlockList& list, BlockRole role) {
    const OdfStyle style = styles_.find(attribute_named(node, "style-name"));
    Paragraph paragraph;
    walk_inline(node, paragraph, style.bold);
    if (style.title && title.empty()) title = paragraph.text;
    if (role == BlockRole::paragraph &&
        (style.title || style.heading || is_bold_heading(paragraph.text, paragraph.bold)))
        role = BlockRole::heading;
    list.add_text(role, paragraph.text, page);
    for (const pugi::xml_node& frame : paragraph.frames) read_frame(frame, list, BlockRole::paragraph);
}

void OdfBody::walk_inline(const pugi::xml_node& parent, Paragraph& out, bool bold) {
    for (const pugi::xml_node& node : parent.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            const std::size_t before = out.text.size();
            // Line breaks of the file are spaces, and several are one. Source: OpenDocument 1.3, part 3, 6.1.2.
            for (const char c : std::string_view(node.value())) {
                if (!is_blank(c))
                    out.text.push_back(c);
                else if (!out.text.empty() && !is_blank(out.text.back()))
                    out.text.push_back(' ');
            }
            if (bold) out.bold += count_inked(std::string_view(out.text).substr(before));
            continue;
        }
        const std::string_view name = local_name(node);
        if (name == "s")
            out.text.append(
                static_cast<std::size_t>(std::clamp(number_of(attribute_named(node, "c"), 1), 1, kMostSpaces)), ' ');
        else if (name == "tab")
            out.text.push_back('\t');
        else if (name == "line-break")
            out.text.push_back('\n');
        else if (name == "note")
            read_note(node);
        else if (name == "annotation")
            ++comments;
        else if (name == "frame" || name == "custom-shape")
            out.frames.push_back(node);
        else if (name == "span")
            add_span(node, out, bold);
        else if (name != "annotation-end" && name != "tracked-changes" && name != "script" && name != "ruby-text")
            walk_inline(node, out, bold);
    }
}

void OdfBody::add_span(const pugi::xml_node& node, Paragraph& out, bool bold) {
    const OdfStyle style = styles_.find(attribute_named(node, "style-name"));
    if (!style.raised) return walk_inline(node, out, bold || style.bold);
    Paragraph raised;
    walk_inline(node, raised, false);
    append_raised(out.text, raised.text, {});
}

void OdfBody::read_note(const pugi::xml_node& node) {
    BlockList note;
    walk(child_named(node, "note-body"), note, BlockRole::paragraph);
    notes_.append(note.take());
}

void OdfBody::read_table(const pugi::xml_node& table, BlockList& list) {
    for (const pugi::xml_node& node : table.children()) {
        const std::string_view name = local_name(node);
        if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") read_table(node, list);
        if (name != "table-row") continue;
        std::vector<std::vector<Block>> cells;
        for (const pugi::xml_node& cell : node.children()) {
            if (local_name(cell) != "table-cell") continue;
            BlockList blocks;
            walk(cell, blocks, BlockRole::paragraph);
            cells.push_back(blocks.take());
        }
        list.add_row(std::move(cells));
    }
}

}  // namespace findings

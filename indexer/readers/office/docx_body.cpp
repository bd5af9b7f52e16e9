#include "indexer/readers/office/docx_body.hpp"

#include <utility>

#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

bool is_on(const pugi::xml_node& property) {
    if (!property) return false;
    const std::string_view value = attribute_named(property, "val");
    return value != "0" && value != "false" && value != "off";
}

/// One paragraph as its runs are read.
struct ParagraphText {
    std::string text;
    std::size_t bold = 0;  ///< bytes in bold, blanks not counted
    std::vector<pugi::xml_node> boxes;
};

class BodyWalker {
  public:
    explicit BodyWalker(const DocxStyles& styles) : styles_(styles) {}

    void walk_blocks(const pugi::xml_node& parent, BlockList& list) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (name == "p")
                read_paragraph(node, list);
            else if (name == "tbl")
                read_table(node, list);
            else if (name == "sdt")
                walk_blocks(child_named(node, "sdtContent"), list);
            else if (name == "AlternateContent")
                walk_blocks(choose(node), list);
            else if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag")
                walk_blocks(node, list);
        }
    }

    DocxBody body;

  private:
    /// Word writes a text box twice, for itself and for older programs.
    static pugi::xml_node choose(const pugi::xml_node& node) {
        const pugi::xml_node choice = child_named(node, "Choice");
        return choice ? choice : child_named(node, "Fallback");
    }

    void read_paragraph(const pugi::xml_node& node, BlockList& list) {
        const pugi::xml_node properties = child_named(node, "pPr");
        ParagraphText paragraph = std::exchange(kept_, {});
        walk_runs(node, paragraph, false);
        // The mark at its end is deleted: the next paragraph goes on with it.
        if (find_below(child_named(properties, "rPr"), "del")) {
            kept_ = std::move(paragraph);
            return;
        }
        const DocxStyle style = styles_.find(attribute_named(child_named(properties, "pStyle"), "val"));
        if (style.title && body.title.empty()) body.title = paragraph.text;
        list.add_text(find_role(properties, style, paragraph), paragraph.text);
        for (const pugi::xml_node& box : paragraph.boxes) walk_blocks(box, list);
    }

    static BlockRole find_role(const pugi::xml_node& properties, const DocxStyle& style,
                               const ParagraphText& paragraph) {
        if (style.contents) return BlockRole::navigation;
        if (style.heading || style.title) return BlockRole::heading;
        if (has_heading_level(properties)) return BlockRole::heading;
        // Number 0 takes a paragraph out of the list of its style.
        const pugi::xml_node numbering = child_named(properties, "numPr");
        const bool none = attribute_named(child_named(numbering, "numId"), "val") == "0";
        if ((numbering && !none) || (style.list && !none)) return BlockRole::list_item;
        return is_bold_heading(paragraph.text, paragraph.bold) ? BlockRole::heading : BlockRole::paragraph;
    }

    void walk_runs(const pugi::xml_node& parent, ParagraphText& out, bool in_run) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (name == "r" && !in_run)
                read_run(node, out);
            else if (name == "AlternateContent")
                walk_runs(choose(node), out, in_run);
            else if (name == "txbxContent")
                out.boxes.push_back(node);
            else if (name == "commentReference")
                ++body.comments;
            else if (!add_characters(node, name, out) && !is_left_out(name))
                walk_runs(node, out, in_run);
        }
    }

    static bool is_left_out(std::string_view name) {
        return name == "pPr" || name == "rPr" || name == "del" || name == "moveFrom" || name == "instrText" ||
               name == "delText" || name == "delInstrText" || name == "sdtPr" || name == "rt";
    }

    /// True for an element that stands for characters or a note.
    bool add_characters(const pugi::xml_node& node, std::string_view name, ParagraphText& out) {
        if (name == "t") {
            out.text += node.child_value();
        } else if (name == "tab" || name == "ptab") {
            out.text.push_back('\t');
        } else if (name == "br" || name == "cr") {
            out.text.push_back('\n');
        } else if (name == "noBreakHyphen") {
            out.text.push_back('-');
        } else if (name == "footnoteReference" || name == "endnoteReference") {
            body.notes.push_back((name == "footnoteReference" ? "f" : "e") + std::string(attribute_named(node, "id")));
        } else if (name == "blip" || name == "imagedata") {
            ++body.pictures;
        } else if (name == "OLEObject") {
            ++body.objects;
        } else {
            return false;
        }
        return true;
    }

    void read_run(const pugi::xml_node& run, ParagraphText& out) {
        const pugi::xml_node properties = child_named(run, "rPr");
        if (is_on(child_named(properties, "vanish"))) return;
        const std::size_t before = out.text.size();
        if (attribute_named(child_named(properties, "vertAlign"), "val") == "superscript") {
            ParagraphText raised;
            walk_runs(run, raised, true);
            append_raised(out.text, raised.text, {});
        } else {
            walk_runs(run, out, true);
        }
        if (is_on(child_named(properties, "b")) && out.text.size() > before)
            out.bold += count_inked(std::string_view(out.text).substr(before));
    }

    void read_table(const pugi::xml_node& table, BlockList& list) {
        for (const pugi::xml_node& node : table.children()) {
            if (local_name(node) == "sdt") read_table(child_named(node, "sdtContent"), list);
            if (local_name(node) != "tr") continue;
            if (find_below(child_named(node, "trPr"), "del")) continue;
            std::vector<std::vector<Block>> cells;
            read_cells(node, cells);
            list.add_row(std::move(cells));
        }
    }

    void read_cells(const pugi::xml_node& row, std::vector<std::vector<Block>>& cells) {
        for (const pugi::xml_node& node : row.children()) {
            if (local_name(node) == "sdt") read_cells(child_named(node, "sdtContent"), cells);
            if (local_name(node) != "tc") continue;
            BlockList cell;
            walk_blocks(node, cell);
            cells.push_back(cell.take());
        }
    }

    const DocxStyles& styles_;
    ParagraphText kept_;  ///< a paragraph whose end was deleted
};

}  // namespace

DocxBody read_docx_body(const pugi::xml_node& body, const DocxStyles& styles) {
    BodyWalker walker(styles);
    BlockList list;
    walker.walk_blocks(body, list);
    walker.body.blocks = list.take();
    return std::move(walker.body);
}

}  // namespace findings

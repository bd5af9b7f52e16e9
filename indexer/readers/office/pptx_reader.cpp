#include "indexer/readers/office/pptx_reader.hpp"

#include <string>
#include <utility>

#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/part_relations.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

constexpr const char* kPresentation = "ppt/presentation.xml";

class SlideWalker {
  public:
    /// `notes`: of a page of notes only the notes are text; it shows the slide again.
    SlideWalker(BlockList& list, int page, bool notes) : list_(list), page_(page), notes_(notes) {}

    void walk(const pugi::xml_node& shapes) {
        for (const pugi::xml_node& node : shapes.children()) {
            const std::string_view name = local_name(node);
            if (name == "sp" || name == "cxnSp")
                read_shape(node);
            else if (name == "grpSp")
                walk(node);
            else if (name == "AlternateContent")
                walk(child_named(node, "Choice") ? child_named(node, "Choice") : child_named(node, "Fallback"));
            else if (name == "graphicFrame")
                read_frame(node);
            else if (name == "pic")
                ++pictures;
        }
    }

    std::size_t pictures = 0;
    std::size_t objects = 0;

  private:
    void read_shape(const pugi::xml_node& shape) {
        const pugi::xml_node body = child_named(shape, "txBody");
        const pugi::xml_node place = find_below(shape.first_child(), "ph");
        const std::string_view kind = attribute_named(place, "type");
        if (notes_ && kind != "body") return;
        BlockRole role = BlockRole::paragraph;
        if (kind == "title" || kind == "ctrTitle") role = BlockRole::heading;
        if (kind == "ftr" || kind == "dt" || kind == "sldNum" || kind == "hdr") role = BlockRole::boilerplate;
        // The body of a slide is a list unless it says that it has no bullets.
        const bool list = place && role == BlockRole::paragraph && (kind.empty() || kind == "body") && !notes_;
        for (const pugi::xml_node& paragraph : body.children()) {
            if (local_name(paragraph) != "p") continue;
            const bool plain = static_cast<bool>(child_named(child_named(paragraph, "pPr"), "buNone"));
            list_.add_text(list && !plain ? BlockRole::list_item : role, paragraph_text(paragraph), page_);
        }
    }

    static std::string paragraph_text(const pugi::xml_node& paragraph) {
        std::string text;
        for (const pugi::xml_node& node : paragraph.children()) {
            const std::string_view name = local_name(node);
            if (name == "r" || name == "fld") text += all_text(child_named(node, "t"));
            if (name == "br") text.push_back('\n');
        }
        return text;
    }

    void read_frame(const pugi::xml_node& frame) {
        if (find_below(frame, "oleObj")) ++objects;
        for (const pugi::xml_node& row : find_below(frame, "tbl").children()) {
            if (local_name(row) != "tr") continue;
            std::vector<std::vector<Block>> cells;
            for (const pugi::xml_node& cell : row.children()) {
                if (local_name(cell) != "tc") continue;
                BlockList blocks;
                for (const pugi::xml_node& paragraph : child_named(cell, "txBody").children())
                    blocks.add_text(BlockRole::paragraph, paragraph_text(paragraph), page_);
                cells.push_back(blocks.take());
            }
            list_.add_row(std::move(cells));
        }
    }

    BlockList& list_;
    int page_;
    bool notes_;
};

}  // namespace

std::optional<Rejection> read_pptx(ZipParts& parts, RawArticle& article) {
    pugi::xml_document presentation;
    if (!read_xml(parts, kPresentation, presentation))
        return Rejection{{}, RejectionReason::corrupt, "its list of slides is damaged"};
    const auto slides = read_relations(parts, kPresentation);
    BlockList list;
    std::size_t pictures = 0;
    std::size_t objects = 0;
    int page = 0;
    const auto read_part = [&](const std::string& part, bool notes) {
        pugi::xml_document slide;
        if (!read_xml(parts, part, slide)) {
            article.warnings.push_back("page " + std::to_string(page) + ": damaged, not read");
            return;
        }
        SlideWalker walker(list, page, notes);
        walker.walk(find_below(slide, "spTree"));
        pictures += walker.pictures;
        objects += walker.objects;
    };
    for (const pugi::xml_node& node : child_named(presentation.document_element(), "sldIdLst").children()) {
        const auto slide = slides.find(node.attribute("r:id").value());
        if (slide == slides.end()) continue;
        ++page;
        read_part(slide->second.part, false);
        for (const auto& [id, relation] : read_relations(parts, slide->second.part))
            if (relation.type == "notesSlide") read_part(relation.part, true);
    }
    read_core_properties(parts, article);
    if (list.empty() && pictures > 0) return reject_pictures(pictures);
    article.blocks = list.take();
    warn_of_unread(article, objects, 0);
    return std::nullopt;
}

}  // namespace findings

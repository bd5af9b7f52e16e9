#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/odf_styles.hpp"

namespace findings {

/// Cuts text of an OpenDocument file into blocks: headings, paragraphs, lists, tables, text boxes; tracked deletions
/// are left out.
class OdfBody {
  public:
    explicit OdfBody(const OdfStyles& styles) : styles_(styles) {}

    /// What stands below a node. `role`: what its paragraphs are, where they say nothing else.
    void walk(const pugi::xml_node& parent, BlockList& list, BlockRole role = BlockRole::paragraph);

    /// The same of one node itself.
    void read(const pugi::xml_node& node, BlockList& list, BlockRole role);

    /// The foot- and endnotes met since the last call.
    [[nodiscard]] std::vector<Block> take_notes() { return notes_.take(); }

    int page = 0;  ///< of what is read now
    std::string title;
    std::size_t comments = 0;
    std::size_t pictures = 0;
    std::size_t objects = 0;

  private:
    struct Paragraph;
    void read_paragraph(const pugi::xml_node& node, BlockList& list, BlockRole role);
    void walk_inline(const pugi::xml_node& parent, Paragraph& out, bool bold);
    void add_span(const pugi::xml_node& node, Paragraph& out, bool bold);
    void read_note(const pugi::xml_node& node);
    void read_table(const pugi::xml_node& table, BlockList& list);
    void read_frame(const pugi::xml_node& frame, BlockList& list, BlockRole role);

    const OdfStyles& styles_;
    BlockList notes_;
};

}  // namespace findings

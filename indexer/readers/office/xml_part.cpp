#include "indexer/readers/office/xml_part.hpp"

#include <cstddef>
#include <new>
#include <optional>

namespace findings {
namespace {

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Collects characters, and finds elements. pugixml's own walk needs no recursion.
class TextWalker : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
        return true;
    }
    std::string text;
};

class DepthWalker : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& /*node*/) override { return depth() <= kMaxXmlDepth; }
};

class FindWalker : public pugi::xml_tree_walker {
  public:
    explicit FindWalker(std::string_view name) : name_(name) {}
    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element || local_name(node) != name_) return true;
        found = node;
        return false;
    }
    pugi::xml_node found;

  private:
    std::string_view name_;
};

bool parse_xml(std::string_view bytes, ZipParts& parts, pugi::xml_document& document) {
    const pugi::xml_parse_result result =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result || !document.document_element()) return false;
    DepthWalker walker;
    if (document.traverse(walker)) return true;
    parts.fail(RejectionReason::corrupt, "its elements are nested too deep");
    return false;
}

}  // namespace

bool read_xml(ZipParts& parts, const std::string& name, pugi::xml_document& document) {
    const std::optional<std::string> bytes = parts.read(name);
    return bytes && parse_xml(*bytes, parts, document);
}

bool read_optional_xml(ZipParts& parts, const std::string& name, pugi::xml_document& document) {
    const std::optional<std::string> bytes = parts.read(name);
    return !bytes || parse_xml(*bytes, parts, document);
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_element && local_name(child) == name) return child;
    return {};
}

pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name) {
    FindWalker walker(name);
    pugi::xml_node root = node;
    root.traverse(walker);
    return walker.found;
}

std::string_view attribute_named(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (without_prefix(attribute.name()) == name) return attribute.value();
    return {};
}

std::string all_text(const pugi::xml_node& node) {
    TextWalker walker;
    pugi::xml_node root = node;
    root.traverse(walker);
    return walker.text;
}

}  // namespace findings

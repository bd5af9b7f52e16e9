#include "indexer/readers/office/part_relations.hpp"

#include "indexer/readers/office/xml_part.hpp"

namespace findings {

std::map<std::string, PartRelation> read_relations(ZipParts& parts, const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    std::map<std::string, PartRelation> relations;
    pugi::xml_document document;
    if (!read_xml(parts, folder + "_rels/" + part.substr(folder.size()) + ".rels", document)) return relations;
    for (const pugi::xml_node& node : document.document_element().children()) {
        if (attribute_named(node, "TargetMode") == "External") continue;
        const std::string_view type = attribute_named(node, "Type");
        relations[std::string(attribute_named(node, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                               resolve_part(part, attribute_named(node, "Target"))};
    }
    return relations;
}

}  // namespace findings

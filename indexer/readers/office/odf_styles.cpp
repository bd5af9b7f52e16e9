#include "indexer/readers/office/odf_styles.hpp"

#include "indexer/readers/office/xml_part.hpp"

namespace findings {

OdfStyles::OdfStyles(const pugi::xml_document& content, const pugi::xml_document& styles) {
    for (const auto* document : {&styles, &content})
        for (const pugi::xml_node& list : document->document_element().children())
            if (local_name(list) == "styles" || local_name(list) == "automatic-styles") add(list);
}

void OdfStyles::add(const pugi::xml_node& list) {
    for (const pugi::xml_node& node : list.children()) {
        if (local_name(node) != "style") continue;
        Row row;
        const std::string name(attribute_named(node, "name"));
        row.parent = attribute_named(node, "parent-style-name");
        const pugi::xml_node text = child_named(node, "text-properties");
        row.own.bold = attribute_named(text, "font-weight") == "bold";
        row.own.raised = attribute_named(text, "text-position").starts_with("super");
        rows_[name] = std::move(row);
    }
}

OdfStyle OdfStyles::find(std::string_view name) const {
    OdfStyle style;
    std::string at(name);
    for (int steps = 0; !at.empty() && steps < 10; ++steps) {
        // Names of the built-in styles are the same in every language.
        style.title = style.title || at == "Title";
        style.heading = style.heading || at == "Heading" || at.starts_with("Heading_20_") || at == "Subtitle";
        const auto found = rows_.find(at);
        if (found == rows_.end()) break;
        const OdfStyle& own = found->second.own;
        style.bold = style.bold || own.bold;
        style.raised = style.raised || own.raised;
        at = found->second.parent;
    }
    return style;
}

}  // namespace findings

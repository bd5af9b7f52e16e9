#include "indexer/readers/office/docx_styles.hpp"

#include "common/text/ascii.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

// Levels of an outline are 0 to 8; 9 is body text. Source: ECMA-376 part 1, 17.3.1.20.
constexpr int kBodyLevel = 9;

DocxStyle judge_name(std::string_view name) {
    std::string plain;
    for (const char c : lower_case(name))
        if (c != ' ' && c != '_' && c != '-') plain.push_back(c);
    DocxStyle style;
    style.heading = plain.starts_with("heading") || plain == "subtitle";
    style.title = plain == "title";
    style.list = plain.starts_with("listbullet") || plain.starts_with("listnumber") || plain == "listparagraph";
    style.contents = plain.starts_with("toc") && plain.size() <= 10;
    return style;
}

}  // namespace

bool has_heading_level(const pugi::xml_node& properties) {
    return child_named(properties, "outlineLvl").attribute("w:val").as_int(kBodyLevel) < kBodyLevel;
}

DocxStyles::DocxStyles(const pugi::xml_document& styles) {
    std::map<std::string, std::string> based_on;
    for (const pugi::xml_node& node : styles.document_element().children()) {
        if (local_name(node) != "style") continue;
        const std::string id(attribute_named(node, "styleId"));
        DocxStyle style = judge_name(attribute_named(child_named(node, "name"), "val"));
        const pugi::xml_node properties = child_named(node, "pPr");
        style.heading = style.heading || has_heading_level(properties);
        // A "List Paragraph" is any indented one; only its numbering makes a list of it.
        style.list = (style.list && !id.starts_with("ListParagraph")) || child_named(properties, "numPr");
        based_on[id] = std::string(attribute_named(child_named(node, "basedOn"), "val"));
        styles_[id] = style;
    }
    for (auto& [id, style] : styles_) {
        std::string base = based_on[id];
        for (int steps = 0; !base.empty() && steps < 10; ++steps) {
            const auto found = styles_.find(base);
            if (found == styles_.end()) break;
            style.heading = style.heading || found->second.heading;
            style.list = style.list || found->second.list;
            base = based_on[base];
        }
    }
}

DocxStyle DocxStyles::find(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? judge_name(id) : found->second;
}

}  // namespace findings

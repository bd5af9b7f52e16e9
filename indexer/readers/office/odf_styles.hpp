#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace findings {

/// What a style of an OpenDocument file says about text in it.
struct OdfStyle {
    bool title = false;
    bool heading = false;
    bool bold = false;
    bool raised = false;
};

/// The styles of an OpenDocument file by their names, with what they take from their parents.
class OdfStyles {
  public:
    /// `content`: content.xml, whose automatic styles are the paragraphs' own; `styles`: styles.xml, may be empty.
    OdfStyles(const pugi::xml_document& content, const pugi::xml_document& styles);

    [[nodiscard]] OdfStyle find(std::string_view name) const;

  private:
    void add(const pugi::xml_node& list);

    struct Row {
        OdfStyle own;
        std::string parent;
    };
    std::map<std::string, Row, std::less<>> rows_;
};

}  // namespace findings

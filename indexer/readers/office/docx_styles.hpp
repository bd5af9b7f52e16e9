#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace findings {

/// What a style of a Word document says about its paragraphs.
struct DocxStyle {
    bool heading = false;
    bool title = false;
    bool list = false;
    bool contents = false;  ///< an entry of the table of contents
};

/// Whether the properties of a paragraph or style give it a level of the outline.
bool has_heading_level(const pugi::xml_node& properties);

/// The styles of a Word document by their identifiers, with what they take from the styles they are based on.
class DocxStyles {
  public:
    /// `styles`: the part "word/styles.xml"; may be empty.
    explicit DocxStyles(const pugi::xml_document& styles);

    /// The style of a paragraph, by its identifier or, where the table lacks it, by its name.
    [[nodiscard]] DocxStyle find(std::string_view id) const;

  private:
    std::map<std::string, DocxStyle, std::less<>> styles_;
};

}  // namespace findings

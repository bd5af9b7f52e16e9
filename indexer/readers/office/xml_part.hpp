#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// A part whose elements are nested deeper than this is refused: no program makes it, and each level costs stack.
inline constexpr int kMaxXmlDepth = 200;

/// Reads and parses a part of a package; false when it is missing, damaged or no XML, or with `parts.failure()` set
/// when its elements are nested deeper than kMaxXmlDepth. Entities of a document type are not expanded.
bool read_xml(ZipParts& parts, const std::string& name, pugi::xml_document& document);

/// The same of a part that a document may lack: false only when it is there and no XML. One that is damaged sets
/// `parts.failure()`.
bool read_optional_xml(ZipParts& parts, const std::string& name, pugi::xml_document& document);

/// Name of an element without its prefix: "p" of "w:p".
std::string_view local_name(const pugi::xml_node& node);

/// The first child of that local name; an empty node when there is none.
pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

/// The first node below of that local name, the node itself not; an empty node when there is none.
pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name);

/// Value of the attribute of that local name; "" when there is none.
std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);

/// All characters below a node.
std::string all_text(const pugi::xml_node& node);

}  // namespace findings

#pragma once

#include <map>
#include <string>

#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// What a part of a document of Microsoft's formats refers to.
struct PartRelation {
    std::string type;  ///< the last word of its address: "slide", "notesSlide", "worksheet"
    std::string part;  ///< name of the part
};

/// The relations of a part by their identifiers ("rId3"); links to elsewhere are left out.
std::map<std::string, PartRelation> read_relations(ZipParts& parts, const std::string& part);

}  // namespace findings

#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace findings {

/// JSON text on one line; bytes that are not UTF-8 become U+FFFD instead of an exception.
std::string dump_json(const nlohmann::ordered_json& json);

/// The same as a document: indented, with a line end.
std::string dump_json_document(const nlohmann::ordered_json& json);

}  // namespace findings

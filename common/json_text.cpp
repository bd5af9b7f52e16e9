#include "common/json_text.hpp"

#include <nlohmann/json.hpp>

namespace findings {
namespace {

constexpr int kOneLine = -1;
constexpr int kIndent = 2;

std::string dump(const nlohmann::ordered_json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string dump_json(const nlohmann::ordered_json& json) { return dump(json, kOneLine); }

std::string dump_json_document(const nlohmann::ordered_json& json) { return dump(json, kIndent) + '\n'; }

}  // namespace findings

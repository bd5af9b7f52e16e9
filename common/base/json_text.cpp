#include "common/base/json_text.hpp"

#include <algorithm>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace findings {
namespace {

constexpr int kOneLine = -1;
constexpr int kIndent = 2;

std::string dump(const nlohmann::ordered_json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// What needs neither an escape nor a look at its UTF-8.
bool is_plain(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

void append_text(const std::string& text, std::string& out) {
    if (!is_plain(text)) {
        out += dump(text, kOneLine);
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

// The library looks at each byte through a table of states, in 30 instructions; a hit has 2,000 bytes, most of them
// plain.
void append(const nlohmann::ordered_json& json, std::string& out) {
    char separator = 0;
    const auto separate = [&] {
        if (separator != 0) out += separator;
        separator = ',';
    };
    if (json.is_object()) {
        out += '{';
        for (const auto& [key, value] : json.get_ref<const nlohmann::ordered_json::object_t&>()) {
            separate();
            append_text(key, out);
            out += ':';
            append(value, out);
        }
        out += '}';
    } else if (json.is_array()) {
        out += '[';
        for (const auto& value : json.get_ref<const nlohmann::ordered_json::array_t&>()) {
            separate();
            append(value, out);
        }
        out += ']';
    } else if (json.is_string()) {
        append_text(json.get_ref<const std::string&>(), out);
    } else if (json.is_number_unsigned()) {
        out += std::to_string(json.get<std::uint64_t>());
    } else {
        out += dump(json, kOneLine);
    }
}

}  // namespace

std::string dump_json(const nlohmann::ordered_json& json) {
    std::string text;
    append(json, text);
    return text;
}

std::string dump_json_document(const nlohmann::ordered_json& json) { return dump(json, kIndent) + '\n'; }

}  // namespace findings

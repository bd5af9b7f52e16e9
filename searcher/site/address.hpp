#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace findings {

/// An address of the reading room, taken apart and decoded.
struct Address {
    std::vector<std::string> path;  ///< decoded segments; none for "/"
    std::string format;             ///< "json", "csv" or "atom"; empty for a page
    /// Name and value, in the order given. A parameter with an empty value is left out: a form sends its empty fields.
    std::vector<std::pair<std::string, std::string>> parameters;
    friend bool operator==(const Address&, const Address&) = default;
};

/// Takes the target of a request apart: path and parameters as sent. What is checked, before anything is decoded: the
/// path begins with one '/', holds printable ASCII only, no '\', and no empty segment but a last one. After it: no
/// segment is "." or "..", all bytes are UTF-8 without control characters.
/// Throws: Error{usage} saying what is wrong.
Address parse_address(std::string_view target);

/// The address as a browser sends it. parse_address() gives the same address again.
std::string print_address(const Address& address);

/// Every byte but letters, digits, '-', '_' and '~' percent-encoded. '.' is encoded too, so that an id which ends in
/// ".json" is told from a format.
std::string encode_segment(std::string_view text);

}  // namespace findings

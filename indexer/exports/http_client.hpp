#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace findings {

/// Where an engine listens, and the path of its index or core.
struct HttpPlace {
    std::string host;
    std::string port = "80";
    std::string path;  ///< begins with "/", does not end with one; "" for none

    /// As the Host header has it.
    [[nodiscard]] std::string authority() const;
};

/// Reads `http://HOST[:PORT]/PATH`. Throws: Error{usage} for anything else: https and names with passwords among them.
HttpPlace parse_http_place(std::string_view address);

/// Asks one question of an engine: GET where `body` is empty, else POST of JSON. Returns the body of a 200.
/// One connection a question; plain HTTP, no redirects. `timeout` is for the whole question.
/// Throws: Error{unavailable} naming the address, for every other answer and for none.
std::string ask_engine(const HttpPlace& place, const std::string& target, const std::string& body,
                       std::chrono::seconds timeout);

/// The body of an answer as it came over the wire, header lines included. Throws: Error{unavailable} with a reason that
/// goes behind the address. Apart for its tests.
std::string read_http_answer(std::string_view answer);

}  // namespace findings

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace findings {

/// A request for a page, as plain data.
struct HttpRequest {
    std::string target;         ///< path and parameters as sent: neither checked nor decoded
    std::string host;           ///< of the Host header; empty without one
    std::string if_none_match;  ///< of the header of that name
    bool public_name = false;   ///< asked under a name, or at an address, that others than this machine can reach
};

/// What is sent back.
struct HttpAnswer {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::string etag;  ///< with its quotes; empty: none
    std::vector<std::pair<std::string, std::string>> headers;
    int file = -1;  ///< an open file sent instead of `body`; whoever sends the answer closes it
};

}  // namespace findings

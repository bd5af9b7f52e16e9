#pragma once

#include <cstdint>
#include <ctime>
#include <string>

namespace findings {

/// One request that was answered.
struct AccessRecord {
    std::string client;  ///< address of the other end
    std::time_t at = 0;
    std::string method;
    std::string target;
    std::string protocol;  ///< "HTTP/1.1"
    int status = 0;
    std::uint64_t bytes = 0;  ///< of the body
    std::string referer;
    std::string agent;
};

/// The record as a line of the combined log format that web servers write, without a line end. Time in UTC. What the
/// other end sent is quoted: no quote, backslash or control character leaves its field.
std::string format_access(const AccessRecord& record);

}  // namespace findings

#include "searcher/serve/access_log.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace findings {
namespace {

std::string quote(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            quoted += fmt::format("\\{}", c);
        else if (byte < 0x20 || byte >= 0x7F)
            quoted += fmt::format("\\x{:02x}", byte);
        else
            quoted += c;
    }
    return quoted;
}

std::string or_dash(std::string_view text) { return text.empty() ? "-" : quote(text); }

}  // namespace

std::string format_access(const AccessRecord& record) {
    std::tm parts{};
    gmtime_r(&record.at, &parts);
    std::array<char, 32> time{};
    std::strftime(time.data(), time.size(), "%d/%b/%Y:%H:%M:%S +0000", &parts);
    return fmt::format("{} - - [{}] \"{} {} {}\" {} {} \"{}\" \"{}\"", or_dash(record.client), time.data(),
                       or_dash(record.method), or_dash(record.target), or_dash(record.protocol), record.status,
                       record.bytes, or_dash(record.referer), or_dash(record.agent));
}

}  // namespace findings

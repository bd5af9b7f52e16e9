#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// Where readings of pictures are kept between runs.
struct PageMemory {
    /// What was kept under a key (encode_page_text); nullopt when nothing was.
    std::function<std::optional<std::string>(const std::string& key)> recall;
    std::function<void(const std::string& key, std::string_view reading)> keep;
};

}  // namespace findings

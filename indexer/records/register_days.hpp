#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace findings {

/// In which registers of a kind, by their as-at days, each body stands: what "now" means for it.
class RegisterDays {
  public:
    /// A body of a register of that kind. `as_at`: YYYYMMDD, 0 when the register carries no day.
    void add(const std::string& kind, std::uint32_t as_at, std::uint64_t body);

    /// The day from which on a body counts as gone: that of the first register of its kind behind the last that has it.
    /// 0: it stands in the newest. kNeverNow: no register with a day has it.
    [[nodiscard]] std::uint32_t find_gone(const std::string& kind, std::uint64_t body) const;

    static constexpr std::uint32_t kNeverNow = 1;

  private:
    struct Kind {
        std::vector<std::uint32_t> days;                        ///< of its registers, in order, each once
        std::unordered_map<std::uint64_t, std::uint32_t> last;  ///< body -> the newest register's day that has it
    };
    std::unordered_map<std::string, Kind> kinds_;
};

}  // namespace findings

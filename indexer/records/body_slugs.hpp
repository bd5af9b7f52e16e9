#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/records/record_body.hpp"
#include "indexer/register_files/rows/read_register.hpp"

namespace findings {

/// The registers in the order in which they say what a body is called: the newest first, those without a day last, else
/// as given. `as_at`: ISO days, empty for none.
std::vector<std::size_t> order_newest_first(const std::vector<std::string>& as_at);

/// What bodies of several registers are called: a body that was renamed between two of them is one provider, and has
/// its newest name. Requires: the rows of the newest register first.
class BodySlugs {
  public:
    RecordBody name(const RegisterRow& row, const RegisterKind& kind);

  private:
    std::unordered_map<std::string, RecordBody> by_number_;
};

}  // namespace findings

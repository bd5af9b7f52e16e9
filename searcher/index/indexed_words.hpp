#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

namespace findings {

/// The terms of an index by how they begin, kept once read: walking through Xapian's list takes seven times as
/// long as comparing what it gives.
class IndexedWords {
  public:
    explicit IndexedWords(Xapian::Database database) : database_(std::move(database)) {}

    [[nodiscard]] const Xapian::Database& database() const { return database_; }
    /// Every term that begins with `start`, in order. Throws: Xapian::Error.
    const std::vector<std::string>& beginning_with(const std::string& start);

  private:
    Xapian::Database database_;
    std::unordered_map<std::string, std::vector<std::string>> terms_;
};

}  // namespace findings

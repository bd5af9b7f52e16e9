#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace findings {

/// Asks a generation for its own stories, as a search would: opened through the stub file, three words from each of a
/// few stories must find that story, as they stand and by their stems. The stories are spread evenly over the new
/// generation and over the live one (those that are in both with the same text), the words over their text: no chance,
/// so the same input asks the same. Checksums and Xapian's check say that a generation is what was written; this says
/// that what was written can be found. nullopt when all are, else what was not, in words.
std::optional<std::string> run_smoke_test(const std::filesystem::path& stub,
                                          const std::filesystem::path& live_generation);

}  // namespace findings

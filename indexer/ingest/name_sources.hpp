#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/ingest/source_file.hpp"

namespace findings {

/// A file name as text: what is no UTF-8 and every control character becomes `\xHH`, and a backslash that would read
/// like one of those too. No two names give the same text.
std::string printable_name(std::string_view name);

/// Gives each file its name: the path below its SOURCE, and where several SOURCEs have a file of that path, as many
/// folders above them as tell them apart ("kent/report.txt", "essex/report.txt"). Names depend on the files and not on
/// the order of the SOURCEs, and no two are the same. Requires: `source` is the path below the SOURCE, `roots` gives
/// for each file its SOURCE's folder, absolute, and no file stands twice. Leaves the files sorted by name.
void name_sources(std::vector<SourceFile>& files, const std::vector<std::filesystem::path>& roots);

}  // namespace findings

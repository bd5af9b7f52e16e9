#pragma once

#include <vector>

#include <xapian.h>

namespace findings {

/// Which documents are rows of registers, by document id. Digest, losses and coverage pass over them: the next year's
/// file is no news. Throws: Xapian::Error.
std::vector<bool> mark_records(const Xapian::Database& database);

}  // namespace findings

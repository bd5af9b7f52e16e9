#include "indexer/clean/counted_lines.hpp"

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/recurring_lines.hpp"

namespace findings {

std::vector<CountedLine> list_counted_lines(const std::vector<Block>& blocks) {
    std::vector<CountedLine> counted;
    for (const Line& line : make_lines(blocks, BoilerplateLevel::page)) {
        const std::uint64_t hash = hash_counted_line(line);
        if (hash == 0) continue;
        const auto prose_bytes = is_prose(line) ? static_cast<std::uint32_t>(line.text.size()) : 0U;
        counted.push_back({hash, prose_bytes, !is_sentence(line)});
    }
    return counted;
}

}  // namespace findings

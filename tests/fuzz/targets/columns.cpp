// The file of facet columns, damaged: refused, never read outside.
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "common/index/facet_columns.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    static const int file = ::memfd_create("columns", 0);
    fuzz::require(::ftruncate(file, 0) == 0, "no memory file");
    fuzz::require(::pwrite(file, data, size, 0) == static_cast<ssize_t>(size), "no memory file");
    fuzz::may_refuse([&] {
        const FacetColumns columns("/proc/self/fd/" + std::to_string(file));
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < columns.lengths().size(); ++i) sum += columns.lengths()[i];
        for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
            const FacetColumn& column = columns.column(facet);
            for (std::size_t i = 0; i < column.lists.size(); ++i) {
                const std::uint32_t list = column.runs.empty() ? column.lists[i] : RunCursor(column).list_of(i);
                if (list < column.list_count())
                    for (const ValueId value : column.list(list)) sum += value;
            }
        }
        static_cast<void>(sum);
    });
    return 0;
}

#include "common/options/program_version.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/schema.hpp"

namespace findings {

std::string describe_program_version(std::string_view program) {
    return fmt::format("{} {}\ncommit {}\nlibxapian {}\nindex format {}\n", program, FINDINGS_VERSION, FINDINGS_COMMIT,
                       Xapian::version_string(), kIndexFormat);
}

}  // namespace findings

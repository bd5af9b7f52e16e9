#include "common/index/generation.hpp"

#include <utility>

#include "common/base/error.hpp"
#include "common/text/text_file.hpp"

namespace findings {
namespace {

constexpr std::string_view kStubLine = "auto generations/";

}  // namespace

std::string make_stub(std::string_view generation) { return std::string(kStubLine) + std::string(generation) + '\n'; }

std::string live_generation(const IndexLayout& layout) {
    TextFile file = read_text_file(layout.current(), FileKinds::regular);
    if (!file.failure.empty()) return {};
    std::string line = std::move(file.text);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    const bool ours = line.rfind(kStubLine, 0) == 0 && line.find('\n') == std::string::npos &&
                      line.find('/', kStubLine.size()) == std::string::npos && line.size() > kStubLine.size();
    if (!ours)
        throw Error(Status::unavailable, layout.current().string() + " does not name a generation of Findings",
                    "run `findings-index rollback` or build again");
    return line.substr(kStubLine.size());
}

}  // namespace findings

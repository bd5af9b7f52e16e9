#include "indexer/generation/assemble_generation.hpp"

#include <vector>

#include "common/index/generation.hpp"
#include "indexer/generation/merge_segments.hpp"
#include "indexer/generation/write_facet_columns.hpp"
#include "indexer/io/failpoint.hpp"

namespace findings {

void assemble_generation(const WrittenStories& written, const GenerationInfo& info, const std::filesystem::path& folder,
                         const std::filesystem::path& output, const StopToken& stop_token) {
    std::vector<std::filesystem::path> segments = written.segments;
    segments.push_back(folder / "metadata");
    write_metadata_segment(segments.back(), info, written);
    failpoint(Failpoint::described);
    merge_segments(segments, output, stop_token);
    merge_segments(written.finding_segments, output / kFindingsName, stop_token, glass::MergedTags::deflated);
    write_facet_columns(output);
}

}  // namespace findings

#include "indexer/publish/approve_generation.hpp"

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/check_coverage.hpp"
#include "indexer/publish/run_smoke_test.hpp"
#include "indexer/publish/verify_generation.hpp"

namespace findings {
namespace {

namespace fs = std::filesystem;

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void refuse_lost_stories(const fs::path& built, const fs::path& live, double max_percent) {
    std::size_t live_stories = 0;
    const std::size_t lost = count_lost_stories(live, built, live_stories);
    if (percent(lost, live_stories) <= max_percent) return;
    throw Error(Status::refused,
                fmt::format("{} of {} stories ({:.0f} %) would vanish, more than --max-loss {:.0f}", lost, live_stories,
                            percent(lost, live_stories), max_percent),
                "the index people search is as it was; check that every SOURCE is there and whole, or publish "
                "in spite of it with --force");
}

void refuse_lost_values(const fs::path& built, const fs::path& live, double max_percent) {
    const auto loss = find_coverage_loss(live, built, max_percent);
    if (!loss) return;
    throw Error(Status::refused,
                fmt::format("{} of {} stories that had a {} ({:.0f} %) would have none, more than --max-loss {:.0f}",
                            loss->before - loss->after, loss->before, field_row(loss->facet).name,
                            percent(loss->before - loss->after, loss->before), max_percent),
                "the index people search is as it was; look at one such story with findings-index inspect FILE: did "
                "the sources change their form, or the program its rules? If that is meant, publish with --force");
}

// As `current` names the live one, so that the smoke test comes in by a reader's door.
fs::path write_stub(const fs::path& built) {
    fs::path stub = built.parent_path() / "smoke-test";
    write_synced(stub, fmt::format("auto {}\n", built.filename().string()));
    return stub;
}

}  // namespace

void approve_generation(const fs::path& built, const fs::path& live, const PublicationFloors& floors,
                        const StopToken& stop_token) {
    if (const auto damage = verify_generation(built, stop_token))
        throw Error(Status::refused, *damage, "the index people search is as it was; check the disk, build again");
    failpoint(Failpoint::verified);
    if (!live.empty() && !floors.force) {
        refuse_lost_stories(built, live, floors.max_loss_percent);
        refuse_lost_values(built, live, floors.max_loss_percent);
    }
    if (const auto fault = run_smoke_test(write_stub(built), live))
        throw Error(Status::refused, *fault,
                    "the index people search is as it was; build again with --full, and report it if that does not "
                    "help");
    failpoint(Failpoint::approved);
}

}  // namespace findings

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace findings {

/// The places of a build where a test can break it, in the order in which a build comes past them.
enum class Failpoint : std::uint8_t {
    locked,
    cleared,
    scanned,
    cache_opened,
    copied,
    reading,
    read,
    writing,
    written,
    described,
    merged,
    listed,
    synced,
    verified,
    approved,
    announced,
    moved,
    reported,
    stub_written,
    live,
    remembered,
    searched,
    told,
    pruning,
    pruned,
    forgotten,
};

/// Their names, as FINDINGS_FAULT gives them.
inline constexpr std::array<std::string_view, 26> kFailpointNames{
    "locked",      // the lock is held
    "cleared",     // building/ is empty
    "scanned",     // the files are known, none is read
    "cache",       // the cache is open
    "copied",      // the live generation is copied, for nothing has changed; what follows up to `synced` is left out
    "reading",     // in the middle of reading, workers busy
    "read",        // every article is spooled
    "writing",     // in the middle of writing segments
    "written",     // every segment is there
    "described",   // the generation's metadata is there
    "merged",      // the new generation is there
    "listed",      // its manifest is there
    "synced",      // it is on the disk: the place for a test to damage it
    "verified",    // it is sound
    "approved",    // nothing speaks against publishing it
    "announced",   // building/ names what is about to be published
    "moved",       // it stands among the generations
    "reported",    // its report is there
    "stub",        // current.new is there
    "live",        // current is replaced
    "remembered",  // the state knows the generation's stories
    "searched",    // and what the saved searches found among them
    "told",        // the digest is there, and the state does not know it yet
    "pruning",     // the first old generation is deleted
    "pruned",      // all of them are
    "forgotten",   // the cache has dropped what no file needs
};
static_assert(kFailpointNames.size() == static_cast<std::size_t>(Failpoint::forgotten) + 1);

/// Arms one failpoint, for tests only. `text`: "" for none, else NAME or NAME:ACTION with ACTION one of
/// `kill` (SIGKILL, the default), `fail` (as if the disk were full) and `stop` (SIGSTOP, for the test to look or to do
/// damage and go on with SIGCONT). Once for a process. Throws: Error{usage} with all names when there is no such point.
void arm_failpoint(const std::string& text);

/// Does at this place what was armed for it. Costs one load and one comparison when nothing is.
/// Throws: Error{io_error} for `fail`.
void failpoint(Failpoint point);

}  // namespace findings

#pragma once

#include <filesystem>

#include "indexer/io/stop_token.hpp"

namespace findings {

/// What may be lost against the live generation.
struct PublicationFloors {
    double max_loss_percent = 20;  ///< of the live stories, and of their values of provider, grade and region
    bool force = false;            ///< published in spite of losses; never in spite of damage
};

/// Everything that may speak against publishing a generation that was built, as it lies on disk: damage (manifest,
/// Xapian's check, unreadable records), stories and facet values lost against the live one, stories that their own
/// words do not find. `live`: the live generation's folder, empty when there is none.
/// Throws: Error{refused} that says what and what to do, Error{interrupted}.
void approve_generation(const std::filesystem::path& built, const std::filesystem::path& live,
                        const PublicationFloors& floors, const StopToken& stop_token = {});

}  // namespace findings

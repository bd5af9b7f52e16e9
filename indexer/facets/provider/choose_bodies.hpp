#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/provider/body_features.hpp"
#include "indexer/facets/provider/story_bodies.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// Whether a story reports an inspection, and of which of its bodies.
struct BodyDecision {
    StoryBodies story;
    std::vector<BodyFeatures> features;  ///< by body
    std::vector<double> scores;          ///< by body: log-odds that it is the one, were the story on an inspection
    double story_score = 0;              ///< log-odds that the story reports an inspection
    bool reports = false;                ///< it does, of a body that it names or of one that it does not
    bool partnership = false;            ///< the title or the lead speaks of an area's inspection: SEND, or a joint one
    bool several = false;                ///< the title or the lead promises several bodies
    std::vector<std::size_t> chosen;     ///< rows of story.bodies, in text order; several in a round-up
};

/// Scores every body that a story names, then the story; takes the best body, in a round-up all that are told of.
BodyDecision choose_bodies(const Reading& reading, std::string_view day);

/// A body as `inspect` prints it.
struct ConsideredBody {
    std::string slug;
    std::string type;
    double score = 0;
    double story_score = 0;
    bool chosen = false;
    struct Part {
        std::string_view feature;
        double value = 0;
        double weight = 0;
    };
    std::vector<Part> parts;  ///< the features that are not 0, those that decided most first
};

/// Every body that a text names, the surest first, with what spoke for and against it.
std::vector<ConsideredBody> explain_bodies(const CleanArticle& article, std::string_view day);

}  // namespace findings

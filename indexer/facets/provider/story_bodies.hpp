#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/provider/body_mentions.hpp"
#include "indexer/facets/provider/story_sentences.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// One place where a story names a body.
struct BodySighting {
    bool in_title = false;
    NameSpan words;            ///< of the title or the body
    std::size_t sentence = 0;  ///< of the body
    NameSign sign = NameSign::capitals;
    bool inspected = false;  ///< "inspection of" stands right before it
};

/// A body that a story names, all its names together.
struct StoryBody {
    std::string slug;
    std::string label;
    std::string type;                          ///< slug, may be empty
    std::uint32_t entry = BodyMention::kNone;  ///< row of the register
    NameSign sign = NameSign::capitals;        ///< the strongest of its sightings
    bool publishes = false;                    ///< the publisher's name names it
    std::vector<BodySighting> sightings;       ///< title first, then in order; none of one that only publishes
};

/// A story's bodies and what its sentences tell.
struct StoryBodies {
    SentenceSigns title;
    std::vector<SentenceSigns> sentences;  ///< the first kStorySentences
    std::string called;                    ///< what the story calls its subject first, a type; may be empty
    bool called_early = false;             ///< … in the title or the first two sentences
    std::vector<StoryBody> bodies;         ///< in the order in which the text first names them
};

/// A round-up of a county's schools is long; further down a story only comments.
inline constexpr std::size_t kStorySentences = 160;

/// Reads the bodies of a story and joins the names of each: full names, short forms, initials. `day` as in
/// find_body_mentions.
StoryBodies read_story_bodies(const Reading& reading, std::string_view day);

/// The end of the first `count` sentences of prose, in words.
std::size_t end_of_lead(const StoryBodies& story, std::size_t count);

}  // namespace findings

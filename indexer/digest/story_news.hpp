#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/article.hpp"
#include "indexer/digest/digest.hpp"
#include "indexer/digest/known_grades.hpp"
#include "indexer/digest/open_generation.hpp"

namespace findings {

/// How a digest names a story.
DigestStory describe_story(const Article& article);

/// The sentence behind a value of a facet; of the title or the beginning when the facet has none of that slug.
Proof find_proof(const Article& article, Field facet, std::string_view slug);

/// Decides what new and changed stories are news of: grades, outcomes, additions to the archive, doubts.
/// Hand over all stories, then take the sections.
class StoryNews {
  public:
    /// Requires: `known`, the grades of the generation before, outlives this.
    explicit StoryNews(const KnownGrades& known) : known_(known) {}

    /// `before`: the story as it was, nullptr for a new one.
    void add(const Article& article, const Article* before);

    /// Appends what was found.
    void move_to(Digest& digest);

  private:
    struct Candidate {
        GivenGrade given;
        GradeEntry entry;
    };

    void add_grade(const Article& article, const Award& award, const GivenGrade& given);
    void add_outcome(const Article& article, const Article* before);
    void add_findings(const Article& article, const Article* before);
    /// Of an inspection that was overtaken, or more than a year before the newest known.
    [[nodiscard]] bool is_old(const Article& article) const;
    void add_doubts(const Article& article, bool undated_grade);

    const KnownGrades& known_;
    /// One for each provider and scale: of several inspections in one night the newest is the news.
    std::map<std::pair<ValueId, std::string_view>, Candidate> grades_;
    Digest found_;
};

}  // namespace findings

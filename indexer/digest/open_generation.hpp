#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "common/index/record.hpp"
#include "indexer/digest/known_grades.hpp"

namespace findings {

/// One story of a generation: its hashes (writing/fingerprint.hpp) and where it stands. 32 bytes.
struct StoryPrint {
    std::int64_t id = 0;  ///< signed, as SQLite orders them
    std::int64_t content = 0;
    std::int64_t values = 0;
    std::uint32_t document = 0;
};

/// A generation opened to be compared with another. Not for several threads.
class OpenedGeneration {
  public:
    /// Throws: Error{unavailable} when it cannot be opened.
    explicit OpenedGeneration(const std::filesystem::path& folder);
    ~OpenedGeneration();
    OpenedGeneration(OpenedGeneration&&) noexcept;
    OpenedGeneration(const OpenedGeneration&) = delete;
    OpenedGeneration& operator=(const OpenedGeneration&) = delete;
    OpenedGeneration& operator=(OpenedGeneration&&) = delete;

    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const std::string& built_at() const;  ///< UTC, 2026-11-22T02:00:00Z
    [[nodiscard]] std::size_t story_count() const;

    /// Every story, sorted by `id`. From the slot of fingerprints; of a generation made before there was one, from the
    /// records. Throws: Error{unavailable}.
    [[nodiscard]] std::vector<StoryPrint> list_stories() const;

    /// Each provider's newest grades. One pass over the packed facets. Throws: Error{unavailable}.
    [[nodiscard]] KnownGrades list_grades() const;

    /// One story. Throws: Error{unavailable}.
    [[nodiscard]] Article read(std::uint32_t document, RecordPart part = RecordPart::full) const;

    /// The document of the story that has this id or a copy with it; 0 when there is none.
    [[nodiscard]] std::uint32_t find(const std::string& id) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The grades of a story that is at hand as a record, one for each award in order; `provider` is 0 where the award is
/// no grade: none given, inferred, of nobody, or outside the vocabulary.
std::vector<GivenGrade> list_given_grades(const Article& article);

/// The day of a grade, as list_grades sees it: the last of the visit, else of publication, as YYYYMMDD.
std::string find_day(const Article& article);

}  // namespace findings

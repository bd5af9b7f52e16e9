#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/facets/grade/grade_reading.hpp"

namespace findings {

/// Which service of a hospital a story speaks of: "it" and "the unit" of the sentences behind mean that one, until the
/// hospital itself is named.
class ServiceTopic {
  public:
    explicit ServiceTopic(const SentenceSetting& setting) : setting_(setting) {}

    /// Takes the topic from a headline that names a service and no provider.
    void read_title(const Passage& title, const std::vector<TokenMark>& marks);
    /// Goes on to words [first, last) of the body: a sentence that begins with a service, or says that it was
    /// inspected, sets the topic; one that names a provider ends it.
    void read_sentence(std::size_t first, std::size_t last);
    /// What a grade of the sentence just read belongs to.
    void set(const std::vector<std::uint32_t>& areas);

    /// Indexes into judgement_labels(), empty for none.
    [[nodiscard]] const std::vector<std::uint32_t>& areas() const { return areas_; }

  private:
    /// Where the services of words [first, last) begin, with their areas.
    struct Named {
        std::size_t first = 0;
        std::vector<std::uint32_t> areas;
    };
    [[nodiscard]] Named find_services(const Passage& passage, std::size_t first, std::size_t last) const;

    const SentenceSetting& setting_;
    std::vector<std::uint32_t> areas_;
};

}  // namespace findings

#pragma once

#include <cstddef>
#include <vector>

#include "indexer/language/reading.hpp"

namespace findings {

/// What one sentence (or the title) of a story tells about an inspection.
struct SentenceSigns {
    std::size_t first = 0;  ///< words [first, last) of its passage
    std::size_t last = 0;
    std::size_t rank = 0;     ///< sentences of prose before it
    bool regulator = false;   ///< names an inspectorate
    bool inspectors = false;  ///< speaks of inspectors or an inspection's report
    bool rated = false;       ///< gives a grade, or uses a grade's word
    bool finding = false;     ///< a finding verb
    bool visit = false;       ///< names a kind of visit
    bool owner = false;       ///< says who runs a body
    bool inspection = false;  ///< an inspection, a visit, a report, whoever's
    bool recalled = false;    ///< "was rated good in 2019", "is currently rated": of another time
    bool fresh = false;       ///< "has been rated", "inspectors found", "published today"
    bool graded = false;      ///< says that something is good, outstanding, …: "It was Good before"

    /// An inspectorate's finding is told here.
    [[nodiscard]] bool linked() const {
        return ((regulator || inspectors || visit) && (rated || finding || visit)) || (regulator && inspection);
    }
    /// Speaks of an inspectorate, an inspection or a grade.
    [[nodiscard]] bool speaks_of_inspection() const { return regulator || inspectors || visit || inspection || rated; }
};

/// The title's signs.
SentenceSigns read_title_signs(const Reading& reading);

/// Those of the first `limit` sentences.
std::vector<SentenceSigns> read_sentence_signs(const Reading& reading, std::size_t limit);

/// Whether the grade printed at a match is said of something: "It was good before", "the report says: Good", "good in
/// all areas", but not "a good team".
bool is_said_grade(const Passage& passage, const PhraseMatch& grade);

}  // namespace findings

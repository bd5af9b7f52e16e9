#include "indexer/digest/digest.hpp"

namespace findings {

bool Digest::is_quiet() const {
    return new_stories + moved_stories + new_grades.count + outcomes.count + findings.count + search_hits.count +
               search_errors.count + check_before_print.count + archive_added.count + values_changed.count +
               stories_changed.count + stories_gone.count + rejected.count + silent_sources.count + fell_out.count ==
           0;
}

}  // namespace findings

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// What one article tells of an inspection of one provider: what the history of the provider's next inspection needs.
struct GradedInspection {
    std::string provider;
    std::string line;                   ///< slug of the line of frameworks, "" for none
    std::string grade;                  ///< slug, "" where the whole has none
    std::string inspected;              ///< ISO last day of the visit or empty
    std::string published;              ///< ISO day or empty
    std::vector<Judgement> judgements;  ///< of its areas
    std::string recalled = {};  ///< "2019", "2019-11": when the article says the inspection before was; or empty
};

/// The inspections that an article's awards tell of: one for each provider with a grade or judgements of its own that
/// is not inferred.
std::vector<GradedInspection> list_inspections(const Article& article);

/// Packed for the spool; "" for none.
std::string encode_inspections(const std::vector<GradedInspection>& inspections);
std::vector<GradedInspection> decode_inspections(std::string_view bytes);

}  // namespace findings

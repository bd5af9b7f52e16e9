#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/clean_article.hpp"
#include "indexer/regimes/regimes.hpp"

namespace findings {

/// When the last inspection was, as an article says itself: "2019", "2019-11"; the newest where several are named,
/// empty where none is. Inspections of another kind (focused visits, joint inspections) do not count.
std::string find_recalled_inspection(std::string_view text);

/// Whether an inspection that ended on a day (ISO) may be the one named ("2019", "2019-11"). A report may name the
/// month or the year in which the earlier one came out.
bool may_be_recalled(std::string_view day, std::string_view named);

/// "Anyshire continues to provide outstanding services": a grade that the whole body has kept.
struct KeptGrade {
    std::string grade;  ///< slug
    Span span;          ///< of the sentence
};

/// The first such sentence among the first `end` bytes. `name`: what the body is called, in small letters.
std::optional<KeptGrade> find_kept_grade(const CleanArticle& article, const Regime& rules, const std::string& name,
                                         std::size_t end);

}  // namespace findings

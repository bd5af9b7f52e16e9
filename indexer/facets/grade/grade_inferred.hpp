#pragma once

#include <optional>

#include "indexer/article/clean_article.hpp"

namespace findings {

/// The sentence that quotes Ofsted's own definition of inadequate: "serious and/or widespread failures that
/// mean children and young people are not protected or their welfare is not promoted or safeguarded". Its
/// denial is none. Source: gov.uk, social care common inspection framework and ILACS framework, "inadequate".
std::optional<Span> find_definition_of_inadequate(const CleanArticle& article);

}  // namespace findings

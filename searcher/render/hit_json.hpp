#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "searcher/model/search_result.hpp"

namespace findings {

/// A hit as the contract's JSON object. `scored`: whether the score means something, null otherwise.
nlohmann::ordered_json make_hit_json(const Hit& hit, bool scored);

/// The `finding` object of a hit.
nlohmann::ordered_json make_finding_json(const FoundFinding& found);

/// One of the `repeats` of a finding.
nlohmann::ordered_json make_repeat_json(const RepeatedFinding& repeat);

/// One whole article as --show prints it: a hit's object with its text and evidence.
nlohmann::ordered_json make_article_json(const Article& article);

/// The `evidence` array of --show.
nlohmann::ordered_json make_evidence_json(const Article& article);

/// The snippet as HTML: text escaped, matched words in <mark>.
std::string mark_snippet(const std::vector<SnippetPiece>& snippet);

/// `&`, `<`, `>`, `"` and `'` as character references.
std::string escape_html(std::string_view text);

}  // namespace findings

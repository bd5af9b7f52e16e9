#include "searcher/render/html_text.hpp"

#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"

namespace findings {

std::string html_text(std::string_view text) { return escape_html(printable(text)); }

}  // namespace findings

#include "searcher/page/html_text.hpp"

#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"

namespace findings {

std::string html_text(std::string_view text) { return escape_html(printable(text)); }

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

}  // namespace findings

#include "searcher/render/renderers.hpp"

#include <stdexcept>

namespace findings {

std::unique_ptr<HitSink> make_renderer(OutputFormat format, std::ostream& out, const RenderStyle& style) {
    switch (format) {
        case OutputFormat::text:
            return make_text_renderer(out, style);
        case OutputFormat::json:
            return make_json_renderer(out, style);
        case OutputFormat::jsonl:
            return make_jsonl_renderer(out, style);
        case OutputFormat::csv:
            return make_csv_renderer(out, style);
        case OutputFormat::trec:
            return make_trec_renderer(out, style);
        case OutputFormat::paths0:
            return make_paths0_renderer(out);
        case OutputFormat::html:
            return make_html_renderer(out, style);
    }
    throw std::logic_error("a format without a renderer");
}

std::string_view sort_name(SortOrder sort) {
    switch (sort) {
        case SortOrder::relevance:
            return "relevance";
        case SortOrder::newest:
            return "newest";
        case SortOrder::oldest:
            return "oldest";
        case SortOrder::grade:
            return "grade";
        case SortOrder::provider:
            return "provider";
        case SortOrder::random:
            return "random";
    }
    return "relevance";
}

std::string_view match_name(MatchMode match) { return match == MatchMode::all ? "all" : "any"; }

}  // namespace findings

// "/table?rows=F&columns=G" and "/map?facet=F".
#include <sstream>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/page/map_page.hpp"
#include "searcher/page/table_page.hpp"
#include "searcher/query/resolve_values.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/site/answers.hpp"
#include "searcher/site/question.hpp"

namespace findings {
namespace {

// The facet that a parameter names.
Field read_facet(const Asked& asked, std::string_view name, Field otherwise) {
    for (const auto& [known, value] : asked.address.parameters) {
        if (known != name) continue;
        const FieldRow* row = find_field(value);
        if (row == nullptr || row->kind != FieldKind::facet)
            throw Error(Status::usage, fmt::format("{} {}: there is no such facet", name, value),
                        "for example theme, grade, region or year");
        return row->field;
    }
    return otherwise;
}

using WritePage = void (*)(std::ostream&, const SearchResult&, const PageOrigin&, const PageLinks&);

// The counts of request.table, in the format of the address; a feed lists the stories that are counted.
HttpAnswer answer_counts(const Asked& asked, SearchRequest request, WritePage write) {
    GenerationPool::Loan context = borrow_generation(asked, request.generation, unit_of(request));
    request.fall_back_to_any = false;
    if (asked.address.format == "atom") {
        request.table.reset();
        request.charts.clear();
    } else {
        request.limit = 0;
    }
    if (!asked.address.format.empty()) return answer_request(asked, std::move(request), *context);
    request.facets.clear();
    const AddressLinks links(make_canonical(asked.address, resolve_filters(request.filters, context->vocabulary)),
                             asked.settings);
    KeptAnswer sink;
    run_search(request, *context, sink);
    std::ostringstream out;
    const std::string what = fmt::format("{}, {} by {}", describe_question(sink.result),
                                         field_row(request.table->first).name, field_row(request.table->second).name);
    write(out, sink.result, {context->index.name(), context->index.built_at(), cite_address(what, *context, links)},
          links);
    HttpAnswer answer;
    answer.body = std::move(out).str();
    answer.etag = make_etag(*context, asked.target);
    return answer;
}

}  // namespace

HttpAnswer answer_table(const Asked& asked) {
    SearchRequest request = read_request(asked, {"rows", "columns"});
    request.table = {read_facet(asked, "rows", Field::theme), read_facet(asked, "columns", Field::grade)};
    request.charts.clear();
    return answer_counts(asked, std::move(request), &write_table_page);
}

HttpAnswer answer_map(const Asked& asked) {
    SearchRequest request = read_request(asked, {"facet"});
    const Field facet = read_facet(asked, "facet", Field::grade);
    request.table = {Field::authority, facet};
    request.split_lines = false;  // a council has one place on the map
    request.charts = {{Field::region, facet}};
    return answer_counts(asked, std::move(request), &write_map_page);
}

}  // namespace findings

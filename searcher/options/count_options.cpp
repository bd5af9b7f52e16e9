// What is counted, in which unit and by which day.
#include "searcher/options/count_options.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "searcher/options/option_values.hpp"

namespace findings {
namespace {

// "grade:inadequate|requires-improvement"
RateRequest parse_rate(const std::string& typed) {
    const std::size_t colon = typed.find(':');
    const FieldRow* row = find_field(std::string_view(typed).substr(0, colon));
    if (colon == std::string::npos || colon + 1 == typed.size() || row == nullptr || row->kind != FieldKind::facet)
        throw Error(Status::usage, fmt::format("--rate {}: no facet and value", typed),
                    "for example --rate 'grade:inadequate|requires-improvement'");
    RateRequest rate{row->field, {}};
    for (std::string_view values = std::string_view(typed).substr(colon + 1);;) {
        const std::size_t end = std::min(values.find('|'), values.size());
        rate.values.emplace_back(values.substr(0, end));
        if (end == values.size()) return rate;
        values.remove_prefix(end + 1);
    }
}

CountUnit parse_unit(const GivenOption& option) {
    return choose<CountUnit>(option.name, option.value,
                             {{"stories", CountUnit::stories},
                              {"inspections", CountUnit::inspections},
                              {"providers", CountUnit::providers},
                              {"findings", CountUnit::findings}});
}

DateBasis parse_basis(const GivenOption& option) {
    return choose<DateBasis>(option.name, option.value,
                             {{"inspected", DateBasis::inspected}, {"published", DateBasis::published}});
}

}  // namespace

bool set_count_option(const GivenOption& option, SearchRequest& request) {
    if (option.name == "count") {
        request.count = parse_unit(option);
    } else if (option.name == "share") {
        request.share = true;
    } else if (option.name == "rate") {
        request.rate = parse_rate(option.value);
    } else if (option.name == "by") {
        request.by = parse_basis(option);
    } else if (option.name == "not-since") {
        request.not_since = parse_day(option.name, option.value);
    } else if (option.name == "include-records") {
        request.include_records = true;
    } else {
        return false;
    }
    return true;
}

void settle_counts(bool count_given, SearchRequest& request) {
    // A rate is one of bodies unless something else is asked for.
    if (request.rate && !count_given) request.count = CountUnit::providers;
    if (request.findings && !count_given && !request.rate) request.count = CountUnit::findings;
    if (request.count == CountUnit::findings && !request.findings)
        throw Error(Status::usage, "--count findings counts what --findings searches", "add --findings");
    // Whose newest inspection is older is told by the newest ones.
    if (request.not_since) request.latest = true;
    if (request.share && !request.table)
        throw Error(Status::usage, "--share is of the cells of a table", "add --table F,G");
    if (request.at && !request.latest)
        throw Error(Status::usage, "--at says as of which day --latest looks", "add --latest");
}

}  // namespace findings

#include "indexer/article/graded_inspection.hpp"

#include "common/base/table_rows.hpp"

namespace findings {

std::vector<GradedInspection> list_inspections(const Article& article) {
    std::vector<GradedInspection> inspections;
    const std::vector<std::string> lines = article.slugs(Field::line);
    // In a round-up of several kinds of body the line of each is not known.
    if (lines.size() > 1) return inspections;
    for (const Award& award : article.awards) {
        if (award.provider.empty() || award.inferred || (award.grade.empty() && award.judgements.empty())) continue;
        inspections.push_back({award.provider, lines.empty() ? std::string() : lines.front(), award.grade,
                               article.inspected, article.published, award.judgements});
    }
    return inspections;
}

std::string encode_inspections(const std::vector<GradedInspection>& inspections) {
    std::string bytes;
    for (const GradedInspection& each : inspections) {
        for (const std::string* part : {&each.provider, &each.line, &each.grade, &each.inspected})
            bytes += *part + '\t';
        bytes += each.published + '\t';
        for (const Judgement& judgement : each.judgements) bytes += judgement.area + ':' + judgement.grade + '|';
        bytes += '\t' + each.recalled + '\n';
    }
    return bytes;
}

std::vector<GradedInspection> decode_inspections(std::string_view bytes) {
    std::vector<GradedInspection> inspections;
    for_each_row(bytes, [&](const auto& cells) {
        GradedInspection made{std::string(cells.at(0)), std::string(cells.at(1)), std::string(cells.at(2)),
                              std::string(cells.at(3)), std::string(cells.at(4)), {},
                              std::string(cells.at(6))};
        for (std::string_view rest = cells.at(5); !rest.empty(); rest.remove_prefix(rest.find('|') + 1)) {
            const std::string_view pair = rest.substr(0, rest.find('|'));
            const std::size_t colon = pair.rfind(':');
            made.judgements.push_back({std::string(pair.substr(0, colon)), std::string(pair.substr(colon + 1))});
        }
        inspections.push_back(std::move(made));
    });
    return inspections;
}

}  // namespace findings

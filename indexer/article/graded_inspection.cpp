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
                               article.inspected, article.published});
    }
    return inspections;
}

std::string encode_inspections(const std::vector<GradedInspection>& inspections) {
    std::string bytes;
    for (const GradedInspection& each : inspections) {
        for (const std::string* part : {&each.provider, &each.line, &each.grade, &each.inspected})
            bytes += *part + '\t';
        bytes += each.published + '\n';
    }
    return bytes;
}

std::vector<GradedInspection> decode_inspections(std::string_view bytes) {
    std::vector<GradedInspection> inspections;
    for_each_row(bytes, [&](const auto& cells) {
        inspections.push_back({std::string(cells.at(0)), std::string(cells.at(1)), std::string(cells.at(2)),
                               std::string(cells.at(3)), std::string(cells.at(4))});
    });
    return inspections;
}

}  // namespace findings

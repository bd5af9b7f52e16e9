#include "indexer/regimes/judgement_labels.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "embedded/judgement_labels.hpp"

namespace findings {
namespace {

struct LabelRow {
    JudgementLabel label;
    std::vector<std::string_view> regulators;
    std::vector<std::string_view> types;
    std::string_view where;
    std::vector<std::string_view> names;
};

JudgementLabel read_label(std::string_view cell) {
    JudgementLabel label;
    if (cell == "overall" || cell.substr(0, 8) == "overall+") {
        label.overall = true;
        if (cell.size() > 8) label.area = cell.substr(8);
    } else if (cell == "previous") {
        label.previous = true;
    } else if (cell.substr(0, 8) == "service+") {
        label.service = true;
        label.area = cell.substr(8);
    } else if (cell != "none") {
        label.area = cell;
    }
    return label;
}

const std::vector<LabelRow>& label_rows() {
    static const std::vector<LabelRow> rows = [] {
        std::vector<LabelRow> made;
        for (const auto& cells : read_grade_table(embedded::judgement_labels()))
            if (cells.size() >= 5)
                made.push_back({read_label(cells[0]), split_grade_cell(cells[1]), split_grade_cell(cells[2]), cells[3],
                                split_grade_cell(cells[4])});
        return made;
    }();
    return rows;
}

bool holds(const std::vector<std::string_view>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Rows made for the regulator and type come first: the first row that has a name keeps it.
JudgementBooks make_books(std::string_view regulator, std::string_view type) {
    JudgementBooks books;
    const std::vector<LabelRow>& rows = label_rows();
    books.ranks.assign(rows.size(), 0);
    std::uint32_t rank = 0;
    for (const bool special : {true, false})
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const LabelRow& row = rows[i];
            const bool any_regulator = holds(row.regulators, "*");
            const bool any_type = holds(row.types, "*");
            if (special == (any_regulator && any_type)) continue;
            if (!any_regulator && !holds(row.regulators, regulator)) continue;
            if (!any_type && !holds(row.types, type)) continue;
            books.ranks[i] = ++rank;
            for (const std::string_view name : row.names) {
                if (row.where != "news") books.table.add(name, static_cast<std::uint32_t>(i));
                if (row.where != "table") books.news.add(name, static_cast<std::uint32_t>(i));
            }
        }
    return books;
}

}  // namespace

const std::vector<JudgementLabel>& judgement_labels() {
    static const std::vector<JudgementLabel> labels = [] {
        std::vector<JudgementLabel> made;
        for (const LabelRow& row : label_rows()) made.push_back(row.label);
        return made;
    }();
    return labels;
}

const JudgementBooks& select_judgement_books(const FacetContext& context) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, std::string>, JudgementBooks> books;
    const std::string type = context.providers.empty() ? std::string() : context.providers.front().type;
    const std::lock_guard<std::mutex> lock(mutex);
    const auto [place, fresh] = books.try_emplace({context.regulator, type});
    if (fresh) place->second = make_books(context.regulator, type);
    return place->second;
}

}  // namespace findings

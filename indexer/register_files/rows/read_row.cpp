#include "indexer/register_files/rows/read_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/base/table_rows.hpp"
#include "common/text/trim.hpp"
#include "indexer/register_files/cells/cell_day.hpp"
#include "indexer/register_files/cells/cell_place.hpp"
#include "indexer/register_files/cells/cell_value.hpp"
#include "indexer/register_files/cells/nested_value.hpp"
#include "indexer/register_files/table/fold_header.hpp"

namespace findings {
namespace {

constexpr std::string_view kAreaPrefix = "area:";

void add_once(std::vector<std::string>& list, const std::string& value) {
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// "Residential homes|Homecare agencies", "Nursery; Playgroup", [{'name': 'Nursing homes'}]; nothing for a broken dump.
std::vector<std::string> split_list(const std::string& cell) {
    std::vector<std::string> parts;
    if (looks_nested(cell)) {
        const auto nested = parse_nested(cell);
        if (nested)
            for (const NestedValue& item : nested->items) parts.emplace_back(item.text_of("name"));
        return parts;
    }
    const char separator = cell.find('|') != std::string::npos ? '|' : ';';
    for (const std::string_view part : split_at(cell, separator)) parts.emplace_back(trim(part));
    return parts;
}

// The text of a cell that dumps an object with one day or name.
std::string inner_text(const std::string& cell, std::string_view field) {
    if (!looks_nested(cell)) return cell;
    const auto nested = parse_nested(cell);
    return nested ? std::string(nested->text_of(field)) : cell;
}

// "BRAND Sanctuary Care Limited": a mark of the register's own.
std::string drop_mark(const std::string& brand) {
    constexpr std::string_view kMark = "BRAND ";
    return brand.starts_with(kMark) ? brand.substr(kMark.size()) : brand;
}

}  // namespace

bool is_row_of_table(const TableRecord& record) {
    const auto filled = std::count_if(record.cells.begin(), record.cells.end(),
                                      [](const std::string& cell) { return !trim(cell, " \t\r\n").empty(); });
    return filled > 1;
}

RowReader::RowReader(const RegisterKind& kind, const std::vector<RegisterColumn>& columns, Refuse refuse)
    : kind_(kind), columns_(columns), refuse_(std::move(refuse)) {}

void RowReader::refuse(const Cell& cell, std::string reason) const {
    refuse_({line_, cell.column->header, cell.text, std::move(reason)});
}

std::string RowReader::find_number(const TableRecord& record) const {
    for (std::size_t i = 0; i < std::min(columns_.size(), record.cells.size()); ++i)
        if (columns_[i].meaning == "number" && columns_[i].part.empty()) {
            std::string number = mend_cell(record.cells[i]);
            if (is_missing(number)) return {};
            if (number.ends_with(".0")) number.resize(number.size() - 2);
            return number;
        }
    return {};
}

bool RowReader::read(const TableRecord& record, RegisterRow& row) {
    line_ = record.line;
    row = {};
    row.line = record.line;
    const auto refuse_row = [&](std::string reason) {
        refuse_({line_, {}, mend_cell(record.cells.front()), std::move(reason)});
        return false;
    };
    if (!is_row_of_table(record)) return refuse_row("a note below the table, no row");
    for (std::size_t i = columns_.size(); i < record.cells.size(); ++i)
        if (!trim(record.cells[i], " \t\r\n").empty())
            return refuse_row(fmt::format("{} cells under {} columns", record.cells.size(), columns_.size()));
    last_visit_.clear();
    started_.clear();
    Parts parts;
    for (std::size_t i = 0; i < std::min(columns_.size(), record.cells.size()); ++i) {
        if (columns_[i].meaning.empty() || columns_[i].is_private()) continue;
        const Cell cell{&columns_[i], mend_cell(record.cells[i])};
        if (is_redacted(cell.text) && cell.column->meaning == "name") row.redacted = true;
        if (!is_missing(cell.text)) take_cell(cell, row, parts);
    }
    row.number = find_number(record);
    if (row.number.empty() && row.name.empty() && row.authority.empty())
        return refuse_row(row.redacted ? "its name is redacted and it has no number" : "neither a number nor a name");
    settle(row, parts);
    return true;
}

void RowReader::take_cell(const Cell& cell, RegisterRow& row, Parts& parts) {
    const bool of_body = cell.column->part.empty() && (take_body_cell(cell, row) || take_place_cell(cell, row));
    if (!of_body) take_inspection_cell(cell, parts[cell.column->part]);
    constexpr std::array<std::string_view, 6> kUnshown{"address", "postcode", "rated", "url", "owner-number", "-"};
    if (std::find(kUnshown.begin(), kUnshown.end(), cell.column->meaning) == kUnshown.end() && !looks_nested(cell.text))
        row.cells.emplace_back(cell.column->header, cell.text);
}

bool RowReader::take_body_cell(const Cell& cell, RegisterRow& row) {
    const std::string& meaning = cell.column->meaning;
    if (meaning == "name") {
        row.name = cell.text;
    } else if (meaning == "other-name") {
        for (const std::string& name : split_list(cell.text))
            if (name != row.name) add_once(row.other_names, name);
    } else if (meaning == "other-number") {
        add_once(row.other_numbers, cell.text);
    } else if (meaning == "type" || meaning == "subtype" || meaning == "is-care-home" || meaning == "client-group" ||
               meaning == "phase") {
        take_types(cell, row);
    } else if (meaning == "status") {
        const CellValue value = find_value("status", kind_.name, cell.text);
        if (value.known)
            row.status = value.slug;
        else
            refuse(cell, "no known status");
    } else if (meaning == "owner") {
        row.owner = cell.text;
    } else if (meaning == "owner-number") {
        row.owner_number = cell.text;
    } else if (meaning == "brand") {
        row.brand = drop_mark(cell.text);
    } else if (meaning == "sector" || meaning == "ownership") {
        const CellValue value = find_value(meaning, kind_.name, cell.text);
        if (!value.slug.empty()) row.sector = value.slug;
        if (!value.known) refuse(cell, "no known sector");
    } else if (meaning == "registered") {
        take_day(cell, row.registered);
    } else if (meaning == "closed") {
        take_day(cell, row.closed);
    } else if (meaning == "url") {
        if (cell.text.starts_with("http")) row.url = cell.text;
    } else {
        return meaning == "number" || meaning == "places" || meaning == "type-code" || meaning == "group-status";
    }
    return true;
}

bool RowReader::take_place_cell(const Cell& cell, RegisterRow& row) {
    const std::string& meaning = cell.column->meaning;
    if (meaning == "authority" || meaning == "authority-code" || meaning == "district") {
        const auto council = read_council(cell.text);
        if (council && row.authority.empty()) row.authority = *council;
        if (!council && meaning == "authority") refuse(cell, "no council of that name");
    } else if (meaning == "region" || meaning == "region-code") {
        const auto region = read_region(cell.text);
        if (region && row.region.empty()) row.region = *region;
        if (!region) refuse(cell, "no region of that name");
    } else if (meaning == "merged-region") {
        // Eight regions, one of them two of the ONS's: the council or another column says which.
        const auto region = read_region(cell.text);
        if (region && row.region.empty()) row.region = *region;
    } else if (meaning == "town") {
        row.town = cell.text;
    } else {
        return meaning == "county" || meaning == "postcode" || meaning == "address";
    }
    return true;
}

void RowReader::take_types(const Cell& cell, RegisterRow& row) {
    const std::string& meaning = cell.column->meaning;
    if (meaning == "is-care-home") {
        add_once(row.types, find_value(meaning, kind_.name, cell.text).slug);
        return;
    }
    const std::vector<std::string> printed = split_list(cell.text);
    if (printed.empty() && looks_nested(cell.text) && !parse_nested(cell.text)) refuse(cell, "a dump that is cut off");
    for (const std::string& one : printed) {
        if (one.empty()) continue;
        if (meaning != "client-group") add_once(row.subtypes, one);
        const CellValue value = find_value(meaning == "client-group" ? meaning : "type", kind_.name, one);
        // A client group makes a home for adults one for children; alone it is no kind of body.
        if (meaning != "client-group" || !row.types.empty()) add_once(row.types, value.slug);
        if (!value.known && meaning == "type" && kind_.type.empty()) refuse(cell, "no known kind of body");
    }
}

void RowReader::take_day(const Cell& cell, std::string& day) {
    // A register may have a day twice, "DateReg" and "Date_Reg": the first column that has it counts.
    if (!day.empty()) return;
    CellDay read = read_cell_day(cell.text);
    if (!read.day.empty())
        day = std::move(read.day);
    else
        refuse(cell, std::move(read.reason));
}

void RowReader::take_inspection_cell(const Cell& cell, RegisterInspection& inspection) {
    const std::string& meaning = cell.column->meaning;
    const bool latest = cell.column->part.empty();
    if (meaning == "overall") {
        take_grade(cell, {}, inspection);
    } else if (meaning.starts_with(kAreaPrefix)) {
        take_grade(cell, std::string_view(meaning).substr(kAreaPrefix.size()), inspection);
    } else if (meaning == "lowest" || meaning == "highest") {
        take_grade(cell, meaning, inspection);
    } else if (meaning == "rated") {
        take_rated(cell, inspection);
    } else if (meaning == "outcome") {
        inspection.printed_grade = cell.text;
    } else if (meaning == "event") {
        inspection.event = cell.text;
        inspection.visit = find_value("event", kind_.name, cell.text).slug;
    } else if (meaning == "event-number") {
        inspection.number = cell.text;
    } else if (meaning == "inspected" || meaning == "ended") {
        take_day(cell, inspection.inspected);
    } else if (meaning == "started") {
        take_day(cell, latest ? started_ : inspection.inspected);
    } else if (meaning == "published") {
        take_day(cell, inspection.published);
    } else if (meaning == "last-report") {
        take_day({cell.column, inner_text(cell.text, "publicationDate")}, inspection.published);
    } else if (meaning == "last-visit") {
        take_day({cell.column, inner_text(cell.text, "date")}, last_visit_);
    } else if (meaning == "concern") {
        inspection.concern = cell.text;
    } else if (meaning == "predecessor") {
        inspection.predecessor = cell.text;
    }
}

std::string RowReader::find_area(std::string name) const {
    const std::string meaning = name_columns({std::move(name)}, kind_).front().meaning;
    return meaning.starts_with(kAreaPrefix) ? meaning.substr(kAreaPrefix.size()) : std::string();
}

void RowReader::take_grade(const Cell& cell, std::string_view area, RegisterInspection& inspection) {
    const CellGrade grade = read_grade(cell.text, kind_.scales, kind_.name);
    if (!grade.known) {
        refuse(cell, "no grade");
        return;
    }
    if (!area.empty()) {
        if (!grade.slug.empty()) inspection.judgements.push_back({std::string(area), grade.slug});
        return;
    }
    // Homes have a column for grades, supported accommodation one of its own: a row fills one of them.
    if (!inspection.grade.empty() && !grade.slug.empty() && inspection.grade != grade.slug) {
        refuse(cell, "a second overall grade");
        return;
    }
    if (inspection.grade.empty()) {
        inspection.grade = grade.slug;
        inspection.printed_grade = cell.text;
    }
}

void RowReader::take_rated(const Cell& cell, RegisterInspection& inspection) {
    const auto nested = parse_nested(cell.text);
    const NestedValue* overall = nested ? nested->find("overall") : nullptr;
    if (overall == nullptr) {
        refuse(cell, "a dump that is cut off");
        return;
    }
    if (const std::string rating(overall->text_of("rating")); !is_missing(rating))
        take_grade({cell.column, rating}, {}, inspection);
    if (const std::string day(overall->text_of("reportDate")); !day.empty())
        take_day({cell.column, day}, inspection.published);
    const NestedValue* questions = overall->find("keyQuestionRatings");
    if (questions == nullptr) return;
    for (const NestedValue& question : questions->items) {
        const std::string area = find_area(std::string(question.text_of("name")));
        const std::string rating(question.text_of("rating"));
        if (!area.empty() && !is_missing(rating)) take_grade({cell.column, rating}, area, inspection);
    }
}

void RowReader::add_question(const TableRecord& record, RegisterRow& row) {
    line_ = record.line;
    std::string service;
    std::string question;
    Cell rating{nullptr, {}};
    RegisterInspection of_row;
    for (std::size_t i = 0; i < std::min(columns_.size(), record.cells.size()); ++i) {
        const std::string& meaning = columns_[i].meaning;
        if (meaning == "service") service = fold_cell(record.cells[i]);
        if (meaning == "question") question = mend_cell(record.cells[i]);
        if (meaning == "rating") rating = {&columns_[i], mend_cell(record.cells[i])};
        if (meaning == "published" && !is_missing(record.cells[i]))
            take_day({&columns_[i], mend_cell(record.cells[i])}, of_row.published);
    }
    if (service != "overall" || rating.column == nullptr || is_missing(rating.text)) return;
    if (fold_cell(question) == "overall") {
        take_grade(rating, {}, row.inspection);
        row.inspection.published = of_row.published;
        return;
    }
    if (const std::string area = find_area(question); !area.empty()) take_grade(rating, area, row.inspection);
}

void RowReader::settle(RegisterRow& row, Parts& parts) const {
    if (row.types.empty() && !kind_.type.empty()) row.types.push_back(kind_.type);
    RegisterInspection& latest = parts[""];
    if (latest.inspected.empty()) latest.inspected = started_;
    // The last visit gave the rating only when the rating was published behind it.
    if (latest.inspected.empty() && !last_visit_.empty() &&
        (latest.published.empty() ? latest.grade.empty() && latest.judgements.empty()
                                  : last_visit_ <= latest.published))
        latest.inspected = last_visit_;
    std::vector<RegisterInspection> own;
    for (auto& [part, inspection] : parts) {
        if (inspection.predecessor == row.number) inspection.predecessor.clear();
        if (inspection.empty()) continue;
        // An ungraded visit says that an older grade stands; a predecessor's grade is not this body's.
        const bool is_own = part != "ungraded" && inspection.predecessor.empty();
        (is_own ? own : row.earlier).push_back(std::move(inspection));
    }
    std::stable_sort(own.begin(), own.end(),
                     [](const RegisterInspection& a, const RegisterInspection& b) { return a.day() > b.day(); });
    if (own.empty()) return;
    row.inspection = std::move(own.front());
    row.earlier.insert(row.earlier.begin(), std::make_move_iterator(own.begin() + 1),
                       std::make_move_iterator(own.end()));
}

}  // namespace findings

#include "indexer/readers/office/xlsx_reader.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/office/part_relations.hpp"
#include "indexer/readers/office/xml_part.hpp"

namespace findings {
namespace {

constexpr const char* kWorkbook = "xl/workbook.xml";

/// Characters of a cell or shared string; reading aids for Japanese are left out.
std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children()) {
        if (local_name(child) == "t") text += all_text(child);
        if (local_name(child) == "r") text += all_text(child_named(child, "t"));
    }
    return text;
}

/// Built-in formats of days, and of days with times. Source: ECMA-376 part 1, 18.8.30.
bool is_day_format(int number) {
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 36);
}

/// "dd/mm/yyyy", not "0.00" nor "[Red]0": letters of days outside quotes and brackets.
bool is_day_format(std::string_view code) {
    bool quoted = false;
    bool bracket = false;
    bool day = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '[' || c == ']')) {
            bracket = c == '[';
        } else if (!quoted && !bracket) {
            day = day || c == 'd' || c == 'y' || c == 'D' || c == 'Y';
        }
    }
    return day;
}

/// The places in the table of cell formats that show a number as a day.
std::set<int> find_day_styles(ZipParts& parts) {
    std::set<int> days;
    pugi::xml_document document;
    if (!read_xml(parts, "xl/styles.xml", document)) return days;
    std::set<int> own;
    for (const pugi::xml_node& format : child_named(document.document_element(), "numFmts").children())
        if (is_day_format(attribute_named(format, "formatCode"))) own.insert(format.attribute("numFmtId").as_int());
    int place = 0;
    for (const pugi::xml_node& format : child_named(document.document_element(), "cellXfs").children()) {
        if (local_name(format) != "xf") continue;
        const int number = format.attribute("numFmtId").as_int();
        if (is_day_format(number) || own.contains(number)) days.insert(place);
        ++place;
    }
    return days;
}

/// Column of "BC12" from 0; nullopt where there is none.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > kMaxColumns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

class WorkbookReader {
  public:
    explicit WorkbookReader(ZipParts& parts) : days_(find_day_styles(parts)) {
        pugi::xml_document document;
        if (read_xml(parts, "xl/sharedStrings.xml", document))
            for (const pugi::xml_node& item : document.document_element().children())
                if (local_name(item) == "si") strings_.push_back(rich_text(item));
    }

    /// A cell named a text that the workbook does not have.
    [[nodiscard]] bool lacks_strings() const { return lacks_strings_; }

    /// Numbers of days count from 1904 in workbooks of old Macs.
    void count_from_1904() { first_day_ = std::chrono::year(1904) / 1 / 1; }

    /// True when words stand to the right of what is read.
    [[nodiscard]] bool read_sheet(const pugi::xml_document& document, Sheet& sheet) {
        bool cut = false;
        for (const pugi::xml_node& node : child_named(document.document_element(), "sheetData").children()) {
            if (local_name(node) != "row") continue;
            SheetRow row;
            const std::size_t before = sheet.rows.empty() ? 0 : sheet.rows.back().number;
            row.number = std::max<std::size_t>(before + 1, node.attribute("r").as_uint(0));
            for (const pugi::xml_node& cell : node.children()) {
                if (local_name(cell) != "c") continue;
                const std::size_t column = column_of(attribute_named(cell, "r")).value_or(row.cells.size());
                if (column >= kMaxColumns) {
                    cut = cut || !cell_text(cell).empty();
                    continue;
                }
                if (row.cells.size() <= column) row.cells.resize(column + 1);
                row.cells[column] = cell_text(cell);
            }
            while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
            if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
        }
        return cut;
    }

  private:
    [[nodiscard]] std::string cell_text(const pugi::xml_node& cell) {
        const std::string_view type = attribute_named(cell, "t");
        if (type == "inlineStr") return rich_text(child_named(cell, "is"));
        const std::string value = all_text(child_named(cell, "v"));
        if (type == "s") {
            std::size_t index = strings_.size();
            std::from_chars(value.data(), value.data() + value.size(), index);
            lacks_strings_ = lacks_strings_ || index >= strings_.size();
            return index < strings_.size() ? strings_[index] : std::string();
        }
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "str" || type == "e" || type == "d") return value;
        if (days_.contains(cell.attribute("s").as_int(0))) return day_text(value);
        return number_text(value);
    }

    [[nodiscard]] std::string day_text(const std::string& value) const {
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || number < 1 || number > 2'958'465) return value;
        const std::chrono::year_month_day day(first_day_ + std::chrono::days(static_cast<int>(number)));
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                           static_cast<unsigned>(day.day()));
    }

    /// 0.1 is stored as 0.10000000000000001.
    static std::string number_text(const std::string& value) {
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size() || value.find('.') == std::string::npos)
            return value;
        char text[32];
        const auto written = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 12);
        return {text, written.ptr};
    }

    std::vector<std::string> strings_;
    bool lacks_strings_ = false;
    std::set<int> days_;
    // Day 1 is 1 January 1900, and a 29 February 1900 is counted that never was.
    std::chrono::sys_days first_day_ = std::chrono::year(1899) / 12 / 30;
};

}  // namespace

std::optional<Rejection> read_xlsx(ZipParts& parts, std::vector<Sheet>& sheets, RawArticle& article) {
    pugi::xml_document workbook;
    if (!read_xml(parts, kWorkbook, workbook))
        return Rejection{{}, RejectionReason::corrupt, "its list of sheets is damaged"};
    const auto relations = read_relations(parts, kWorkbook);
    WorkbookReader reader(parts);
    bool damaged = false;
    const std::string_view old = attribute_named(child_named(workbook.document_element(), "workbookPr"), "date1904");
    if (old == "1" || old == "true") reader.count_from_1904();
    for (const pugi::xml_node& node : child_named(workbook.document_element(), "sheets").children()) {
        const auto relation = relations.find(node.attribute("r:id").value());
        if (relation == relations.end() || relation->second.type != "worksheet") continue;
        Sheet sheet;
        sheet.name = attribute_named(node, "name");
        pugi::xml_document document;
        if (read_xml(parts, relation->second.part, document)) {
            if (reader.read_sheet(document, sheet))
                article.warnings.push_back(fmt::format("sheet {}: columns to the right of the first {} are not read",
                                                       sheet.name, kMaxColumns));
        } else if (!parts.failure()) {
            damaged = true;
            article.warnings.push_back("sheet " + sheet.name + ": damaged, not read");
        }
        sheets.push_back(std::move(sheet));
    }
    if (parts.failure()) return parts.failure();
    if (reader.lacks_strings()) article.warnings.emplace_back("its list of texts is damaged: some cells are empty");
    // Where nothing is left, the first loss is why.
    const bool empty = std::all_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.rows.empty(); });
    if (empty && !article.warnings.empty())
        return Rejection{{},
                         damaged || reader.lacks_strings() ? RejectionReason::corrupt : RejectionReason::too_large,
                         article.warnings.front()};
    return std::nullopt;
}

}  // namespace findings

#include "indexer/readers/office/sheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text/ascii.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/json/json_record.hpp"
#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/text/front_matter.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// Titles and notes may stand above the header.
constexpr std::size_t kRowsAboveHeader = 10;

bool is_text_key(std::string_view key) { return key == "text" || key == "body" || key == "html"; }

/// The keys that a header's cells name, "" for another column.
std::vector<std::string> find_keys(const SheetRow& row) {
    std::vector<std::string> keys;
    for (const std::string& cell : row.cells) {
        std::string key = lower_case(fold_spaces(tidy_text(cell)));
        std::replace(key.begin(), key.end(), ' ', '_');
        keys.push_back(is_text_key(key) || classify_key(key) != DeclaredKey::unknown ? std::move(key) : std::string());
    }
    return keys;
}

/// The header of records: it names the text and one other key at least. The row's place, or the number of rows.
std::size_t find_header(const Sheet& sheet) {
    for (std::size_t i = 0; i < std::min(sheet.rows.size(), kRowsAboveHeader); ++i) {
        const std::vector<std::string> keys = find_keys(sheet.rows[i]);
        const bool text = std::any_of(keys.begin(), keys.end(), [](const auto& key) { return is_text_key(key); });
        const auto named = std::count_if(keys.begin(), keys.end(), [](const auto& key) { return !key.empty(); });
        if (text && named > 1) return i;
    }
    return sheet.rows.size();
}

nlohmann::json list_of(std::string_view cell) {
    nlohmann::json list = nlohmann::json::array();
    while (!cell.empty()) {
        const std::size_t end = cell.find(';');
        if (std::string value = fold_spaces(cell.substr(0, end)); !value.empty()) list.push_back(std::move(value));
        cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
    }
    return list;
}

/// The row as an object of JSON input, so that both mean the same.
std::string make_record(const std::vector<std::string>& keys, const SheetRow& row) {
    nlohmann::json record = nlohmann::json::object();
    for (std::size_t i = 0; i < std::min(keys.size(), row.cells.size()); ++i) {
        const std::string value = tidy_text(row.cells[i]);
        if (keys[i].empty() || fold_spaces(value).empty() || record.contains(keys[i])) continue;
        if (classify_key(keys[i]) == DeclaredKey::list)
            record[keys[i]] = list_of(value);
        else
            record[keys[i]] = value;
    }
    return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool is_empty(const SheetRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return fold_spaces(cell).empty(); });
}

// How many rows there were, read or rejected.
std::size_t give_records(const Sheet& sheet, std::size_t header, std::size_t above, const ReaderLimits& limits,
                         const ReadSink& sink) {
    std::size_t rows = 0;
    const std::vector<std::string> keys = find_keys(sheet.rows[header]);
    JsonRecordReader reader(limits.text_bytes);
    for (std::size_t i = header + 1; i < sheet.rows.size(); ++i) {
        if (is_empty(sheet.rows[i])) continue;
        ++rows;
        RawArticle article;
        const std::size_t line = above + sheet.rows[i].number;
        auto rejection = reader.read(make_record(keys, sheet.rows[i]), ContentType::table, line, article);
        if (rejection)
            sink.rejection(std::move(*rejection));
        else
            sink.article(std::move(article));
    }
    return rows;
}

void add_rows(const Sheet& sheet, BlockList& list) {
    if (std::all_of(sheet.rows.begin(), sheet.rows.end(), is_empty)) return;
    if (!sheet.name.empty()) list.add_text(BlockRole::heading, sheet.name);
    for (const SheetRow& row : sheet.rows) {
        std::vector<std::vector<Block>> cells;
        for (const std::string& cell : row.cells) {
            BlockList text;
            text.add_text(BlockRole::paragraph, cell);
            cells.push_back(text.take());
        }
        list.add_row(std::move(cells));
    }
}

}  // namespace

void give_sheets(std::vector<Sheet> sheets, RawArticle whole, const ReaderLimits& limits, const ReadSink& sink) {
    BlockList list;
    std::size_t above = 0;  // rows of the sheets before, so that no two records have one number
    bool records = false;
    std::size_t rows = 0;  // that are records
    for (const Sheet& sheet : sheets) {
        const std::size_t header = find_header(sheet);
        if (header == sheet.rows.size()) {
            add_rows(sheet, list);
        } else {
            rows += give_records(sheet, header, above, limits, sink);
            records = true;
        }
        if (!sheet.rows.empty()) above += sheet.rows.back().number;
    }
    if (list.empty()) {
        if (!records)
            sink.rejection({{}, RejectionReason::no_text, "no cell holds a word"});
        else if (rows == 0)
            sink.rejection({{}, RejectionReason::no_text, "no row below its header"});
        return;
    }
    whole.blocks = list.take();
    sink.article(std::move(whole));
}

}  // namespace findings

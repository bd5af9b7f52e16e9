// Measures runs in TREC format and compares them with a table written down before.
//
// usage: evaluate-ranking [--table DOCUMENT.md] [--floor NDCG] NAME QRELS RUN [NAME QRELS RUN]...
//   prints a table with a line for each collection and their mean. With --table, each number is followed by its
//   difference from the row of the same name in the document, a Markdown table of the same columns.
//   --floor: exit 1 when the mean nDCG@10 is lower
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/evaluation/program.hpp"
#include "tests/evaluation/ranking/metrics.hpp"

namespace {

using findings::evaluation::Metrics;

constexpr std::array kColumns{"nDCG@10", "MAP", "P@10", "R@100", "MRR"};
using Row = std::array<double, kColumns.size()>;
using Table = std::map<std::string, Row>;

Row to_row(const Metrics& metrics) {
    return {metrics.ndcg10, metrics.map, metrics.p10, metrics.recall100, metrics.mrr};
}

std::ifstream open_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

// The rows "| name | 0.1 | 0.2 | … |" with a number in every column; other tables have none of that width.
Table read_table(const std::string& path) {
    std::ifstream file = open_file(path);
    Table table;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() != '|') continue;
        std::vector<std::string> cells;
        std::istringstream parts(line.substr(1));
        for (std::string cell; std::getline(parts, cell, '|');) {
            const std::size_t begin = cell.find_first_not_of(' ');
            const std::size_t end = cell.find_last_not_of(' ');
            cells.push_back(begin == std::string::npos ? std::string() : cell.substr(begin, end + 1 - begin));
        }
        if (cells.size() != kColumns.size() + 1) continue;
        Row row{};
        std::size_t numbers = 0;
        for (; numbers < row.size(); ++numbers) {
            std::istringstream number(cells[numbers + 1]);
            if (!(number >> row[numbers]) || !number.eof()) break;
        }
        if (numbers == row.size()) table[cells.front()] = row;
    }
    if (table.empty())
        throw std::runtime_error(path + " holds no table of " + std::to_string(kColumns.size()) + " measures");
    return table;
}

void print_row(const std::string& name, const Row& row, const std::optional<Table>& before) {
    std::string line = fmt::format("| {:<20} |", name);
    const auto old = before ? before->find(name) : Table::const_iterator();
    const bool compared = before && old != before->end();
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += fmt::format(" {:.4f} ", row[i]);
        // Both as printed: a table just copied from here must show no difference.
        if (compared) line += fmt::format("({:+.4f}) ", std::stod(fmt::format("{:.4f}", row[i])) - old->second[i]);
        if (before && !compared) line += "(new)     ";
        line += '|';
    }
    std::cout << line << '\n';
}

int run(std::vector<std::string> arguments) {
    std::optional<Table> before;
    double floor = 0;
    while (arguments.size() > 1 && arguments.front().rfind("--", 0) == 0) {
        if (arguments[0] == "--table")
            before = read_table(arguments[1]);
        else if (arguments[0] == "--floor")
            floor = std::stod(arguments[1]);
        else
            throw std::runtime_error("no such option: " + arguments[0]);
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.empty() || arguments.size() % 3 != 0)
        throw std::runtime_error("usage: evaluate-ranking [--table FILE] [--floor NDCG] NAME QRELS RUN ...");
    std::cout << fmt::format("| {:<20} |", "collection");
    for (const char* column : kColumns) std::cout << fmt::format(" {:<{}} |", column, before ? 16 : 6);
    std::cout << '\n';
    Row mean{};
    const auto collections = static_cast<double>(arguments.size() / 3);
    for (std::size_t i = 0; i < arguments.size(); i += 3) {
        std::ifstream judgements = open_file(arguments[i + 1]);
        std::ifstream found = open_file(arguments[i + 2]);
        const Row row = to_row(findings::evaluation::measure_run(findings::evaluation::read_judgements(judgements),
                                                                 findings::evaluation::read_run(found)));
        for (std::size_t column = 0; column < row.size(); ++column) mean[column] += row[column] / collections;
        print_row(arguments[i], row, before);
    }
    if (arguments.size() > 3) print_row("mean", mean, before);
    if (mean[0] >= floor) return 0;
    std::cout << fmt::format("mean nDCG@10 {:.4f} is below {}\n", mean[0], floor);
    return 1;
}

}  // namespace

int main(int argc, char** argv) { return findings::evaluation::run_program("evaluate-ranking", run, argc, argv); }

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

namespace fs = std::filesystem;

namespace findings::test {
namespace {

// FNV-1a: whether anything at all changed.
std::uint32_t sum_of(std::string_view text) {
    std::uint32_t sum = 2166136261U;
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
    return sum;
}

// The roles in order, "p3 h" for three paragraphs and a heading, and the sum of all that was read.
std::string describe(const RawArticle& article) {
    static constexpr std::string_view kRoles = "phirclnb";
    std::ostringstream line;
    std::string all = article.title;
    line << static_cast<int>(article.type) << " record " << article.line << " \"" << article.title << "\"";
    for (std::size_t i = 0; i < article.blocks.size();) {
        std::size_t run = i;
        while (run < article.blocks.size() && article.blocks[run].role == article.blocks[i].role) ++run;
        line << ' ' << kRoles[static_cast<std::size_t>(article.blocks[i].role)];
        if (run - i > 1) line << run - i;
        i = run;
    }
    for (const Block& block : article.blocks) {
        all += '\n' + std::to_string(block.page) + block.text;
        for (const PageBreak& at : block.breaks) all += '\f' + std::to_string(at.at) + ' ' + std::to_string(at.page);
    }
    for (const auto& [key, values] : article.declared) {
        line << ' ' << key << '=' << values.size();
        for (const std::string& value : values) all += key + value;
    }
    for (const auto& [key, value] : article.metadata) all += key + value;
    line << ", " << article.metadata.size() << " of metadata, sum " << std::hex << sum_of(all);
    for (const std::string& warning : article.warnings) line << "\n    warning: " << warning;
    return line.str();
}

std::string read_all(const fs::path& corpora) {
    std::vector<fs::path> files;
    for (const std::string folder : {"blind", "broken", "partial", "recurring", "registers", "sample"})
        for (const auto& entry : fs::recursive_directory_iterator(corpora / folder))
            if (entry.is_regular_file() && entry.path().extension() != ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    ReaderLimits limits;
    limits.ocr = "off";
    std::string all;
    for (const fs::path& file : files) {
        const ReadResult read = read_file(file, limits);
        all += "== " + file.lexically_relative(corpora).string() + '\n';
        for (const RawArticle& article : read.articles) all += "  " + describe(article) + '\n';
        for (const Rejection& rejection : read.rejections)
            // Behind the colon stands what a library says, which its versions word differently.
            all += "  rejected " + std::string(rejection_row(rejection.reason).name) + '\n';
    }
    return all;
}

TEST_CASE("every file of the corpora is read as it was") {
    const fs::path golden = "tests/unit/indexer/readers/corpora_readings.golden";
    const std::string now = read_all("tests/corpora");
    // Look at the difference, and with `findings-index inspect` at the files it names, before committing it.
    if (std::getenv("UPDATE") != nullptr) std::ofstream(golden) << now;
    std::ifstream file(golden);
    std::istringstream lines(now);
    std::string wanted, got, name;
    for (std::size_t number = 1; std::getline(lines, got); ++number) {
        if (!std::getline(file, wanted)) wanted = "(nothing)";
        if (got.rfind("== ", 0) == 0) name = got;
        INFO(name << "\n(UPDATE=1 build/release/bin/unit-readers rewrites what is expected)");
        REQUIRE(got == wanted);
    }
    CHECK_FALSE(std::getline(file, wanted));
}

}  // namespace
}  // namespace findings::test

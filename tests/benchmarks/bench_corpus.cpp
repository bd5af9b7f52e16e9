// Makes the corpus of a benchmark: JSON Lines with every facet declared, the same as Omega's dump format, and the same
// without facets, from a file of passages or, without one, from words drawn by Zipf's law.
// usage: bench-corpus ARTICLES OUT_STEM [PASSAGES.jsonl.gz]
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

namespace {

using Json = nlohmann::ordered_json;

struct Passage {
    std::string id, title, text, date;
};

/// Lines of a gzip file; begins again when it ends.
class PassageFile {
  public:
    explicit PassageFile(const std::string& path) : file_(gzopen(path.c_str(), "rb")) {
        if (file_ == nullptr) throw std::runtime_error("cannot open " + path);
    }
    ~PassageFile() { gzclose(file_); }
    PassageFile(const PassageFile&) = delete;
    PassageFile& operator=(const PassageFile&) = delete;

    Passage next() {
        std::string line = read_line();
        if (line.empty()) {
            gzrewind(file_);
            ++round_;
            line = read_line();
        }
        const Json json = Json::parse(line);
        Passage passage{json.value("id", ""), json.value("title", ""), json.value("text", ""), json.value("date", "")};
        if (round_ > 0) passage.id += fmt::format("~{}", round_);
        return passage;
    }

  private:
    std::string read_line() {
        std::string line;
        std::array<char, 1 << 16> buffer{};
        while (gzgets(file_, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
            line += buffer.data();
            if (line.back() == '\n') break;
        }
        return line;
    }

    gzFile file_;
    int round_ = 0;
};

/// Passages of the size and vocabulary of the real ones: 4.8 kB, sixty thousand words.
class InventedPassages {
  public:
    InventedPassages() {
        constexpr int kWords = 60000;
        std::uniform_int_distribution<int> letter('a', 'z');
        std::uniform_int_distribution<int> length(2, 11);
        double sum = 0;
        for (int i = 0; i < kWords; ++i) {
            std::string word;
            for (int letters = length(random_); letters > 0; --letters) word += static_cast<char>(letter(random_));
            words_.push_back(word);
            weights_.push_back(sum += 1.0 / std::pow(i + 3.0, 1.07));
        }
    }
    Passage next() {
        Passage passage;
        passage.id = fmt::format("invented-{}", number_++);
        for (int i = 0; i < 6; ++i) passage.title += word() + ' ';
        for (int i = 1; passage.text.size() < 4800; ++i) passage.text += word() + (i % 17 == 0 ? ".\n" : " ");
        return passage;
    }

    /// Questions about them, common and rare words alike.
    void write_queries(const std::string& path) {
        std::ofstream queries(path);
        for (int i = 0; i < 200; ++i) {
            queries << "one-word\t" << word() << "\ntwo-words\t" << word() << ' ';
            queries << word() << "\nand-not\t" << word() << " NOT " << word() << '\n';
        }
    }

  private:
    const std::string& word() {
        const double at = std::uniform_real_distribution<double>(0, weights_.back())(random_);
        return words_[static_cast<std::size_t>(std::lower_bound(weights_.begin(), weights_.end(), at) -
                                               weights_.begin())];
    }
    std::mt19937 random_{7};
    std::vector<std::string> words_;
    std::vector<double> weights_;
    int number_ = 0;
};

constexpr std::array kRegions{"london",        "south-east", "south-west", "east-of-england",          "east-midlands",
                              "west-midlands", "north-west", "north-east", "yorkshire-and-the-humber", "wales"};
constexpr std::array kGrades{"outstanding", "good", "requires-improvement", "inadequate"};
constexpr std::array kThemes{"safeguarding", "leadership", "staffing", "missing",
                             "care-leavers", "vetting",    "send",     "attendance"};

void write_article(const Passage& passage, std::size_t number, std::ofstream& declared, std::ofstream& plain,
                   std::ofstream& dump) {
    // Spread without a pattern that would follow the order of the passages.
    const std::uint64_t spread = (number + 1) * 0x9e3779b97f4a7c15ULL >> 20U;
    const std::string provider = fmt::format("Provider {}", spread % 1500);
    const std::string date =
        passage.date.empty() ? fmt::format("20{:02}-{:02}-15", spread % 25, 1 + spread % 12) : passage.date;
    Json json{{"id", passage.id}, {"title", passage.title}, {"text", passage.text}};
    plain << json.dump() << '\n';
    json["published"] = date;
    json["provider"] = provider;
    json["region"] = kRegions[spread % kRegions.size()];
    json["grade"] = kGrades[(spread >> 8U) % kGrades.size()];
    json["theme"] = {kThemes[(spread >> 16U) % kThemes.size()], kThemes[(spread >> 20U) % kThemes.size()]};
    for (const char* key : {"group", "type", "authority", "judgement", "strength", "weakness", "kind", "visit",
                            "action", "regulator", "inspected", "previous_grade"})
        json[key] = nullptr;
    declared << json.dump() << '\n';
    dump << "id=" << passage.id << "\ntitle=" << passage.title << "\nprovider=" << provider
         << "\nregion=" << json["region"].get<std::string>() << "\ngrade=" << json["grade"].get<std::string>()
         << "\ntheme=" << json["theme"][0].get<std::string>() << "\npublished=" << date << "\ntext=";
    for (const char c : passage.text) {
        dump << c;
        if (c == '\n') dump << '=';
    }
    dump << "\n\n";
}

template <typename Source>
void write_corpus(Source& source, std::size_t articles, const std::string& stem) {
    std::ofstream declared(stem + ".declared.jsonl");
    std::ofstream plain(stem + ".plain.jsonl");
    std::ofstream dump(stem + ".dump");
    std::uint64_t text_bytes = 0;
    for (std::size_t i = 0; i < articles; ++i) {
        const Passage passage = source.next();
        text_bytes += passage.title.size() + passage.text.size();
        write_article(passage, i, declared, plain, dump);
    }
    fmt::print("{}\n", text_bytes);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::size_t articles = std::stoul(argv[1]);
    if (argc > 3) {
        PassageFile file(argv[3]);
        write_corpus(file, articles, argv[2]);
    } else {
        InventedPassages invented;
        write_corpus(invented, articles, argv[2]);
        invented.write_queries(std::string(argv[2]) + ".queries.tsv");
    }
}

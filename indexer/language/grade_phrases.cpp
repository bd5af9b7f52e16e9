#include "indexer/language/grade_phrases.hpp"

#include <algorithm>

namespace findings {

void PhraseBook::add(std::string_view phrase, std::uint32_t value) {
    Entry entry;
    entry.value = value;
    for (GradeWord& word : split_grade_words(phrase)) entry.words.push_back(std::move(word.text));
    if (entry.words.empty()) return;
    std::vector<Entry>& row = entries_[entry.words.front()];
    const auto same = [&](const Entry& other) { return other.words == entry.words; };
    // The first row of a table wins: special names stand above general ones.
    if (std::any_of(row.begin(), row.end(), same)) return;
    const auto place = std::find_if(row.begin(), row.end(),
                                    [&](const Entry& other) { return other.words.size() < entry.words.size(); });
    row.insert(place, std::move(entry));
}

const std::vector<PhraseBook::Entry>* PhraseBook::starting_with(const std::string& word) const {
    const auto row = entries_.find(word);
    return row == entries_.end() ? nullptr : &row->second;
}

std::optional<BookMatch> PhraseBook::longest_at(const std::vector<GradeWord>& words, std::size_t i) const {
    const std::vector<Entry>* row = starting_with(words[i].text);
    if (row == nullptr) return std::nullopt;
    for (const Entry& entry : *row) {
        if (entry.words.size() > words.size() - i) continue;
        std::size_t k = 1;
        while (k < entry.words.size() && words[i + k].text == entry.words[k] && !words[i + k].stop_before) ++k;
        if (k == entry.words.size()) return BookMatch{i, i + k, entry.value};
    }
    return std::nullopt;
}

std::vector<BookMatch> PhraseBook::find_all(const std::vector<GradeWord>& words) const {
    std::vector<BookMatch> matches;
    for (std::size_t i = 0; i < words.size();) {
        if (const auto match = longest_at(words, i)) {
            matches.push_back(*match);
            i = match->last;
        } else {
            ++i;
        }
    }
    return matches;
}

std::vector<std::vector<std::string_view>> read_grade_table(std::string_view table) {
    std::vector<std::vector<std::string_view>> rows;
    while (!table.empty()) {
        const std::string_view line = table.substr(0, table.find('\n'));
        table.remove_prefix(std::min(table.size(), line.size() + 1));
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string_view>& row = rows.emplace_back();
        for (std::size_t begin = 0;;) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            row.push_back(line.substr(begin, end - begin));
            if (end == line.size()) break;
            begin = end + 1;
        }
    }
    return rows;
}

std::vector<std::string_view> split_grade_cell(std::string_view cell) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find('|', begin), cell.size());
        if (end > begin) parts.push_back(cell.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

}  // namespace findings

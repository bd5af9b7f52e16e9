#include "indexer/facets/grade/listed_grades.hpp"

#include "indexer/facets/grade/grade_marks.hpp"

namespace findings {
namespace {

/// The provider that each entry names, by index; their number for an entry that names none.
std::vector<std::size_t> find_owners(const Listing& listing, const std::vector<TokenMark>& marks, std::size_t none) {
    std::vector<std::size_t> owners(listing.entries.size(), none);
    std::size_t at = 0;
    for (std::size_t i = 0; i < listing.entries.size(); ++i) {
        const ListedWords& name = listing.entries[i].name;
        while (at < marks.size() && marks[at].last <= name.first) ++at;
        if (at < marks.size() && marks[at].first < name.last) owners[i] = marks[at].value;
    }
    return owners;
}

/// The grade that the regime prints with these words, "" for none.
std::string slug_of(const ListedWords& words, const SentenceSetting& setting) {
    if (words.empty()) return {};
    const auto marks = find_grade_marks(words.first, words.last, setting);
    if (marks.empty() || marks.front().token_class != TokenClass::grade) return {};
    return printed_grades()[marks.front().value].slug;
}

}  // namespace

ListedGrades::ListedGrades(const Reading& reading, const std::vector<TokenMark>& names, const SentenceSetting& setting)
    : listing_(read_listing(reading)),
      owners_(find_owners(listing_, names, setting.context->providers.size())),
      providers_(setting.context->providers.size()) {
    for (std::size_t i = 0; i < owners_.size(); ++i) {
        const RoundUpEntry& entry = listing_.entries[i];
        if (owners_[i] >= providers_) continue;
        ListedGrade given{owners_[i], slug_of(entry.grade, setting), slug_of(entry.previous, setting), entry.grader,
                          entry.grader};
        if (!entry.previous.empty())
            given.recaller = reading.article.sentence_at(reading.body.words[entry.previous.first].begin);
        if (given.previous.empty() && entry.unchanged) given.previous = given.grade;
        if (!given.grade.empty() || !given.previous.empty()) grades_.push_back(std::move(given));
    }
}

std::size_t ListedGrades::owner_of(std::size_t byte, std::size_t none) const {
    const RoundUpEntry* entry = listing_.entry_at(byte);
    if (entry == nullptr) return none;
    const std::size_t owner = owners_[static_cast<std::size_t>(entry - listing_.entries.data())];
    return owner < providers_ ? owner : none;
}

}  // namespace findings

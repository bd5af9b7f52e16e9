#include "indexer/facets/grade/service_topic.hpp"

#include <algorithm>

namespace findings {
namespace {

/// A service so near to the start of a sentence is what the sentence is about: "The hospital's maternity unit …".
constexpr std::size_t kOpeningWords = 6;

bool tells_of_visit(const Passage& passage, std::size_t first, std::size_t last) {
    const auto [begin, end] = passage.matches_in(first, last);
    return std::any_of(passage.matches.begin() + static_cast<std::ptrdiff_t>(begin),
                       passage.matches.begin() + static_cast<std::ptrdiff_t>(end), [](const PhraseMatch& match) {
                           return has_role(match, Role::inspect) || has_role(match, Role::visit);
                       });
}

bool names_provider(const std::vector<TokenMark>& marks, std::size_t first, std::size_t last) {
    return std::any_of(marks.begin(), marks.end(), [&](const TokenMark& mark) {
        return mark.token_class == TokenClass::name && mark.first >= first && mark.last <= last;
    });
}

}  // namespace

ServiceTopic::Named ServiceTopic::find_services(const Passage& passage, std::size_t first, std::size_t last) const {
    Named named;
    const auto [begin, end] = passage.matches_in(first, last);
    for (std::size_t i = begin; i < end; ++i) {
        const PhraseMatch& match = passage.matches[i];
        if (match.kind != PhraseKind::judged_area) continue;
        const auto row = setting_.books->row_of_name(match.value);
        if (!row || !judgement_labels()[*row].service) continue;
        if (named.areas.empty()) named.first = match.first;
        if (std::find(named.areas.begin(), named.areas.end(), *row) == named.areas.end()) named.areas.push_back(*row);
    }
    return named;
}

void ServiceTopic::read_title(const Passage& title, const std::vector<TokenMark>& marks) {
    if (names_provider(marks, 0, title.words.size())) return;
    areas_ = find_services(title, 0, title.words.size()).areas;
}

void ServiceTopic::read_sentence(std::size_t first, std::size_t last) {
    const Passage& body = *setting_.passage;
    Named named = find_services(body, first, last);
    if (!named.areas.empty() && (named.first < first + kOpeningWords || tells_of_visit(body, first, last)))
        areas_ = std::move(named.areas);
    else if (names_provider(setting_.marks, first, last))
        areas_.clear();
}

void ServiceTopic::set(const std::vector<std::uint32_t>& areas) {
    std::vector<std::uint32_t> services;
    for (const std::uint32_t area : areas)
        if (judgement_labels()[area].service) services.push_back(area);
    if (!services.empty()) areas_ = std::move(services);
}

}  // namespace findings

#include "indexer/language/lexicon.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/base/table_rows.hpp"
#include "common/index/vocabulary.hpp"
#include "embedded/grade_cues.hpp"
#include "embedded/grade_patterns.hpp"
#include "embedded/grade_phrases.hpp"
#include "embedded/judgement_labels.hpp"
#include "embedded/phrases.hpp"
#include "embedded/theme_cues.hpp"
#include "indexer/language/token_class.hpp"
#include "indexer/registers/gazetteer.hpp"
#include "indexer/registers/registered_bodies.hpp"

namespace findings {
namespace {

constexpr std::array kRoles{
    std::pair{"regulator", Role::regulator},
    std::pair{"regulator_sign", Role::regulator_sign},
    std::pair{"visit", Role::visit},
    std::pair{"kind", Role::kind},
    std::pair{"inspect", Role::inspect},
    std::pair{"finding", Role::finding},
    std::pair{"facility", Role::facility},
    std::pair{"house", Role::house},
    std::pair{"called", Role::called},
    std::pair{"stands_for", Role::stands_for},
    std::pair{"owner", Role::owner},
    std::pair{"withheld", Role::withheld},
    std::pair{"council_word", Role::council_word},
    std::pair{"street", Role::street},
    std::pair{"place_before", Role::place_before},
    std::pair{"national", Role::national},
    std::pair{"region", Role::region},
    std::pair{"heading", Role::heading},
    std::pair{"praise", Role::praise},
    std::pair{"fault", Role::fault},
    std::pair{"negation", Role::negation},
    std::pair{"trouble", Role::trouble},
    std::pair{"fall", Role::fall},
    std::pair{"rise", Role::rise},
    std::pair{"passing", Role::passing},
    std::pair{"aside", Role::aside},
    std::pair{"inspected", Role::inspected},
    std::pair{"published", Role::published},
    std::pair{"not_now", Role::not_now},
    std::pair{"council_subject", Role::council_subject},
    std::pair{"roundup", Role::roundup},
    std::pair{"placed_service", Role::placed_service},
    std::pair{"reporter", Role::reporter},
};

Role read_role(std::string_view name) {
    for (const auto& [known, role] : kRoles)
        if (name == known) return role;
    throw std::logic_error("phrases.tsv: unknown role " + std::string(name));
}

std::uint8_t read_theme(std::string_view slug) {
    const auto& themes = vocabulary(Field::theme);
    for (std::size_t i = 0; i < themes.size(); ++i)
        if (themes[i].slug == slug) return static_cast<std::uint8_t>(i);
    throw std::logic_error("theme_cues.tsv: unknown theme " + std::string(slug));
}

/// "City of Derby" for "Derby" and the like are dressed names, found by the council rules; only the names
/// themselves are here.
void add_names(PhraseTrie& trie) {
    const Gazetteer& names = gazetteer();
    for (std::uint32_t row = 0; row < names.councils.size(); ++row) {
        const Council& council = names.councils[row];
        trie.add(council.label, PhraseKind::council, row);
        for (const std::string_view name : council.names) trie.add(name, PhraseKind::council, row);
        for (const std::string_view name : council.deliverers) trie.add(name, PhraseKind::deliverer, row);
    }
    for (std::uint32_t row = 0; row < names.districts.size(); ++row)
        trie.add(names.districts[row].name, PhraseKind::district, row);
    for (std::uint32_t row = 0; row < names.places.size(); ++row)
        trie.add(names.places[row].name, PhraseKind::place, row);
    for (std::uint32_t row = 0; row < names.areas.size(); ++row) trie.add(names.areas[row].name, PhraseKind::area, row);
    const auto& bodies = body_register().names;
    for (std::uint32_t row = 0; row < bodies.size(); ++row) trie.add(bodies[row].text, PhraseKind::body, row);
}

/// Single words keep their classes by number; phrases of several are looked for like all others.
void add_cues(Lexicon& built) {
    for_each_row(embedded::grade_cues(), [&](const auto& cells) {
        const TokenClass token_class = token_class_of(cells.at(0));
        for (const std::string_view cue : split_at(cells.at(1), '|')) {
            const std::uint32_t word = built.trie.add_word(cue);
            if (word == 0) {
                built.trie.add(cue, PhraseKind::cue, static_cast<std::uint32_t>(token_class));
                continue;
            }
            if (built.word_classes.size() <= word) built.word_classes.resize(word + 1);
            built.word_classes[word] |= bit_of(token_class);
        }
    });
}

/// Words that a pattern asks for one by one.
void add_pattern_words(PhraseTrie& trie) {
    for_each_row(embedded::grade_patterns(), [&](const auto& cells) {
        const std::string_view pattern = cells.at(2);
        for (std::size_t at = pattern.find('='); at != std::string_view::npos; at = pattern.find('=', at + 1)) {
            const std::size_t end = pattern.find_first_of(" |{?", at);
            trie.add_word(pattern.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
        }
    });
}

void add_grades(PhraseTrie& trie) {
    std::uint32_t row = 0;
    for_each_row(embedded::grade_phrases(), [&](const auto& cells) {
        for (const std::string_view phrase : split_at(cells.at(2), '|')) trie.add(phrase, PhraseKind::grade, row);
        ++row;
    });
    row = 0;
    for_each_row(embedded::judgement_labels(), [&](const auto& cells) {
        if (cells.at(3) != "table")
            for (const std::string_view name : split_at(cells.at(4), '|')) trie.add(name, PhraseKind::judged_area, row);
        ++row;
    });
}

Lexicon build_lexicon() {
    Lexicon built;
    add_names(built.trie);
    for_each_row(embedded::phrases(), [&](const auto& cells) {
        built.trie.add(cells.at(2), PhraseKind::vocabulary, static_cast<std::uint32_t>(built.vocabulary.size()));
        built.vocabulary.push_back({read_role(cells.at(0)), cells.at(1), cells.at(2)});
    });
    for_each_row(embedded::theme_cues(), [&](const auto& cells) {
        double weight = 0;
        const std::string_view cell = cells.at(1);
        std::from_chars(cell.data(), cell.data() + cell.size(), weight);
        built.trie.add(cells.at(2), PhraseKind::theme_cue, static_cast<std::uint32_t>(built.cues.size()));
        built.cues.push_back({read_theme(cells.at(0)), weight});
    });
    add_cues(built);
    add_pattern_words(built.trie);
    add_grades(built.trie);
    return built;
}

}  // namespace

const Lexicon& lexicon() {
    static const Lexicon built = build_lexicon();
    return built;
}

std::size_t theme_count() { return vocabulary(Field::theme).size(); }
std::string_view theme_slug(std::size_t rank) { return vocabulary(Field::theme)[rank].slug; }
std::string_view theme_label(std::size_t rank) { return vocabulary(Field::theme)[rank].label; }

}  // namespace findings

#include "indexer/facets/finding/direction_cues.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/base/table_rows.hpp"
#include "embedded/direction_cues.hpp"

namespace findings {
namespace {

struct CueTable {
    PhraseBook phrases;  ///< value: a row
    std::vector<std::pair<DirectionRole, std::size_t>> rows;
};

constexpr std::array kRoles{
    std::pair{"fault", DirectionRole::fault},
    std::pair{"praise", DirectionRole::praise},
    std::pair{"worthy", DirectionRole::worthy},
    std::pair{"trouble", DirectionRole::trouble},
    std::pair{"negation", DirectionRole::negation},
    std::pair{"lessen", DirectionRole::lessen},
    std::pair{"hinder", DirectionRole::hinder},
    std::pair{"scope", DirectionRole::scope},
    std::pair{"turn", DirectionRole::turn},
    std::pair{"past", DirectionRole::past},
    std::pair{"neutral", DirectionRole::neutral},
    std::pair{"plan", DirectionRole::plan},
    std::pair{"framework", DirectionRole::framework},
    std::pair{"early", DirectionRole::early},
    std::pair{"burden", DirectionRole::burden},
    std::pair{"high", DirectionRole::high},
    std::pair{"low", DirectionRole::low},
    std::pair{"name", DirectionRole::name},
};

DirectionRole read_role(std::string_view name) {
    for (const auto& [known, role] : kRoles)
        if (name == known) return role;
    throw std::logic_error("direction_cues.tsv: unknown category " + std::string(name));
}

const CueTable& cue_table() {
    static const CueTable table = [] {
        CueTable made;
        for_each_row(embedded::direction_cues(), [&](const auto& cells) {
            std::size_t reach = 0;
            std::from_chars(cells.at(1).data(), cells.at(1).data() + cells.at(1).size(), reach);
            for (const std::string_view phrase : split_at(cells.at(2), '|'))
                made.phrases.add(phrase, static_cast<std::uint32_t>(made.rows.size()));
            made.rows.emplace_back(read_role(cells.at(0)), reach);
        });
        return made;
    }();
    return table;
}

}  // namespace

std::vector<GradeWord> split_sentence(std::string_view sentence) {
    std::string text(sentence);
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (text[at] == '-' && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0) text[at] = ' ';
    return split_grade_words(text);
}

std::vector<DirectionCue> find_direction_cues(const std::vector<GradeWord>& words) {
    const CueTable& table = cue_table();
    std::vector<DirectionCue> cues;
    for (const BookMatch& match : table.phrases.find_all(words)) {
        const auto& [role, reach] = table.rows[match.value];
        if (role != DirectionRole::name) cues.push_back({match.first, match.last, role, reach});
    }
    return cues;
}

}  // namespace findings

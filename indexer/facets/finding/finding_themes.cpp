#include "indexer/facets/finding/finding_themes.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "common/base/table_rows.hpp"
#include "embedded/finding_theme_cues.hpp"
#include "indexer/facets/finding/direction_cues.hpp"

namespace findings {
namespace {

constexpr std::size_t kMostThemes = 3;
constexpr double kThreshold = 0.25;
constexpr double kRelative = 0.4;  ///< of the strongest theme
constexpr double kAgain = 0.5;     ///< share of a further cue's weight

/// A row of data/finding_theme_cues.tsv.
struct ThemePhrase {
    std::size_t theme = 0;
    double weight = 0;
    bool excluded = false;  ///< no cue of the theme
};

struct PhraseTable {
    PhraseBook phrases;
    PhraseBook excluded;
    std::vector<ThemePhrase> rows;
};

std::size_t theme_rank(std::string_view slug) {
    for (std::size_t theme = 0; theme < theme_count(); ++theme)
        if (theme_slug(theme) == slug) return theme;
    throw std::logic_error("finding_theme_cues.tsv: unknown theme " + std::string(slug));
}

const PhraseTable& phrase_table() {
    static const PhraseTable table = [] {
        PhraseTable made;
        for_each_row(embedded::finding_theme_cues(), [&](const auto& cells) {
            std::string_view slug = cells.at(0);
            ThemePhrase row;
            row.excluded = slug.starts_with("not ");
            if (row.excluded) slug.remove_prefix(4);
            row.theme = theme_rank(slug);
            std::from_chars(cells.at(1).data(), cells.at(1).data() + cells.at(1).size(), row.weight);
            PhraseBook& book = row.excluded ? made.excluded : made.phrases;
            for (const std::string_view phrase : split_at(cells.at(2), '|'))
                book.add(phrase, static_cast<std::uint32_t>(made.rows.size()));
            made.rows.push_back(row);
        });
        return made;
    }();
    return table;
}

class ThemeWeights {
  public:
    void add(std::size_t theme, double weight) {
        const auto known = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.theme == theme; });
        if (known == rows_.end()) {
            rows_.push_back({theme, weight});
            return;
        }
        known->sum = std::max(known->sum, weight) + kAgain * std::min(known->sum, weight);
    }

    std::vector<std::string> choose() {
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.sum > b.sum; });
        std::vector<std::string> themes;
        for (const Row& row : rows_) {
            if (themes.size() == kMostThemes || row.sum < kThreshold || row.sum < kRelative * rows_.front().sum) break;
            themes.emplace_back(theme_slug(row.theme));
        }
        return themes;
    }

  private:
    struct Row {
        std::size_t theme;
        double sum;
    };
    std::vector<Row> rows_;
};

/// Whether the table says that a cue's words are no cue of the theme.
bool is_excluded(std::string_view cue, std::size_t theme) {
    const std::vector<GradeWord> words = split_sentence(cue);
    if (words.empty()) return false;
    const auto match = phrase_table().excluded.longest_at(words, 0);
    return match && match->last == words.size() && phrase_table().rows[match->value].theme == theme;
}

}  // namespace

std::vector<std::string> find_finding_themes(const Reading& reading, const Finding& finding) {
    ThemeWeights weights;
    const Passage& body = reading.body;
    for (const auto& [from, to] : finding.pieces) {
        const auto [begin, end] = body.matches_in(body.word_at(from), body.word_at(to));
        for (std::size_t i = begin; i < end; ++i) {
            if (body.matches[i].kind != PhraseKind::theme_cue) continue;
            const ThemeCue& cue = lexicon().cues[body.matches[i].value];
            const Span span = body.span_of(body.matches[i]);
            if (!is_excluded(body.text.substr(span.begin, span.end - span.begin), cue.theme))
                weights.add(cue.theme, cue.weight);
        }
        const std::vector<GradeWord> words = split_sentence(body.text.substr(from, to - from));
        for (const BookMatch& match : phrase_table().phrases.find_all(words)) {
            const ThemePhrase& row = phrase_table().rows[match.value];
            weights.add(row.theme, row.weight);
        }
    }
    return weights.choose();
}

}  // namespace findings

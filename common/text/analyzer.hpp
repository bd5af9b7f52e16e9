#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace findings {

/// One word of a text.
struct Token {
    std::string term;  ///< folded exact form: NFKC, case, accents, possessive, apostrophes and points of abbreviations
    std::uint32_t position = 0;  ///< 1-based within the text; the joined form shares its first part's position
    std::size_t begin = 0;       ///< byte offsets of the word in the text as given
    std::size_t end = 0;
    bool joined = false;  ///< the hyphen-less form of a hyphenated word ("reinspection"), besides its parts
};

/// What the analyzer was made of; stored in each generation so that both sides agree.
struct AnalyzerSettings {
    int version = 2;  ///< rises when tokens or stems change
    std::string language = "english";
    std::vector<std::string> stop_words;
};

/// The settings compiled in: stopwords/en.txt, Snowball English.
const AnalyzerSettings& default_analyzer_settings();

/// Text to terms, the same way for articles and queries. Not thread-safe: one per thread.
class Analyzer {
  public:
    explicit Analyzer(const AnalyzerSettings& settings = default_analyzer_settings());
    ~Analyzer();
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;

    /// Appends the words of `text` (valid UTF-8) to `tokens`, positions counted from `first_position`.
    /// Returns the next free position.
    std::uint32_t tokenize(std::string_view text, std::vector<Token>& tokens, std::uint32_t first_position = 1);

    /// The stem of a folded term, equivalents and irregular forms applied ("children" -> "child", "taught" -> "teach").
    /// Cached.
    /// The reference holds until the next call.
    const std::string& stem(std::string_view term);

    /// Words that this folded term finds although their stem of the language is another one: "child" -> "children".
    /// One for each such stem. Not cached.
    [[nodiscard]] std::vector<std::string> list_equivalents(std::string_view term) const;

    /// Whether a folded term is a stop word.
    [[nodiscard]] bool is_stop_word(std::string_view term) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Terms longer than this (bytes) are cut; Xapian refuses 245 and more, prefix included.
inline constexpr std::size_t kMaxTermBytes = 64;

/// Prefix of stemmed terms, as in Xapian's own convention: "Z" + field prefix + stem.
inline constexpr std::string_view kStemPrefix = "Z";

/// Prefix of the words of dropped page boilerplate, searched only on demand.
inline constexpr std::string_view kDroppedPrefix = "XDR";

/// Positions left free between title, blocks and removed boilerplate, so that no phrase spans them.
inline constexpr std::uint32_t kPositionGap = 100;

}  // namespace findings

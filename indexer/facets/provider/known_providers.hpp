#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/io/csv_table.hpp"
#include "indexer/language/phrase_trie.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A provider that the user knows and names in a table.
struct KnownProvider {
    std::string slug;
    std::string label;
    std::string type;       ///< slug, may be empty
    std::string region;     ///< slug, may be empty
    std::string authority;  ///< slug, may be empty
    std::string group;      ///< label, may be empty
};

/// A table `provider,alias,type,region,authority,group` of bodies that are recognised by their name alone, as councils
/// are. Only `provider` is needed; aliases are separated by `;` or given on lines of their own.
class KnownProviders {
  public:
    /// Where a provider is named in a text.
    struct Mention {
        std::uint32_t row = 0;  ///< of `rows()`
        Span span;
    };

    /// None.
    KnownProviders() = default;

    /// Reads tables as if they were one. Throws: Error{bad_config} naming file:line for a bad table, a value outside
    /// its vocabulary, two lines that disagree about a provider, an alias of two providers.
    static KnownProviders read(const std::vector<std::filesystem::path>& files);
    /// The same from text; `name` stands in messages.
    static KnownProviders parse(std::string_view text, const std::string& name);

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] const std::vector<KnownProvider>& rows() const { return rows_; }
    /// The row with that slug, or nullptr.
    [[nodiscard]] const KnownProvider* find_slug(std::string_view slug) const;
    /// The row that a name or alias stands for, in any spelling that makes the same slug, or nullptr.
    [[nodiscard]] const KnownProvider* find_name(std::string_view name) const;
    /// Every mention in a text, in order; a name must begin with a capital letter.
    [[nodiscard]] std::vector<Mention> find_mentions(std::string_view text) const;

  private:
    void add_rows(const std::vector<CsvRow>& table, const std::string& name);
    void add_name(const std::string& name, std::uint32_t row, const std::string& place);

    std::vector<KnownProvider> rows_;
    std::unordered_map<std::string, std::uint32_t> by_name_;  ///< slugs of names and aliases
    PhraseTrie trie_;
};

/// Names the found providers as the table does where they are in it, and adds the one the title or the first sentences
/// name when the article tells of an inspection and the other rules found none or a worse one.
void take_known_providers(const Reading& reading, const KnownProviders& known, std::string_view kind,
                          std::vector<FoundProvider>& found);

/// Whether the title or the first sentences name a known provider and the article tells of an inspection: then it is a
/// story, however little else shows that.
bool is_about_known_provider(const Reading& reading, const KnownProviders& known);

/// Evidence of what the table says of a provider.
Evidence make_known_evidence(std::string_view role, std::string_view text);

}  // namespace findings

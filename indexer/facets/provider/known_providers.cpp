#include "indexer/facets/provider/known_providers.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/index/vocabulary.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/slug.hpp"
#include "indexer/facets/declared/declared_facets.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/facets/provider/body_names.hpp"
#include "indexer/facets/provider/provider_parts.hpp"
#include "indexer/io/csv_table.hpp"

namespace findings {
namespace {

/// In the title, or in the first two sentences: later ones name whom the story compares with.
constexpr std::size_t kLeadSentences = 2;

const CsvColumns kColumns{{"provider", "alias", "type", "region", "authority", "group"}, 1};

/// The slug of a value of a closed vocabulary, "" for an empty cell.
std::string read_slug(Field facet, const std::string& text, const std::string& place) {
    if (text.empty()) return {};
    const auto slug = declared_slug(facet, text);
    if (slug) return *slug;
    std::vector<std::string> slugs;
    for (const Term& term : vocabulary(facet)) slugs.push_back(term.slug);
    const std::string nearest = nearest_name(make_slug(text), slugs);
    std::string hint = facet == Field::authority ? "write the council's everyday name"
                                                 : fmt::format("its values are {}", fmt::join(slugs, ", "));
    if (!nearest.empty()) hint = fmt::format("did you mean {}?", nearest);
    throw Error(Status::bad_config,
                fmt::format("{}: {}: “{}” is not one of its values", place, field_row(facet).name, text), hint);
}

std::vector<std::string> split_aliases(const std::string& cell) {
    std::vector<std::string> aliases;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', at), cell.size());
        const std::size_t first = cell.find_first_not_of(" \t", at);
        if (first < end) aliases.push_back(cell.substr(first, cell.find_last_not_of(" \t", end - 1) - first + 1));
        at = end + 1;
    }
    return aliases;
}

/// Fills an empty cell of a row, or finds it the same.
void merge(std::string& cell, std::string value, const std::string& place, std::string_view column,
           const std::string& label) {
    if (value.empty()) return;
    if (!cell.empty() && cell != value)
        throw Error(Status::bad_config, fmt::format("{}: {} has the {} {} and {}", place, label, column, cell, value),
                    "keep one of them");
    cell = std::move(value);
}

bool tells_of_an_inspection(const Reading& reading) {
    const auto tells = [](const PhraseMatch& match) {
        return has_role(match, Role::regulator) || has_role(match, Role::inspect) || has_role(match, Role::inspected);
    };
    return std::any_of(reading.title.matches.begin(), reading.title.matches.end(), tells) ||
           std::any_of(reading.body.matches.begin(), reading.body.matches.end(), tells);
}

bool is_in_lead(const Reading& reading, const std::vector<KnownProviders::Mention>& mentions) {
    return !mentions.empty() && reading.prose_rank(mentions.front().span.begin) < kLeadSentences;
}

bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

void rename(FoundProvider& provider, const KnownProvider& row) {
    provider.slug = row.slug;
    provider.label = row.label;
    if (!row.type.empty()) provider.type = row.type;
    if (!row.group.empty()) provider.group = row.group;
}

void add_spans(FoundProvider& provider, const std::vector<KnownProviders::Mention>& mentions, std::uint32_t row) {
    for (const KnownProviders::Mention& mention : mentions) {
        const bool there = std::any_of(provider.mentions.begin(), provider.mentions.end(),
                                       [&](const Span& span) { return overlap(span, mention.span); });
        if (mention.row == row && !there) provider.mentions.push_back(mention.span);
    }
    std::sort(provider.mentions.begin(), provider.mentions.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
}

}  // namespace

KnownProviders KnownProviders::read(const std::vector<std::filesystem::path>& files) {
    KnownProviders read;
    for (const std::filesystem::path& file : files) read.add_rows(read_csv(file, kColumns), file.string());
    return read;
}

KnownProviders KnownProviders::parse(std::string_view text, const std::string& name) {
    KnownProviders read;
    read.add_rows(parse_csv(text, name, kColumns), name);
    return read;
}

void KnownProviders::add_rows(const std::vector<CsvRow>& table, const std::string& name) {
    for (const CsvRow& line : table) {
        const std::string place = fmt::format("{}:{}", name, line.line);
        const std::string& label = line.cells[0];  // as the user writes it, The and Ltd included
        const std::string slug = make_name_slug(label);
        if (slug.empty())
            throw Error(Status::bad_config, fmt::format("{}: no provider is named", place),
                        "the first column is the provider's name; aliases of it repeat the name");
        const auto known =
            std::find_if(rows_.begin(), rows_.end(), [&](const KnownProvider& row) { return row.slug == slug; });
        const auto row = static_cast<std::uint32_t>(known - rows_.begin());
        if (known == rows_.end()) rows_.push_back({slug, label, {}, {}, {}, {}});
        KnownProvider& provider = rows_[row];
        merge(provider.type, read_slug(Field::type, line.cells[2], place), place, "type", label);
        merge(provider.region, read_slug(Field::region, line.cells[3], place), place, "region", label);
        merge(provider.authority, read_slug(Field::authority, line.cells[4], place), place, "authority", label);
        merge(provider.group, make_name_label(line.cells[5]), place, "group", label);
        add_name(line.cells[0], row, place);
        add_name(make_name_label(label), row, place);
        for (const std::string& alias : split_aliases(line.cells[1])) add_name(alias, row, place);
    }
}

void KnownProviders::add_name(const std::string& name, std::uint32_t row, const std::string& place) {
    const std::string slug = make_name_slug(name);
    if (slug.empty()) return;
    const auto [known, fresh] = by_name_.try_emplace(slug, row);
    if (known->second != row)
        throw Error(Status::bad_config,
                    fmt::format("{}: {} is {} and {}", place, name, rows_[known->second].label, rows_[row].label),
                    "one name can stand for one provider only");
    trie_.add(name, PhraseKind::council, row);
}

const KnownProvider* KnownProviders::find_slug(std::string_view slug) const {
    for (const KnownProvider& row : rows_)
        if (row.slug == slug) return &row;
    return nullptr;
}

const KnownProvider* KnownProviders::find_name(std::string_view name) const {
    const auto known = by_name_.find(make_name_slug(name));
    return known == by_name_.end() ? nullptr : &rows_[known->second];
}

std::vector<KnownProviders::Mention> KnownProviders::find_mentions(std::string_view text) const {
    std::vector<Mention> mentions;
    const std::vector<Word> words = trie_.split(text);
    for (const PhraseMatch& match : trie_.find(words))
        mentions.push_back({match.value, {words[match.first].begin, words[match.first + match.count - 1].end}});
    return mentions;
}

void take_known_providers(const Reading& reading, const KnownProviders& known, std::string_view kind,
                          std::vector<FoundProvider>& found) {
    if (known.empty() || kind == "other") return;
    const auto in_title = known.find_mentions(reading.article.title);
    const auto in_body = known.find_mentions(reading.article.body);
    bool any = false;
    for (FoundProvider& provider : found) {
        const KnownProvider* row = known.find_name(provider.label);
        for (const auto& mention : in_body)
            for (const Span& span : provider.mentions)
                if (row == nullptr && overlap(span, mention.span)) row = &known.rows()[mention.row];
        if (row == nullptr) continue;
        any = true;
        rename(provider, *row);
        add_spans(provider, in_body, static_cast<std::uint32_t>(row - known.rows().data()));
    }
    if (any || found.size() > 1 || !tells_of_an_inspection(reading)) return;
    const bool lead = is_in_lead(reading, in_body);
    const bool better = found.empty() || (!in_title.empty() && found.front().evidence.where != Where::title);
    if (!better || (in_title.empty() && !lead)) return;
    const std::uint32_t row = in_title.empty() ? in_body.front().row : in_title.front().row;
    const Rule rule{"known-provider", "provider", 0.9};
    FoundProvider provider{.slug = {},
                           .label = {},
                           .type = find_called_type(reading.body, 0, reading.body.words.size()),
                           .group = {},
                           .evidence = in_title.empty()
                                           ? make_evidence(reading.article, in_body.front().span.begin, rule)
                                           : make_title_evidence(reading.article, rule),
                           .mentions = {}};
    rename(provider, known.rows()[row]);
    add_mentions(reading, provider);
    add_spans(provider, in_body, row);
    found.clear();
    found.push_back(std::move(provider));
}

bool is_about_known_provider(const Reading& reading, const KnownProviders& known) {
    if (known.empty() || !tells_of_an_inspection(reading)) return false;
    const auto in_body = known.find_mentions(reading.article.body);
    return !known.find_mentions(reading.article.title).empty() || is_in_lead(reading, in_body);
}

Evidence make_known_evidence(std::string_view role, std::string_view text) {
    return make_outside_evidence(Where::declared, text, {"known-providers", role, 1.0});
}

}  // namespace findings

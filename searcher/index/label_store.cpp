#include "searcher/index/label_store.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "common/index/generation.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {

// Placing all values takes about as long as ordering so large a part of them by name.
constexpr std::size_t kWorthPlacing = 2;

Label parse_label(const std::string& line) {
    const std::size_t tab = line.find('\t');
    return tab == std::string::npos ? Label{line, line} : Label{line.substr(0, tab), line.substr(tab + 1)};
}

}  // namespace

std::string label_key(Field facet, ValueId id) {
    return fmt::format("{}{}.{:012x}", metadata::kLabel, field_row(facet).name, id);
}

LabelStore::LabelStore(std::vector<Xapian::Database> databases) : databases_(std::move(databases)) {}

const LabelStore::Closed& LabelStore::closed(Field facet) {
    Closed& list = closed_[static_cast<std::size_t>(facet)];
    if (list.read) return list;
    list.read = true;
    const auto add = [&](Label value) {
        if (list.places.emplace(value_id(value.slug), list.values.size()).second)
            list.values.push_back(std::move(value));
    };
    for (const Xapian::Database& database : databases_) {
        std::string text = database.get_metadata(fmt::format("{}{}", metadata::kLabels, field_row(facet).name));
        if (text.empty())
            text =
                database.get_metadata(fmt::format("{}{}", metadata::kLabels, field_row(vocabulary_owner(facet)).name));
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) add(parse_label(line));
    }
    // `was` and `change` are no facets, so a generation need not list them; the vocabulary is the same.
    if (list.values.empty())
        for (const Term& term : vocabulary(facet)) add({term.slug, term.label});
    return list;
}

const std::vector<Label>& LabelStore::closed_values(Field facet) {
    static const std::vector<Label> none;
    return field_row(facet).vocabulary == Vocabulary::closed ? closed(facet).values : none;
}

std::vector<Label> LabelStore::all_values(Field facet) {
    if (field_row(facet).vocabulary == Vocabulary::closed && facet != Field::judgement) return closed(facet).values;
    std::map<std::string, std::string> found;
    const std::string prefix = fmt::format("{}{}.", metadata::kLabel, field_row(facet).name);
    for (const Xapian::Database& database : databases_)
        for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
            Label value = parse_label(database.get_metadata(*key));
            found.emplace(std::move(value.slug), std::move(value.label));
        }
    for (const auto& [id, slug] : terms(facet))
        if (found.find(slug) == found.end()) found.emplace(slug, label(facet, slug));
    std::vector<Label> values;
    values.reserve(found.size());
    for (auto& [slug, label] : found) values.push_back({slug, std::move(label)});
    return values;
}

const CountedLabel* LabelStore::find(Field facet, ValueId id) {
    auto& found = found_[static_cast<std::size_t>(facet)];
    const auto known = found.find(id);
    if (known != found.end()) return &known->second;
    std::optional<Label> value = read(facet, id);
    if (!value) return nullptr;
    std::string order = make_slug(value->label);
    return &found.emplace(id, CountedLabel{std::move(value->slug), std::move(value->label), std::move(order), 0})
                .first->second;
}

const CountedLabel& LabelStore::find_or_name(Field facet, const std::string& slug) {
    if (const CountedLabel* known = find(facet, value_id(slug))) return *known;
    return found_[static_cast<std::size_t>(facet)]
        .emplace(value_id(slug), CountedLabel{slug, slug, make_slug(slug), 0})
        .first->second;
}

bool LabelStore::place_all(Field facet, std::size_t wanted) {
    auto& found = found_[static_cast<std::size_t>(facet)];
    std::size_t& placed = placed_[static_cast<std::size_t>(facet)];
    if (placed == found.size()) return true;
    if (wanted < found.size() / kWorthPlacing) return false;
    std::vector<CountedLabel*> labels;
    labels.reserve(found.size());
    for (auto& [id, label] : found) labels.push_back(&label);
    std::sort(labels.begin(), labels.end(), [](const CountedLabel* a, const CountedLabel* b) {
        return a->order != b->order ? a->order < b->order : a->slug < b->slug;
    });
    for (std::size_t place = 0; place < labels.size(); ++place) labels[place]->place = place;
    placed = found.size();
    return true;
}

std::optional<Label> LabelStore::read(Field facet, ValueId id) {
    if (field_row(facet).vocabulary == Vocabulary::closed) {
        const Closed& list = closed(facet);
        const auto place = list.places.find(id);
        if (place != list.places.end()) return list.values[place->second];
    } else {
        for (const Xapian::Database& database : databases_)
            if (const std::string line = database.get_metadata(label_key(facet, id)); !line.empty())
                return parse_label(line);
    }
    const auto& unlisted = terms(facet);
    const auto found = unlisted.find(id);
    if (found == unlisted.end()) return std::nullopt;
    return Label{found->second, compose_label(facet, found->second)};
}

// Values without a label of their own: judgements pair an area with a grade, so a generation need not list them.
const std::unordered_map<ValueId, std::string>& LabelStore::terms(Field facet) {
    auto& slugs = terms_[static_cast<std::size_t>(facet)];
    if (slugs) return *slugs;
    slugs.emplace();
    const std::string prefix(field_row(facet).prefix);
    if (prefix.empty()) return *slugs;
    for (const Xapian::Database& database : databases_)
        for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
            std::string slug = (*term).substr(prefix.size());
            const ValueId id = value_id(slug);
            slugs->emplace(id, std::move(slug));
        }
    return *slugs;
}

std::string LabelStore::compose_label(Field facet, const std::string& slug) {
    const std::size_t colon = slug.find(':');
    if (facet != Field::judgement || colon == std::string::npos) return slug;
    return fmt::format("{}: {}", known_label(Field::judgement, slug.substr(0, colon)),
                       known_label(Field::grade, slug.substr(colon + 1)));
}

std::string LabelStore::known_label(Field facet, const std::string& slug) {
    const Closed& list = closed(facet);
    const auto place = list.places.find(value_id(slug));
    return place == list.places.end() ? slug : list.values[place->second].label;
}

std::string LabelStore::label(Field facet, std::string_view slug) {
    if (const auto value = read(facet, value_id(slug))) return value->label;
    return std::string(slug);
}

std::size_t LabelStore::print_order(Field facet, std::string_view slug) {
    const Closed& list = closed(facet);
    const auto place = list.places.find(value_id(slug));
    return place == list.places.end() ? list.values.size() : place->second;
}

}  // namespace findings

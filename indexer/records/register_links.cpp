#include "indexer/records/register_links.hpp"

#include <algorithm>

#include "common/index/vocabulary.hpp"
#include "common/text/name_slug.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {

/// A body is written about for a while after it closed.
std::string year_after(const std::string& iso) {
    return std::to_string(std::stoi(iso.substr(0, 4)) + 1) + iso.substr(4);
}

bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// How two sides that may both be silent stand to each other.
enum class Accord : std::uint8_t { unknown, agree, disagree };

Accord compare(const std::vector<std::string>& stated, const std::vector<std::string>& registered) {
    if (stated.empty() || registered.empty()) return Accord::unknown;
    const bool common =
        std::any_of(registered.begin(), registered.end(), [&](const std::string& value) { return has(stated, value); });
    return common ? Accord::agree : Accord::disagree;
}

Accord compare(const std::vector<std::string>& stated, const std::string& registered) {
    return registered.empty() ? Accord::unknown : compare(stated, std::vector<std::string>{registered});
}

}  // namespace

void RegisterLinks::add_owners(const RegisterTable& table) {
    table.read({[&](RegisterRow&& row) {
                    if (!row.owner.empty()) owners_.try_emplace(owner_key(table.kind(), row.number), row.owner);
                },
                {}});
}

void RegisterLinks::add(const RegisterTable& table) {
    const auto take = [&](RegisterRow&& row) {
        const RecordBody named = slugs_.name(row, table.kind());
        if (row.redacted) redacted_.insert(named.slug);
        if (row.name.empty()) return;
        const auto [known, fresh] = by_slug_.try_emplace(named.slug, static_cast<std::uint32_t>(bodies_.size()));
        if (fresh) {
            LinkedBody& body = bodies_.emplace_back();
            body.slug = named.slug;
            body.label = named.label;
            body.types = row.types;
            body.regulator = table.kind().regulator;
            body.authority = row.authority;
            body.region = find_region(row);
            body.owner = find_owner(row, table.kind(), owners_);
            body.registered = row.registered;
            body.closed = row.closed;
            if (!row.number.empty()) body.numbers.push_back(row.number);
            for (const std::string& number : row.other_numbers) body.numbers.push_back(number);
        }
        // An older register's name leads to the body, too.
        std::vector<std::string> names = row.other_names;
        names.push_back(row.name);
        for (const std::string& name : names) {
            std::vector<std::uint32_t>& bodies = by_name_[make_name_slug(name)];
            if (std::find(bodies.begin(), bodies.end(), known->second) != bodies.end()) continue;
            bodies.push_back(known->second);
            bodies_[known->second].names.push_back(name);
        }
    };
    table.read({take, {}});
}

const RegisterLinks::LinkedBody* RegisterLinks::find(const Article& article, const FacetValue& provider) const {
    const auto named = by_name_.find(make_name_slug(provider.label()));
    if (named == by_name_.end()) return nullptr;
    const std::vector<std::string> types = article.slugs(Field::type);
    const std::vector<std::string> authorities = article.slugs(Field::authority);
    const std::vector<std::string> regions = article.slugs(Field::region);
    const std::vector<std::string> regulators = article.slugs(Field::regulator);
    const std::string& day = article.inspected.empty() ? article.published : article.inspected;
    const LinkedBody* found = nullptr;
    bool is_sure = false;
    for (const std::uint32_t number : named->second) {
        const LinkedBody& body = bodies_[number];
        const Accord kind = compare(types, body.types);
        Accord place = compare(authorities, body.authority);
        if (place == Accord::unknown) place = compare(regions, body.region);
        if (kind == Accord::disagree || place == Accord::disagree ||
            compare(regulators, body.regulator) == Accord::disagree)
            continue;
        if (!day.empty() && !body.closed.empty() && day > year_after(body.closed)) continue;
        if (!day.empty() && !body.registered.empty() && day < body.registered) continue;
        if (found != nullptr) return nullptr;  // never to one of two
        found = &body;
        is_sure = kind == Accord::agree || place == Accord::agree;
    }
    return found != nullptr && is_sure && !redacted_.contains(found->slug) ? found : nullptr;
}

void RegisterLinks::declare(const LinkedBody& body, bool alone, Article& article) const {
    const auto remark = [&](const std::string& slug, const std::string& label) {
        article.remarks.emplace_back(Field::number, slug, label, make_register_evidence("number", label));
    };
    for (const std::string& number : body.numbers) remark(make_slug(number), number);
    for (const std::string& name : body.names) remark(make_name_slug(name), name);
    const auto add = [&](Field facet, const std::string& slug, const std::string& label, const std::string& quote) {
        if (!slug.empty() && !has(article.slugs(facet), slug))
            article.values.emplace_back(facet, slug, label, make_register_evidence(field_row(facet).name, quote));
    };
    const std::string& day = article.inspected.empty() ? article.published : article.inspected;
    for (const std::string& group : groups_.name(body.owner, day))
        add(Field::group, make_name_slug(group), group, body.owner);
    // Of several providers the article does not say which is where.
    if (!alone) return;
    for (const auto& [facet, slug] :
         {std::pair(Field::authority, body.authority), std::pair(Field::region, body.region)})
        if (article.slugs(facet).empty()) add(facet, slug, label_of(facet, slug), label_of(facet, slug));
}

std::size_t RegisterLinks::link(Article& article) const {
    if (bodies_.empty()) return 0;
    const std::size_t providers = article.slugs(Field::provider).size();
    std::vector<const LinkedBody*> linked;
    for (FacetValue& value : article.values) {
        if (value.facet() != Field::provider) continue;
        const LinkedBody* body = find(article, value);
        if (body == nullptr) continue;
        for (Award& award : article.awards)
            if (award.provider == value.slug()) award.provider = body->slug;
        value = FacetValue(Field::provider, body->slug, body->label, value.evidence());
        if (std::find(linked.begin(), linked.end(), body) == linked.end()) linked.push_back(body);
    }
    for (const LinkedBody* body : linked) declare(*body, providers == 1, article);
    return linked.size();
}

}  // namespace findings

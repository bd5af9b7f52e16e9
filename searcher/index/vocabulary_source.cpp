#include "searcher/index/vocabulary_source.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "common/index/generation.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"

namespace findings {
namespace {

// A grade before the inspection is a grade; the generation lists them once. Themes are listed for each facet.
Field listed_as(Field field) { return field == Field::was ? Field::grade : field; }

void add_lines(std::string_view lines, std::set<std::string>& seen, std::vector<KnownValue>& values) {
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        const std::size_t tab = line.find('\t');
        const std::string slug(line.substr(0, tab));
        if (slug.empty() || !seen.insert(slug).second) continue;
        values.push_back({slug, tab == std::string_view::npos ? slug : std::string(line.substr(tab + 1))});
    }
}

}  // namespace

const std::vector<KnownValue>& BuiltInVocabulary::values(Field /*field*/) {
    static const std::vector<KnownValue> none;
    return none;
}

const std::vector<KnownValue>& GenerationVocabulary::values(Field field) {
    const Field listed = listed_as(field);
    const auto [entry, is_new] = cache_.try_emplace(listed);
    if (is_new) {
        std::set<std::string> seen;
        const std::string key = std::string(metadata::kLabels) + std::string(field_row(listed).name);
        for (const Xapian::Database& generation : generations_)
            add_lines(generation.get_metadata(key), seen, entry->second);
    }
    return entry->second;
}

bool GenerationVocabulary::has_value(Field field, std::string_view slug) {
    const std::string term = facet_term(field, slug);
    return std::any_of(generations_.begin(), generations_.end(),
                       [&term](const Xapian::Database& generation) { return generation.term_exists(term); });
}

std::vector<std::string> GenerationVocabulary::providers_of(std::string_view number) {
    // A name may be that of hundreds of schools; more are no answer.
    constexpr std::size_t kMostDocuments = 1000;
    std::vector<std::string> providers;
    const std::string term = facet_term(Field::number, number);
    for (const Xapian::Database& generation : generations_) {
        std::size_t seen = 0;
        for (auto at = generation.postlist_begin(term); at != generation.postlist_end(term); ++at) {
            if (++seen > kMostDocuments) break;
            const Article article = decode_record(generation.get_document(*at).get_data(), RecordPart::head);
            for (const std::string& slug : article.slugs(Field::provider))
                if (std::find(providers.begin(), providers.end(), slug) == providers.end()) providers.push_back(slug);
        }
    }
    return providers;
}

}  // namespace findings

#include "indexer/facets/grade/told_providers.hpp"

#include <algorithm>
#include <iterator>

#include "indexer/facets/grade/grade_sentences.hpp"
#include "indexer/facets/grade/name_marks.hpp"
#include "indexer/regimes/judgement_labels.hpp"
#include "indexer/regimes/regimes.hpp"

namespace findings {
namespace {

/// For each provider of a story, whether a sentence that names it gives it a grade: "Shropshire … has been found to
/// require improvement". What is recalled of it does not count.
std::vector<bool> find_told_providers(const FacetContext& context) {
    std::vector<bool> told(context.providers.size(), false);
    if (context.reading == nullptr) return told;
    const Passage& body = context.reading->body;
    const Regime& rules = select_regime(context);
    SentenceSetting setting;
    setting.rules = &rules;
    setting.books = &select_judgement_books(context);
    setting.context = &context;
    setting.passage = &body;
    setting.marks = find_name_marks(body, context, false);
    std::size_t mark = 0;
    for (const Span& span : context.article.sentences) {
        const std::size_t first = body.word_at(span.begin);
        const std::size_t last = body.word_at(span.end);
        while (mark < setting.marks.size() && setting.marks[mark].first < first) ++mark;
        if (mark == setting.marks.size()) break;
        if (setting.marks[mark].first >= last) continue;
        for (const GradeReading& reading : read_grade_sentence(first, last, setting)) {
            const bool given = reading.role == GradeRole::awarded && reading.subject == GradeSubject::named &&
                               (!reading.past || reading.current) && rules.may_award(reading.slug);
            if (given)
                for (const std::size_t provider : reading.providers) told[provider] = true;
        }
    }
    return told;
}

}  // namespace

bool add_told_providers(FacetContext& context, std::vector<FoundProvider> others) {
    if (others.empty()) return false;
    FacetContext wider = context;
    std::move(others.begin(), others.end(), std::back_inserter(wider.providers));
    const std::vector<bool> told = find_told_providers(wider);
    if (std::count(told.begin(), told.end(), true) < 2) return false;
    const std::size_t before = context.providers.size();
    for (std::size_t i = before; i < told.size(); ++i)
        if (told[i]) context.providers.push_back(std::move(wider.providers[i]));
    const auto first = [](const FoundProvider& provider) {
        return provider.mentions.empty() ? std::size_t{0} : provider.mentions.front().begin;
    };
    std::stable_sort(context.providers.begin(), context.providers.end(),
                     [&](const FoundProvider& a, const FoundProvider& b) { return first(a) < first(b); });
    return context.providers.size() > before;
}

}  // namespace findings

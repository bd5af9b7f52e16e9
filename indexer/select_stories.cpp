#include "indexer/select_stories.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

namespace findings {
namespace {

Rejection make_duplicate(const SpooledArticle& article, const SpooledArticle& first,
                         const std::vector<SourceFile>& files) {
    Rejection rejection;
    rejection.source = files[article.file].source;
    rejection.reason = RejectionReason::duplicate_id;
    rejection.line = article.line;
    rejection.detail = fmt::format("id {} is taken by {}", article.fold.id, files[first.file].source);
    if (first.line > 0) rejection.detail += fmt::format(", record {}", first.line);
    rejection.hint = rejection_row(rejection.reason).hint;
    return rejection;
}

// Indexes of the articles that keep a place. Declared ids are settled first: a path's id must not take theirs.
std::vector<std::size_t> settle_ids(std::vector<SpooledArticle>& articles, const std::vector<SourceFile>& files,
                                    std::vector<Rejection>& rejections) {
    std::unordered_map<std::string, std::size_t> taken;
    std::vector<std::size_t> kept;
    for (const IdOrigin origin : {IdOrigin::declared, IdOrigin::found}) {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            SpooledArticle& article = articles[i];
            if (article.id_origin != origin) continue;
            auto [place, fresh] = taken.emplace(article.fold.id, i);
            if (!fresh && origin == IdOrigin::found) {
                const SourceFile& file = files[article.file];
                std::string id = make_path_id({}, file.source, article.line);
                if (taken.contains(id)) id = make_path_id(file.root_name, file.source, article.line);
                article.fold.id = id;
                std::tie(place, fresh) = taken.emplace(article.fold.id, i);
            }
            if (fresh)
                kept.push_back(i);
            else
                rejections.push_back(make_duplicate(article, articles[place->second], files));
        }
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace

SelectedStories select_stories(std::vector<SpooledArticle>& articles, const std::vector<SourceFile>& files) {
    SelectedStories selected;
    const std::vector<std::size_t> kept = settle_ids(articles, files, selected.rejections);
    std::vector<FoldCandidate> candidates;
    candidates.reserve(kept.size());
    for (const std::size_t i : kept) candidates.push_back(std::move(articles[i].fold));
    const std::vector<std::size_t> leaders = fold_copies(candidates);
    std::vector<std::size_t> story_of(kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (leaders[i] == i) {
            story_of[i] = selected.stories.size();
            selected.stories.push_back({kept[i], {}});
        }
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (leaders[i] != i) selected.stories[story_of[leaders[i]]].copies.push_back(kept[i]);
    for (std::size_t i = 0; i < kept.size(); ++i) articles[kept[i]].fold = std::move(candidates[i]);
    std::sort(selected.stories.begin(), selected.stories.end(), [&](const Story& a, const Story& b) {
        const SpooledArticle& x = articles[a.leader];
        const SpooledArticle& y = articles[b.leader];
        // ISO days compare as text; the empty day of an undated story is the smallest, so newest first puts it last.
        return std::tie(y.date, x.fold.id) < std::tie(x.date, y.fold.id);
    });
    return selected;
}

}  // namespace findings

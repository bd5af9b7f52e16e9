#include "indexer/generation/select_stories.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace findings {
namespace {

Rejection make_duplicate(const SpooledArticle& article, const SpooledArticle& first,
                         const std::vector<SourceFile>& files) {
    Rejection rejection;
    rejection.source = files[article.file].source;
    rejection.reason = RejectionReason::duplicate_id;
    rejection.line = article.line;
    rejection.detail = fmt::format("id {} is taken by {}", article.id, files[first.file].source);
    if (first.line > 0) rejection.detail += fmt::format(", record {}", first.line);
    rejection.hint = rejection_row(rejection.reason).hint;
    return rejection;
}

/// Identifiers of a collection. Sorted places instead of a table of strings: a tenth of the memory.
class IdentifierCheck {
  public:
    IdentifierCheck(SpooledArticles& articles, const std::vector<SourceFile>& files)
        : articles_(articles), files_(files) {}

    /// Indexes of the articles that keep a place, in order. Declared ids are settled first: a path's id must not take
    /// theirs.
    std::vector<std::uint32_t> settle(std::vector<Rejection>& rejections) {
        sort_by_id();
        std::vector<bool> lost(articles_.size(), false);
        std::vector<std::pair<std::size_t, std::size_t>> repeated;  // article, the first of that id
        for (std::size_t begin = 0; begin < by_id_.size();) {
            std::size_t end = begin + 1;
            while (end < by_id_.size() && id_at(end) == id_at(begin))
                repeated.emplace_back(by_id_[end++], by_id_[begin]);
            begin = end;
        }
        std::sort(repeated.begin(), repeated.end());
        std::vector<std::pair<std::size_t, std::string>> renamed;
        for (const auto& [article, first] : repeated) {
            const std::string id = articles_[article].id_origin == IdOrigin::found ? find_free_id(article) : "";
            if (id.empty()) {
                rejections.push_back(make_duplicate(articles_[article], articles_[first], files_));
                lost[article] = true;
            } else {
                renamed.emplace_back(article, id);
            }
        }
        // Only now: the order that find_free_id() searches is that of the identifiers as they were.
        for (auto& [article, id] : renamed) articles_[article].id = std::move(id);
        std::vector<std::uint32_t> kept;
        kept.reserve(articles_.size());
        for (std::uint32_t i = 0; i < articles_.size(); ++i)
            if (!lost[i]) kept.push_back(i);
        return kept;
    }

  private:
    [[nodiscard]] const std::string& id_at(std::size_t place) const { return articles_[by_id_[place]].id; }

    void sort_by_id() {
        by_id_.resize(articles_.size());
        std::iota(by_id_.begin(), by_id_.end(), 0U);
        std::sort(by_id_.begin(), by_id_.end(), [this](std::uint32_t a, std::uint32_t b) {
            const auto key = [this](std::uint32_t i) {
                return std::make_tuple(std::string_view(articles_[i].id), articles_[i].id_origin, i);
            };
            return key(a) < key(b);
        });
    }

    [[nodiscard]] bool is_taken(const std::string& id) const {
        const auto place =
            std::lower_bound(by_id_.begin(), by_id_.end(), id,
                             [this](std::uint32_t i, const std::string& x) { return articles_[i].id < x; });
        return (place != by_id_.end() && articles_[*place].id == id) || given_.contains(id);
    }

    // Empty when even the path's own identifier is taken.
    std::string find_free_id(std::size_t article) {
        const SpooledArticle& entry = articles_[article];
        const SourceFile& file = files_[entry.file];
        std::string id = make_path_id(file.source, entry.line);
        if (is_taken(id)) return {};
        given_.insert(id);
        return id;
    }

    SpooledArticles& articles_;
    const std::vector<SourceFile>& files_;
    std::vector<std::uint32_t> by_id_;
    std::set<std::string> given_;
};

/// Folds the copies among `kept`, one group of possible copies after the other. Shape of the result: for each article
/// the index of its story's leader.
std::vector<std::uint32_t> copy_groups(const SpooledArticles& articles, std::vector<std::uint32_t> kept,
                                       const std::function<CopyCandidate(const SpooledArticle&)>& read_candidate) {
    std::vector<std::uint32_t> leader_of(articles.size());
    std::iota(leader_of.begin(), leader_of.end(), 0U);
    std::sort(kept.begin(), kept.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(articles[a].copy_group, a) < std::tie(articles[b].copy_group, b);
    });
    for (std::size_t begin = 0; begin < kept.size();) {
        std::size_t end = begin + 1;
        while (end < kept.size() && articles[kept[end]].copy_group == articles[kept[begin]].copy_group) ++end;
        if (end - begin > 1) {
            std::vector<CopyCandidate> candidates;
            candidates.reserve(end - begin);
            for (std::size_t i = begin; i < end; ++i) {
                candidates.push_back(read_candidate(articles[kept[i]]));
                candidates.back().id = articles[kept[i]].id;  // it may have been replaced
            }
            const std::vector<std::size_t> leaders = deduplicate(candidates);
            for (std::size_t i = begin; i < end; ++i) leader_of[kept[i]] = kept[begin + leaders[i - begin]];
        }
        begin = end;
    }
    return leader_of;
}

}  // namespace

SelectedStories select_stories(SpooledArticles& articles, const std::vector<SourceFile>& files,
                               const std::function<CopyCandidate(const SpooledArticle&)>& read_candidate) {
    SelectedStories selected;
    const std::vector<std::uint32_t> kept = IdentifierCheck(articles, files).settle(selected.rejections);
    const std::vector<std::uint32_t> leader_of = copy_groups(articles, kept, read_candidate);
    std::vector<std::uint32_t> story_of(articles.size());
    for (const std::uint32_t i : kept) {
        if (leader_of[i] != i) continue;
        story_of[i] = static_cast<std::uint32_t>(selected.stories.size());
        selected.stories.push_back({i, {}});
    }
    for (const std::uint32_t i : kept)
        if (leader_of[i] != i) selected.stories[story_of[leader_of[i]]].copies.push_back(i);
    std::sort(selected.stories.begin(), selected.stories.end(), [&](const Story& a, const Story& b) {
        const SpooledArticle& x = articles[a.leader];
        const SpooledArticle& y = articles[b.leader];
        // The day of an undated story is the smallest, so newest first puts it last.
        return std::tie(y.day, x.id) < std::tie(x.day, y.id);
    });
    return selected;
}

}  // namespace findings

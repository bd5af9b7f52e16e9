#include <algorithm>
#include <span>

#include "indexer/clean/boilerplate.hpp"

namespace findings {
namespace {

/// What heads a list of other stories.
enum class ListMarker : std::uint8_t {
    none,
    one,   ///< "Read More": a headline or a few follow
    many,  ///< "Most Read": a list follows, if anything
};

constexpr std::string_view kSingleMarkers[] = {
    "read more",       "read next",       "read also",           "also read",        "see also",  "related",
    "related story",   "related article", "more on this story",  "don't miss",       "read this", "more on this",
    "further reading", "read full story", "read the full story", "what to read next"};
constexpr std::string_view kListMarkers[] = {"most read",
                                             "most popular",
                                             "most viewed",
                                             "most commented",
                                             "most shared",
                                             "most recent",
                                             "trending",
                                             "trending now",
                                             "popular",
                                             "popular stories",
                                             "popular now",
                                             "popular articles",
                                             "related articles",
                                             "related stories",
                                             "related news",
                                             "related content",
                                             "related topics",
                                             "related posts",
                                             "related links",
                                             "you may also like",
                                             "you might also like",
                                             "you may also be interested in",
                                             "recommended",
                                             "recommended for you",
                                             "recommended stories",
                                             "recommended reading",
                                             "more stories",
                                             "more news",
                                             "latest news",
                                             "latest stories",
                                             "latest articles",
                                             "top stories",
                                             "today's top stories",
                                             "today's headlines",
                                             "in other news",
                                             "editor's picks",
                                             "editor's choice",
                                             "editors' picks",
                                             "recent posts",
                                             "recent comments",
                                             "recent articles",
                                             "browse categories",
                                             "categories",
                                             "tags",
                                             "archives",
                                             "our other stories"};

bool holds(std::span<const std::string_view> list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

ListMarker match_list_marker(const Line& line) {
    if (line.words == 0 || line.words > 6) return ListMarker::none;
    if (holds(kSingleMarkers, line.folded)) return ListMarker::one;
    if (holds(kListMarkers, line.folded)) return ListMarker::many;
    // "More from the Observer:", "Also on our website:"
    for (const std::string_view beginning : {"more from ", "also on our ", "elsewhere on our ", "more on our "})
        if (line.folded.starts_with(beginning) && line.text.ends_with(':')) return ListMarker::many;
    return ListMarker::none;
}

// "READ MORE: Council rated good", "Read More Council rated good".
bool is_marked_headline(const Line& line) {
    if (line.words > 30 || line.text.size() > 250) return false;
    // Without a colon only in this case of letters, and only a headline: "Read more books, he said." is
    // prose.
    for (const std::string_view marker : {"Read More ", "READ MORE ", "Read more about ", "Read Next "}) {
        if (line.text.starts_with(marker) && is_headline_like(line)) return true;
    }
    for (const std::string_view marker : kSingleMarkers) {
        if (!line.folded.starts_with(marker)) continue;
        const std::string_view rest = std::string_view(line.folded).substr(marker.size());
        // Without a separator ("Related children are placed together") the words belong to a sentence.
        if (rest.starts_with(": ") || rest.starts_with(" - ") || rest.starts_with(" | ") || rest.starts_with(" > ") ||
            rest.starts_with("| ")) {
            return true;
        }
    }
    return false;
}

// "Read More" heads one headline, at times a box of three.
constexpr std::size_t kSingleListLines = 3;
// Category lists of blogs run to fifty and more; past this it is the story's own list.
constexpr std::size_t kListLines = 80;

/// Index after the headlines that follow `begin`, at most `limit` of them.
std::size_t find_list_end(const std::vector<Line>& lines, std::size_t begin, std::size_t limit) {
    std::size_t end = begin;
    std::size_t count = 0;
    for (std::size_t i = begin; i < lines.size() && count < limit; ++i) {
        if (!lines[i].kept()) continue;
        if (!is_headline_like(lines[i])) break;
        ++count;
        end = i + 1;
    }
    return end;
}

std::size_t count_kept(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) count += lines[i].kept() ? 1 : 0;
    return count;
}

// A heading right above prose is a section of the story, not the list's last entry.
std::size_t spare_subheading(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
    if (end == begin || end >= lines.size() || lines[end - 1].role != BlockRole::heading) return end;
    const bool uniform = begin + 1 < end && lines[end - 2].role == BlockRole::heading;
    return uniform ? end : end - 1;
}

}  // namespace

void drop_story_lists(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        if (!line.kept() || line.role == BlockRole::table_row) continue;
        if (is_marked_headline(line)) {
            line.rule = "related-story";
            continue;
        }
        const ListMarker marker = match_list_marker(line);
        if (marker == ListMarker::none) continue;
        const bool many = marker == ListMarker::many;
        line.rule = many ? "story-list" : "related-story";
        std::size_t end = find_list_end(lines, i + 1, many ? kListLines : kSingleListLines);
        end = spare_subheading(lines, i + 1, end);
        // An empty "Most Read" box was saved without its list: one short line below is the story's
        // subheading.
        // At the page's end there is nothing for it to head.
        if (many && count_kept(lines, i + 1, end) < 2 && count_kept(lines, end, lines.size()) > 0) continue;
        const std::string_view rule = line.rule;
        for (std::size_t k = i + 1; k < end; ++k) {
            if (lines[k].kept()) lines[k].rule = rule;
        }
        i = end - 1;
    }
}

}  // namespace findings

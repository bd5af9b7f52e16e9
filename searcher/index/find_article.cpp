#include "searcher/index/find_article.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/finding_place.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "searcher/index/withdrawn.hpp"

namespace findings {
namespace {

// More ids than this help nobody to choose.
constexpr std::size_t kListed = 5;

using Documents = std::vector<Xapian::docid>;

void add_documents(const Xapian::Database& database, const std::string& term, Documents& found) {
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting)
        if (std::find(found.begin(), found.end(), *posting) == found.end()) found.push_back(*posting);
}

Documents find_exact(const Xapian::Database& database, Field field, const std::string& value) {
    Documents found;
    add_documents(database, exact_term(field, value), found);
    return found;
}

// "/srv/reports/kent/future.txt", as a shell completes it, for the source "kent/future.txt".
Documents find_by_longer_path(const Xapian::Database& database, std::string_view path) {
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
        if (Documents found = find_exact(database, Field::source, std::string(path.substr(slash + 1))); !found.empty())
            return found;
    return {};
}

// "kent/report.pdf" without ".pdf"; a name that only begins with a dot has no ending.
std::string_view without_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    return dot == std::string_view::npos || dot <= name ? path : path.substr(0, dot);
}

// The stories whose path ends with what was typed, with or without the ending of the file's name. Reads every source of
// the index: 0.1 s for a million, and only for what is no id.
Documents find_by_path_end(const Xapian::Database& database, const std::string& typed, bool with_ending) {
    const std::string end = '/' + typed;
    const std::string prefix(field_row(Field::source).prefix);
    Documents found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        const std::string source = *term;
        const std::string_view path = std::string_view(source).substr(prefix.size());
        const std::string_view named = with_ending ? path : without_ending(path);
        if (named.ends_with(end) || (!with_ending && named == typed && named != path))
            add_documents(database, source, found);
    }
    return found;
}

Documents find_by_beginning(const Xapian::Database& database, const std::string& typed) {
    const std::string prefix = std::string(field_row(Field::id).prefix) + typed;
    Documents found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        add_documents(database, *term, found);
        if (found.size() > kListed) break;
    }
    return found;
}

Documents find_named(const Xapian::Database& database, const std::string& typed) {
    if (typed.empty()) return {};
    // The same id in several indexes: the first is shown.
    if (Documents found = find_exact(database, Field::id, typed); !found.empty()) return {found.front()};
    for (const Field field : {Field::url, Field::source})
        if (Documents found = find_exact(database, field, typed); !found.empty()) return found;
    if (Documents found = find_by_longer_path(database, typed); !found.empty()) return found;
    if (Documents found = find_by_path_end(database, typed, true); !found.empty()) return found;
    if (Documents found = find_by_beginning(database, typed); !found.empty()) return found;
    return find_by_path_end(database, typed, false);
}

[[noreturn]] void refuse_several(const Xapian::Database& database, const Documents& found, const std::string& typed) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(found.size(), kListed); ++i)
        ids.push_back(decode_record(database.get_document(found[i]).get_data(), RecordPart::head).id);
    throw Error(Status::usage, fmt::format("{} names more than one story", typed),
                fmt::format("give one id: {}{}", fmt::join(ids, ", "), found.size() > kListed ? " …" : ""));
}

// A withdrawn article is as if it were not there.
std::optional<Article> read_shown(const OpenIndex& index, Xapian::docid document) {
    Article article = decode_record(index.stories.get_document(document).get_data(), RecordPart::full);
    if (is_withdrawn(index, article)) return std::nullopt;
    hide_withdrawn_repeats(index, article.findings);
    return article;
}

}  // namespace

std::optional<Article> find_article_by_id(const OpenIndex& index, const std::string& id) try {
    if (id.empty()) return std::nullopt;
    const Documents found = find_exact(index.stories, Field::id, id);
    if (found.empty()) return std::nullopt;
    return read_shown(index, found.front());
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

std::optional<Article> find_article(const OpenIndex& index, const std::string& typed) try {
    const Documents found = find_named(index.stories, typed);
    if (found.empty()) return std::nullopt;
    if (found.size() > 1) refuse_several(index.stories, found, typed);
    return read_shown(index, found.front());
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

bool has_article(const OpenIndex& index, const std::string& id) try {
    const Documents found = find_exact(index.stories, Field::id, id);
    return !found.empty() && (index.withdrawn.empty() || read_shown(index, found.front()));
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

Xapian::docid find_finding(const OpenIndex& index, const std::string& id) try {
    const auto name = split_finding_id(id);
    if (!name || is_withdrawn(index, name->article)) return 0;
    const std::string place = pack_finding_name(name->number, name->text_hash());
    for (const Xapian::docid document : find_exact(index.database, Field::id, name->article))
        if (index.database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(kSlotStory).starts_with(place))
            return document;
    return 0;
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

}  // namespace findings

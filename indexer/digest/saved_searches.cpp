#include "indexer/digest/saved_searches.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/index/schema.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

// The options of findings-search that choose stories by a value.
const std::vector<std::string>& filter_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all{"was", "change", "worst", "since", "until"};
        for (const Field facet : kFacets) {
            all.emplace_back(field_row(facet).name);
            all.push_back(fmt::format("not-{}", field_row(facet).name));
        }
        return all;
    }();
    return names;
}

std::string advise(const std::string& typed, const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(typed, names);
    return nearest.empty() ? std::string() : fmt::format("; did you mean {}?", nearest);
}

class Parser {
  public:
    explicit Parser(const std::string& file_name) : file_name_(file_name) {}

    std::vector<SavedSearch> parse(std::string_view text) {
        while (!text.empty()) {
            ++line_;
            const std::size_t end = std::min(text.find('\n'), text.size());
            read_line(trim(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        for (SavedSearch& search : searches_)
            if (search.error.empty() && search.query.empty() && search.filters.empty())
                search.error = fmt::format("{}: [{}] has neither query nor filter", search.place, search.name);
        return std::move(searches_);
    }

  private:
    void read_line(std::string_view line) {
        if (line.empty() || line.front() == '#') return;
        if (line.front() == '[') {
            begin_search(line);
            return;
        }
        const std::size_t equals = line.find('=');
        const std::string key(trim(line.substr(0, equals)));
        if (searches_.empty()) searches_.push_back({"", place(), "", {}, ""});
        if (searches_.back().name.empty()) {
            fail("a search begins with its name in brackets: [name]");
        } else if (equals == std::string_view::npos) {
            fail("expected `query = ...` or `filter = ...`");
        } else if (key == "query") {
            std::string& query = searches_.back().query;
            query += (query.empty() ? "" : " ") + std::string(trim(line.substr(equals + 1)));
        } else if (key == "filter") {
            read_filters(trim(line.substr(equals + 1)));
        } else {
            fail(fmt::format("unknown key {}{}", key, advise(key, {"query", "filter"})));
        }
    }

    void begin_search(std::string_view line) {
        const bool closed = line.back() == ']';
        std::string name(trim(line.substr(1, line.size() - (closed ? 2 : 1))));
        const bool repeated = std::any_of(searches_.begin(), searches_.end(),
                                          [&](const SavedSearch& search) { return search.name == name; });
        searches_.push_back({name, place(), "", {}, ""});
        if (!closed || name.empty())
            fail("expected [name]");
        else if (repeated)
            fail(fmt::format("there is another search named {}", name));
    }

    void read_filters(std::string_view text) {
        for (bool first = true; !(text = trim(text)).empty(); first = false) {
            const std::size_t colon = text.find_first_of(": \t");
            const std::string name(text.substr(0, colon));
            if (colon == std::string_view::npos || text[colon] != ':') {
                fail(fmt::format("filter {}: expected name:value{}", name,
                                 first ? "" : "; a value of several words stands in quotes"));
                return;
            }
            if (std::find(filter_names().begin(), filter_names().end(), name) == filter_names().end()) {
                fail(fmt::format("there is no filter {}{}", name, advise(name, filter_names())));
                return;
            }
            text.remove_prefix(colon + 1);
            const bool quoted = !text.empty() && text.front() == '"';
            const std::size_t end = quoted ? text.find('"', 1) : std::min(text.find_first_of(" \t"), text.size());
            if (end == std::string_view::npos || end == 0) {
                fail(fmt::format("filter {}: {}", name, quoted ? "a quote is not closed" : "a value is missing"));
                return;
            }
            searches_.back().filters.emplace_back(name, text.substr(quoted ? 1 : 0, quoted ? end - 1 : end));
            text.remove_prefix(quoted ? end + 1 : end);
        }
    }

    // The first mistake of a search is enough to go and look.
    void fail(const std::string& what) {
        std::string& error = searches_.back().error;
        if (error.empty()) error = fmt::format("{}: {}", place(), what);
    }

    [[nodiscard]] std::string place() const { return fmt::format("{}:{}", file_name_, line_); }

    const std::string& file_name_;
    std::size_t line_ = 0;
    std::vector<SavedSearch> searches_;
};

}  // namespace

std::string SavedSearch::text() const {
    std::string line = query;
    for (const auto& [option, value] : filters) line += fmt::format(" --{}={}", option, value);
    return line;
}

std::vector<SavedSearch> parse_saved_searches(std::string_view text, const std::string& file_name) {
    return Parser(file_name).parse(text);
}

}  // namespace findings

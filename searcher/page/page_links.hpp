#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/schema.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// Where the links of a page lead. A page without them stands alone: a file, not a page of the reading room.
class PageLinks {
  public:
    PageLinks() = default;
    PageLinks(const PageLinks&) = delete;
    PageLinks& operator=(const PageLinks&) = delete;
    virtual ~PageLinks() = default;

    /// The same question with `slug` as the only value chosen of its facet: what its count counts.
    [[nodiscard]] virtual std::string only(Field facet, std::string_view slug) const = 0;
    /// The same question without one value of a filter or an exclusion.
    [[nodiscard]] virtual std::string without(Field field, std::string_view slug, bool exclude) const = 0;
    /// The same question without an option, "q" for the query.
    [[nodiscard]] virtual std::string without_option(std::string_view name) const = 0;
    /// The same question with another value of an option, "q" for the query.
    [[nodiscard]] virtual std::string with_option(std::string_view name, const std::string& value) const = 0;
    /// The same answer as "json", "csv" or "atom".
    [[nodiscard]] virtual std::string as_format(std::string_view format) const = 0;
    /// The same question asked of this generation for good.
    [[nodiscard]] virtual std::string of_generation(const std::string& generation) const = 0;
    /// The stories of this question that have these values too: a search, whatever page this is.
    [[nodiscard]] virtual std::string stories(const std::vector<std::pair<Field, std::string>>& values) const = 0;
    /// The stories of the newest full inspections that these filters choose, whatever else this page asks.
    [[nodiscard]] virtual std::string newest(const std::vector<FieldFilter>& filters) const = 0;
    [[nodiscard]] virtual std::string article(const std::string& id) const = 0;
    [[nodiscard]] virtual std::string provider(const std::string& slug) const = 0;
    /// A page of the room by its name: "about", "table", "map"; "" for the search.
    [[nodiscard]] virtual std::string page(std::string_view name) const = 0;
    /// The style sheet.
    [[nodiscard]] virtual std::string style() const = 0;
    /// Name and value of everything asked, in the order given: filters by slug, "q" for the query.
    [[nodiscard]] virtual const std::vector<std::pair<std::string, std::string>>& state() const = 0;
    /// Where a mistake is reported, an address or a mailbox; empty where the operator names none.
    [[nodiscard]] virtual std::string contact() const = 0;
};

}  // namespace findings

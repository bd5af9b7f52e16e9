#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/records/body_slugs.hpp"
#include "indexer/records/make_record.hpp"
#include "indexer/register_files/rows/read_register.hpp"

namespace findings {

/// Bodies of registers that names in articles are linked to. A name is linked when name, inspectorate, kind, place and
/// days agree as far as both sides state them, kind or place among them, and no other body could be meant. A body whose
/// name a register keeps back is never linked.
class RegisterLinks {
  public:
    /// What each register says, in the order added: the newest first. `groups`: as for records.
    explicit RegisterLinks(OwnerGroups groups = {}) : groups_(std::move(groups)) {}

    /// Owners of bodies by number; every other register is added after these.
    void add_owners(const RegisterTable& table);
    /// The bodies of a register.
    void add(const RegisterTable& table);

    [[nodiscard]] bool empty() const { return bodies_.empty(); }
    [[nodiscard]] std::size_t size() const { return bodies_.size(); }

    /// Names the article's providers as the registers' records do and adds their numbers, owner and place, declared by
    /// `register`. Evidence for who is meant stays the text's. How many were linked. Thread-safe.
    std::size_t link(Article& article) const;

  private:
    struct LinkedBody {
        std::string slug;
        std::string label;
        std::vector<std::string> numbers;
        std::vector<std::string> names;
        std::vector<std::string> types;
        std::string regulator;
        std::string authority;
        std::string region;
        std::string owner;
        std::string registered;
        std::string closed;
    };
    [[nodiscard]] const LinkedBody* find(const Article& article, const FacetValue& provider) const;
    void declare(const LinkedBody& body, bool alone, Article& article) const;

    OwnerGroups groups_;
    OwnersByNumber owners_;
    BodySlugs slugs_;
    std::vector<LinkedBody> bodies_;
    std::unordered_map<std::string, std::uint32_t> by_slug_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;
    std::unordered_set<std::string> redacted_;  ///< slugs of bodies whose name a register keeps back
};

}  // namespace findings

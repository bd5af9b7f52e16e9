#pragma once

#include <filesystem>
#include <string>

#include "searcher/page/page_links.hpp"
#include "searcher/site/address.hpp"

namespace findings {

/// What every page of one reading room has in common.
struct SiteSettings {
    bool is_public = false;           ///< strangers may read it
    std::filesystem::path originals;  ///< folder whose files are served; empty: none
    std::string contact;              ///< where a mistake is reported: https:, mailto:, or empty
    std::string source_url;           ///< where the source of this build is
};

/// Links that are the address asked for, changed in one place.
class AddressLinks : public PageLinks {
  public:
    /// Requires: `canonical` as make_canonical() returns it.
    AddressLinks(Address canonical, SiteSettings settings)
        : address_(std::move(canonical)), settings_(std::move(settings)) {}

    /// The address itself.
    [[nodiscard]] std::string same() const { return print_address(address_); }
    /// The source file of an article.
    [[nodiscard]] std::string original(const std::string& id) const { return elsewhere({"original", id}); }
    [[nodiscard]] std::string only(Field facet, std::string_view slug) const override;
    [[nodiscard]] std::string without(Field field, std::string_view slug, bool exclude) const override;
    [[nodiscard]] std::string without_option(std::string_view name) const override;
    [[nodiscard]] std::string with_option(std::string_view name, const std::string& value) const override;
    [[nodiscard]] std::string as_format(std::string_view format) const override;
    [[nodiscard]] std::string of_generation(const std::string& generation) const override;
    [[nodiscard]] std::string stories(const std::vector<std::pair<Field, std::string>>& values) const override;
    [[nodiscard]] std::string newest(const std::vector<FieldFilter>& filters) const override;
    [[nodiscard]] std::string article(const std::string& id) const override;
    [[nodiscard]] std::string provider(const std::string& slug) const override;
    [[nodiscard]] std::string page(std::string_view name) const override;
    [[nodiscard]] std::string style() const override;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& state() const override;
    [[nodiscard]] std::string contact() const override { return settings_.contact; }

  private:
    void keep_generation(Address& address) const;
    [[nodiscard]] std::string elsewhere(std::vector<std::string> path) const;

    Address address_;
    SiteSettings settings_;
};

/// The address of the style sheet: its hash is part of it, so that browsers may keep it for good.
std::string style_address();

}  // namespace findings

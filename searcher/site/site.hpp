#pragma once

#include "searcher/site/address_links.hpp"
#include "searcher/site/generation_pool.hpp"
#include "searcher/site/http_message.hpp"

namespace findings {

/// The reading room: a request becomes an answer. May be asked by several threads at once.
class Site {
  public:
    /// Requires: `pool` outlives it.
    Site(SiteSettings settings, GenerationPool& pool) : settings_(std::move(settings)), pool_(&pool) {}

    /// Never throws: what goes wrong is an answer of its own. 200 also without a hit; 400 bad address, parameter or
    /// query; 404 unknown id or page; 413 an answer too large to be given at once; 503 no usable index; 500 a bug.
    [[nodiscard]] HttpAnswer answer(const HttpRequest& request) const;

    /// A page that says why a request is not answered. Shape: whole, with every header.
    [[nodiscard]] HttpAnswer refuse(int status, const std::string& message, const std::string& hint = {}) const;

  private:
    [[nodiscard]] HttpAnswer route(const HttpRequest& request) const;

    SiteSettings settings_;
    GenerationPool* pool_;
};

}  // namespace findings

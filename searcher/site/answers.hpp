#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/site/address_links.hpp"
#include "searcher/site/generation_pool.hpp"
#include "searcher/site/http_message.hpp"

namespace findings {

/// What an answer is made from.
struct Asked {
    const Address& address;
    const std::string& target;  ///< the address as sent
    const SiteSettings& settings;
    GenerationPool& pool;
};

/// An answer other than 200, thrown on the way to one.
struct Refusal {
    int status = 400;
    std::string message;
    std::string hint;
};

/// The live generation, or the one named. Throws: Refusal{410} for one that is not kept any more, {404} for what was
/// never the name of one; Error{unavailable} as GenerationPool::borrow().
GenerationPool::Loan borrow_generation(const Asked& asked, const std::string& named,
                                       SearchedUnit unit = SearchedUnit::stories);

/// What a request searches.
inline SearchedUnit unit_of(const SearchRequest& request) {
    return request.findings ? SearchedUnit::findings : SearchedUnit::stories;
}

/// One function an address. Throw: Error; Refusal.
HttpAnswer answer_search(const Asked& asked);
HttpAnswer answer_article(const Asked& asked);
HttpAnswer answer_original(const Asked& asked);
HttpAnswer answer_provider(const Asked& asked);
HttpAnswer answer_table(const Asked& asked);
HttpAnswer answer_map(const Asked& asked);
HttpAnswer answer_about(const Asked& asked);
HttpAnswer answer_health(const Asked& asked);

/// What the address asks, with the defaults of its format. `own`: as in read_question(). Throws: as read_question().
SearchRequest read_request(const Asked& asked, const std::vector<std::string_view>& own = {});

/// A request answered in the format of the address, as page, JSON, CSV or Atom feed.
HttpAnswer answer_request(const Asked& asked, SearchRequest request, PageContext& context);

/// Hits in one answer at most: making an excerpt of a story takes about 0.1 ms, so that a thousand of them are an
/// answer, a hundred thousand an attack.
inline constexpr std::size_t kMostHits = 1000;

/// Refuses an answer with too many hits before they are read, and keeps from strangers what is not for them.
std::unique_ptr<HitSink> guard_answer(std::unique_ptr<HitSink> inner, std::size_t most, bool is_public);

/// The stories or findings of a request as a feed: those first published lately, the last first, then the newest by
/// date. `limited`: the address names a limit.
HttpAnswer answer_feed(const Asked& asked, const SearchRequest& request, bool limited, const AddressLinks& links,
                       PageContext& context);

/// A page that says what is wrong.
std::string make_error_page(int status, const std::string& message, const std::string& hint,
                            const SiteSettings& settings);

/// The entity tag of an answer from a generation to an address.
std::string make_etag(const std::string& generation, const std::string& target);
std::string make_etag(const PageContext& context, const std::string& target);

/// The line to cite an answer of the reading room: what, generation, when it was built, the manifest's hash, and the
/// address that gives it again.
std::string cite_address(const std::string& what, const PageContext& context, const AddressLinks& links);

}  // namespace findings

#include "searcher/site/site.hpp"

#include <exception>
#include <string_view>
#include <utility>

#include <embedded/page_style.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "common/base/error.hpp"
#include "common/base/failure.hpp"
#include "searcher/site/address.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

// Nothing is run, nothing is fetched but the style sheet, nothing is framed, forms lead back here.
constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

HttpAnswer answer_robots() {
    HttpAnswer answer;
    answer.type = "text/plain; charset=utf-8";
    answer.body = "User-agent: *\nDisallow: /\n";
    return answer;
}

HttpAnswer answer_style() {
    HttpAnswer answer;
    answer.type = "text/css; charset=utf-8";
    answer.body = embedded::page_style();
    answer.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return answer;
}

int http_status(Status status) {
    switch (status) {
        case Status::usage:
            return 400;
        case Status::unavailable:
        case Status::io_error:
            return 503;
        default:
            return 500;
    }
}

void add_headers(HttpAnswer& answer, const std::string& target) {
    const bool cached = !answer.headers.empty() && answer.headers.front().first == "Cache-Control";
    if (!cached) answer.headers.emplace_back("Cache-Control", "no-cache");
    answer.headers.emplace_back("Content-Security-Policy", kPolicy);
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    answer.headers.emplace_back("Referrer-Policy", "no-referrer");
    answer.headers.emplace_back("X-Robots-Tag", "noindex, noarchive");
    if (answer.etag.empty()) answer.etag = make_etag(std::to_string(answer.status), target);
    answer.headers.emplace_back("ETag", answer.etag);
}

// "*" or a list of tags, weak ones too: a proxy that compresses makes ours weak.
bool names_tag(std::string_view list, const std::string& tag) {
    return list == "*" || list.find(tag) != std::string_view::npos;
}

}  // namespace

HttpAnswer Site::route(const HttpRequest& request) const {
    const Address address = parse_address(request.target);
    SiteSettings settings = settings_;
    settings.is_public = settings.is_public || request.public_name;
    const Asked asked{address, request.target, settings, *pool_};
    if (address.path.empty()) return answer_search(asked);
    const std::string& first = address.path.front();
    const std::size_t parts = address.path.size();
    if (parts == 1 && first == "about") return answer_about(asked);
    if (parts == 1 && first == "health") return answer_health(asked);
    if (parts == 1 && first == "robots.txt") return answer_robots();
    if (parts == 3 && first == "assets" && request.target == style_address()) return answer_style();
    if (parts == 1 && first == "table") return answer_table(asked);
    if (parts == 1 && first == "map") return answer_map(asked);
    if (parts == 2 && first == "article") return answer_article(asked);
    if (parts == 2 && first == "original") return answer_original(asked);
    if (parts == 2 && first == "provider") return answer_provider(asked);
    throw Refusal{404, "there is no such page", "the search is at /"};
}

HttpAnswer Site::refuse(int status, const std::string& message, const std::string& hint) const {
    HttpAnswer answer;
    answer.status = status;
    answer.body = make_error_page(status, message, hint, settings_);
    add_headers(answer, message);
    return answer;
}

HttpAnswer Site::answer(const HttpRequest& request) const {
    HttpAnswer answer;
    try {
        answer = route(request);
    } catch (const Refusal& refusal) {
        return refuse(refusal.status, refusal.message, refusal.hint);
    } catch (const Error& error) {
        return refuse(http_status(error.status()), error.what(), error.hint());
    } catch (const std::exception& failure) {
        const Error error = describe_failure(failure);
        return refuse(http_status(error.status()), error.what(), error.hint());
    }
    add_headers(answer, request.target);
    if (answer.status == 200 && !request.if_none_match.empty() && names_tag(request.if_none_match, answer.etag)) {
        answer.status = 304;
        if (answer.file >= 0) close(std::exchange(answer.file, -1));
        answer.body.clear();
    }
    return answer;
}

}  // namespace findings

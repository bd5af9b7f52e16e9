// The page of every status but 200, and what answers have in common.
#include <filesystem>
#include <regex>
#include <sstream>

#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"
#include "common/index/generation.hpp"
#include "searcher/index/hash_manifest.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/render/printable.hpp"
#include "searcher/site/answers.hpp"

namespace findings {
namespace {

std::string_view heading(int status) {
    switch (status) {
        case 400:
            return "This cannot be searched";
        case 404:
            return "Not found";
        case 405:
            return "Read-only";
        case 410:
            return "No longer here";
        case 413:
        case 431:
            return "Too large";
        case 421:
            return "Another name";
        case 503:
            return "Not available now";
        default:
            return "Something went wrong";
    }
}

// Messages name the command line's options; here they are parameters.
std::string name_parameters(const std::string& message) {
    static const std::regex option("(^|[ (\"'])--([a-z])");
    return std::regex_replace(message, option, "$1$2");
}

// 20261122T020000Z-1a2b3c4d: names of generations, and of nothing else.
bool is_generation_name(const std::string& name) {
    static const std::regex form("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");
    return std::regex_match(name, form);
}

}  // namespace

GenerationPool::Loan borrow_generation(const Asked& asked, const std::string& named, SearchedUnit unit) {
    if (named.empty()) return asked.pool.borrow({}, unit);
    if (!is_generation_name(named)) throw Refusal{404, fmt::format("{} is not the name of a generation", named), {}};
    for (const std::filesystem::path& root : asked.pool.roots()) {
        std::error_code ignored;
        if (!std::filesystem::is_directory(IndexLayout{root}.generation(named), ignored))
            throw Refusal{410, fmt::format("generation {} is not kept any more", named),
                          "leave out generation= to ask the live one"};
    }
    return asked.pool.borrow(named, unit);
}

std::string make_error_page(int status, const std::string& message, const std::string& hint,
                            const SiteSettings& settings) {
    const AddressLinks links({}, settings);
    std::ostringstream out;
    begin_page(out, std::string(heading(status)), &links);
    out << "<h1>" << heading(status) << "</h1>\n<p>" << html_text(name_parameters(message)) << "</p>\n";
    if (!hint.empty()) out << "<p>" << html_text(name_parameters(hint)) << "</p>\n";
    out << fmt::format("<p class=\"about\">Status {}.</p>\n<p><a href=\"/\">Search reports and news</a></p>\n", status);
    end_page(out, {}, &links);
    return std::move(out).str();
}

std::string make_etag(const std::string& generation, const std::string& target) {
    return fmt::format("\"{:016x}\"", fnv_hash(generation + '\n' + target + '\n' + FINDINGS_VERSION));
}

// Who is withdrawn is part of what was asked: a browser must not keep what nobody may see any more.
std::string make_etag(const PageContext& context, const std::string& target) {
    std::string state = context.index.name();
    for (const std::string& id : context.index.withdrawn) state += "\n-" + id;
    return make_etag(state, target);
}

std::string cite_address(const std::string& what, const PageContext& context, const AddressLinks& links) {
    const std::vector<OpenGeneration>& generations = context.index.generations;
    // Of several indexes no generation can be named for all.
    const std::string again = generations.size() == 1 ? links.of_generation(generations.front().name) : links.same();
    return printable(fmt::format("{}. Findings, {}. {}", what, list_manifests(generations, context.manifests), again));
}

}  // namespace findings

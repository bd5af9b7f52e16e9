// "/article/ID" and "/original/ID".
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/terms.hpp"
#include "searcher/answer/run_search.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/model/kept_answer.hpp"
#include "searcher/page/article_page.hpp"
#include "searcher/page/public_view.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/site/answers.hpp"
#include "searcher/site/original_file.hpp"
#include "searcher/site/question.hpp"

namespace findings {
namespace {

constexpr std::size_t kSimilar = 5;

// The generation is all that may be asked of one article.
SearchRequest read_generation(const Asked& asked) {
    for (const auto& [name, value] : asked.address.parameters)
        if (name != "generation") throw Refusal{400, fmt::format("an article has no parameter {}", name), {}};
    return read_question(asked.address, OutputFormat::json, asked.pool.roots()).request;
}

std::vector<Hit> find_similar(const std::string& id, SearchRequest request, SearchContext& context) {
    request.similar_to = id;
    request.limit = kSimilar;
    request.facets.clear();
    request.snippets = false;
    request.suggest_filters = false;
    KeptAnswer sink;
    run_search(request, context, sink);
    return std::move(sink.hits);
}

// A copy of it is what was withdrawn.
bool has_document(const OpenIndex& index, const std::string& id) {
    return index.stories.term_exists(exact_term(Field::id, id));
}

[[noreturn]] void refuse_withdrawn() {
    throw Refusal{410, "this article was withdrawn", "it is shown in no generation any more"};
}

Article find_whole(const Asked& asked, const OpenIndex& index) {
    const std::string& id = asked.address.path.at(1);
    const std::optional<FindingName> finding = split_finding_id(id);
    if (is_withdrawn(index, id) || (finding && is_withdrawn(index, finding->article))) refuse_withdrawn();
    std::optional<Article> article = find_article_by_id(index, id);
    if (!article && finding) article = find_article_by_id(index, finding->article);
    if (!article && has_document(index, finding ? finding->article : id)) refuse_withdrawn();
    if (!article) throw Refusal{404, fmt::format("no article has the id {}", id), "it may be in another generation"};
    if (asked.settings.is_public) hide_places(*article);
    return std::move(*article);
}

bool is_original_shown(const Asked& asked, const Article& article) {
    if (asked.settings.originals.empty()) return false;
    // The file of a children's home has its address in it.
    if (!asked.settings.is_public) return true;
    return is_text_public(article) && !is_childrens_home(article);
}

}  // namespace

HttpAnswer answer_article(const Asked& asked) {
    SearchRequest request = read_generation(asked);
    GenerationPool::Loan context = borrow_generation(asked, request.generation);
    const AddressLinks links(asked.address, asked.settings);
    Article article = find_whole(asked, context->index);
    const bool shows_text = !asked.settings.is_public || is_text_public(article);
    HttpAnswer answer;
    answer.etag = make_etag(*context, asked.target);
    std::ostringstream out;
    if (asked.address.format == "json") {
        answer.type = "application/json";
        nlohmann::ordered_json json = make_article_json(article);
        if (!shows_text) json["text"] = nullptr;
        json["attribution"] = kAttribution;
        out << dump_json(json) << '\n';
    } else if (!asked.address.format.empty()) {
        request.ids = {article.id};
        return answer_request(asked, std::move(request), *context);
    } else {
        ArticlePage page{article, find_similar(article.id, request, *context), {}, shows_text, {}};
        if (is_original_shown(asked, article)) page.original = links.original(article.id);
        page.origin = {
            context->index.name(), context->index.built_at(),
            cite_address(fmt::format("“{}”", article.title.empty() ? article.source : article.title), *context, links)};
        write_article_page(out, page, links);
    }
    answer.body = std::move(out).str();
    return answer;
}

HttpAnswer answer_original(const Asked& asked) {
    const SearchRequest request = read_generation(asked);
    GenerationPool::Loan context = borrow_generation(asked, request.generation);
    const Article article = find_whole(asked, context->index);
    const auto refuse = [] { throw Refusal{404, "the original of this article is not served here", {}}; };
    if (!is_original_shown(asked, article) || !asked.address.format.empty()) refuse();
    const OriginalFile file = open_original(asked.settings.originals, article);
    if (file.descriptor < 0) refuse();
    HttpAnswer answer;
    answer.file = file.descriptor;
    answer.type = file.type;
    answer.etag = make_etag(*context, asked.target);
    // The name goes percent-encoded: it may hold anything.
    answer.headers.emplace_back(
        "Content-Disposition",
        fmt::format("{}; filename*=UTF-8''{}", file.inline_view ? "inline" : "attachment", encode_segment(file.name)));
    return answer;
}

}  // namespace findings

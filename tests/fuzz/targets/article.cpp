// Cleaning, the language engine and every extractor of facets and findings, over any text. Where evidence stands must
// lie within the text.
#include "indexer/encoding/decode.hpp"
#include "indexer/ingest/process_article.hpp"
#include "tests/fuzz/targets/fuzz.hpp"

namespace {

findings::RawArticle make_article(std::string_view text) {
    findings::RawArticle article;
    const bool is_report = !text.empty() && text.front() == '\x01';
    if (is_report) article.type = findings::ContentType::pdf;
    int page = 1;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        findings::Block block;
        if (line.starts_with('#')) block.role = findings::BlockRole::heading;
        if (line.starts_with('-')) block.role = findings::BlockRole::list_item;
        if (line.starts_with('|')) block.role = findings::BlockRole::table_row;
        if (line.starts_with('\f')) ++page;
        block.page = is_report ? page : 0;
        block.text = line.substr(block.role == findings::BlockRole::paragraph || line.empty() ? 0 : 1);
        if (!block.text.empty()) article.blocks.push_back(std::move(block));
    }
    return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace findings;
    const auto decoded = decode_text(fuzz::as_text(data, size));
    if (!decoded) return 0;
    const ProcessedArticle processed = process_article(make_article(decoded->text), {"fuzzed.txt"});
    const std::string_view body = processed.clean.body;
    for (const FacetValue& value : processed.facets.values) {
        const Evidence& evidence = value.evidence();
        if (evidence.where != Where::title && evidence.where != Where::body && evidence.where != Where::table) continue;
        const std::string_view text = evidence.where == Where::title ? processed.clean.title : body;
        fuzz::require(evidence.begin <= evidence.end && evidence.end <= text.size(), "evidence outside of the text");
        fuzz::require(text.substr(evidence.begin, evidence.end - evidence.begin) == evidence.quote,
                      "evidence that does not stand where it says");
    }
    for (const Finding& finding : processed.facets.findings)
        fuzz::require(finding.begin() <= finding.end() && finding.end() <= body.size(),
                      "a finding outside of the text");
    return 0;
}

#include "indexer/ingest/assemble_article.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"

namespace findings {
namespace {

std::string hash_id(std::string_view text) { return fmt::format("{:016x}", fnv_hash(text)); }

std::string declared_text(const CleanArticle& clean, const std::string& key) {
    const auto found = clean.declared.find(key);
    return found == clean.declared.end() || found->second.empty() ? std::string() : found->second.front();
}

/// Percent; 0 for a page of text.
int find_ocr_confidence(const CleanArticle& clean, int page) {
    const auto read = std::find_if(clean.ocr_pages.begin(), clean.ocr_pages.end(),
                                   [page](const OcrPage& one) { return one.page == page; });
    return read == clean.ocr_pages.end() ? 0 : read->confidence;
}

std::vector<PageStart> find_pages(const CleanArticle& clean) {
    std::vector<PageStart> pages;
    const auto add = [&](std::size_t begin, int page) {
        if (page > 0 && (pages.empty() || pages.back().page != page))
            pages.push_back({begin, page, find_ocr_confidence(clean, page)});
    };
    auto next = clean.breaks.begin();
    for (const BodyBlock& block : clean.blocks) {
        add(block.span.begin, block.page);
        for (; next != clean.breaks.end() && next->at < block.span.end; ++next) add(next->at, next->page);
    }
    return pages;
}

}  // namespace

std::string make_path_id(std::string_view source, std::size_t line) {
    return hash_id(line == 0 ? std::string(source) : fmt::format("{}#{}", source, line));
}

std::string find_address(const std::map<std::string, std::vector<std::string>>& declared,
                         const std::vector<std::pair<std::string, std::string>>& metadata) {
    if (const auto found = declared.find("url"); found != declared.end())
        return found->second.empty() ? std::string() : found->second.front();
    for (const std::string_view name : {"canonical", "og:url"})
        for (const auto& [key, value] : metadata)
            if (key == name && value.find("://") != std::string::npos) return value;
    return {};
}

ArticleNames name_article(const CleanArticle& clean, std::size_t line) {
    ArticleNames names{declared_text(clean, "id"), find_address(clean.declared, clean.metadata)};
    if (names.id.empty()) names.id = names.url.empty() ? make_path_id(clean.source, line) : hash_id(names.url);
    return names;
}

AssembledArticle assemble_article(const CleanArticle& clean, ExtractedFacets facets, const SourceFile& file,
                                  std::size_t line) {
    AssembledArticle assembled;
    Article& article = assembled.article;
    article.source = file.source;
    if (!file.is_stdin) article.path = file.path.string();
    ArticleNames names = name_article(clean, line);
    article.id = std::move(names.id);
    article.url = std::move(names.url);
    const bool declared = !declared_text(clean, "id").empty() || !declared_text(clean, "url").empty();
    assembled.id_origin = declared ? IdOrigin::declared : IdOrigin::found;
    article.title = clean.title;
    article.text = clean.body;
    for (const DroppedText& dropped : clean.dropped) {
        if (!article.dropped.empty()) article.dropped += '\n';
        article.dropped += dropped.text;
    }
    article.pages = find_pages(clean);
    article.publisher = std::move(facets.publisher);
    article.published = std::move(facets.published);
    article.inspected = std::move(facets.inspected);
    article.values = std::move(facets.values);
    article.remarks = std::move(facets.remarks);
    article.awards = std::move(facets.awards);
    article.findings = std::move(facets.findings);
    return assembled;
}

}  // namespace findings

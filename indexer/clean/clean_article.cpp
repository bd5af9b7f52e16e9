#include "indexer/clean/clean_article.hpp"

#include <algorithm>

#include "indexer/clean/boilerplate.hpp"
#include "indexer/clean/title.hpp"
#include "indexer/language/sentences.hpp"

namespace findings {
namespace {

BoilerplateLevel choose_level(const RawArticle& raw) {
    if (is_document(raw.type)) return BoilerplateLevel::roles;
    return is_record(raw.type) || !raw.declared.empty() ? BoilerplateLevel::sure : BoilerplateLevel::page;
}

MarkedTitle find_marked_title(const RawArticle& raw, const std::vector<Line>& lines) {
    const FoundTitle title = find_page_title(raw, lines);
    const bool heading = title.first_line < lines.size() && lines[title.first_line].role == BlockRole::heading;
    const bool given = !raw.title.empty() || raw.declared.contains("title") ||
                       std::any_of(raw.metadata.begin(), raw.metadata.end(),
                                   [](const auto& entry) { return entry.first == "og:title"; });
    if (!heading && !given) return {"", lines.size()};
    return {make_line(BlockRole::heading, 0, trim_space(title.text)).folded, title.first_line};
}

// A record that calls itself a report has no page around it, and reports repeat each other on purpose.
bool is_declared_document(const RawArticle& raw) {
    const auto kind = raw.declared.find("kind");
    return kind != raw.declared.end() && !kind->second.empty() &&
           (kind->second.front() == "report" || kind->second.front() == "letter");
}

FoundTitle drop_boilerplate(const RawArticle& raw, BoilerplateLevel level, std::vector<Line>& lines,
                            CleanArticle& article, const SiteLines& site) {
    drop_roles(lines, level);
    if (level == BoilerplateLevel::roles) return find_report_title(raw, lines);
    drop_sure_boilerplate(lines);
    drop_captions(lines, level);
    drop_story_lists(lines);
    // Before the title is looked for: a slogan above it would be taken for one.
    if (site.lines != nullptr && !site.lines->empty() && !is_declared_document(raw))
        drop_recurring(lines, find_marked_title(raw, lines), site);
    FoundTitle title = find_page_title(raw, lines);
    if (level == BoilerplateLevel::page) drop_page_boilerplate(lines, title.first_line, article.metadata);
    return title;
}

void drop_title(std::vector<Line>& lines, const FoundTitle& title) {
    constexpr std::string_view kRule = "title-repeated";
    for (std::size_t i = title.first_line; i < title.end_line; ++i) {
        if (lines[i].kept()) lines[i].rule = kRule;
    }
    const std::string folded = make_line(BlockRole::heading, 0, trim_space(title.text)).folded;
    // Only above the story: a heading further down may say the same words for a reason.
    for (Line& line : lines) {
        if (!line.kept()) continue;
        if (repeats_title(line, folded)) {
            line.rule = kRule;
        } else if (is_prose(line)) {
            return;
        }
    }
}

bool is_row(BlockRole role) { return role == BlockRole::list_item || role == BlockRole::table_row; }

void append_block(CleanArticle& article, const Line& line) {
    if (!article.body.empty()) {
        const BlockRole before = article.blocks.back().role;
        article.body += before == line.role && is_row(line.role) ? "\n" : "\n\n";
    }
    const std::size_t begin = article.body.size();
    article.body += line.text;
    article.blocks.push_back({line.role, line.page, {begin, article.body.size()}});
    for (const PageBreak& next : line.breaks) article.breaks.push_back({begin + next.at, next.page});
    append_sentences(article.body, article.blocks.back(), article.sentences);
}

}  // namespace

CleanArticle clean_article(const RawArticle& raw, std::string source, const SiteLines& site) {
    CleanArticle article;
    article.source = std::move(source);
    article.type = raw.type;
    article.declared = raw.declared;
    article.metadata = raw.metadata;
    article.ocr_pages = raw.ocr_pages;
    const BoilerplateLevel level = choose_level(raw);
    std::vector<Line> lines = make_lines(raw.blocks, level);
    FoundTitle title = drop_boilerplate(raw, level, lines, article, site);
    drop_title(lines, title);
    article.title = std::move(title.text);
    std::size_t size_bytes = 0;
    for (const Line& line : lines) size_bytes += line.text.size() + 2;
    article.body.reserve(size_bytes);
    for (const Line& line : lines) {
        if (line.kept()) {
            append_block(article, line);
        } else {
            article.dropped.push_back({std::string(line.text), std::string(line.rule)});
        }
    }
    return article;
}

}  // namespace findings

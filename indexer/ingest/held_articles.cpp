#include "indexer/ingest/held_articles.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "common/base/little_endian.hpp"
#include "indexer/clean/counted_lines.hpp"
#include "indexer/ingest/assemble_article.hpp"
#include "indexer/ingest/name_sites.hpp"
#include "indexer/io/io_error.hpp"
#include "indexer/readers/protocol.hpp"

namespace findings {
namespace {

constexpr std::size_t kHashBytes = 8;
constexpr std::size_t kInfoBytes = 4;
constexpr std::size_t kLineBytes = kHashBytes + kInfoBytes;
constexpr std::uint32_t kLabelBit = 1U << 31U;

}  // namespace

HeldArticles::HeldArticles(std::filesystem::path folder, std::size_t threads) : folder_(std::move(folder)) {
    for (std::uint32_t i = 0; i < threads; ++i) {
        article_writers_.emplace_back(article_path(i), i);
        line_writers_.emplace_back(line_path(i), i);
    }
}

HeldArticles::~HeldArticles() {
    std::error_code ignored;
    for (std::size_t i = 0; i < article_writers_.size(); ++i) {
        std::filesystem::remove(article_path(i), ignored);
        std::filesystem::remove(line_path(i), ignored);
    }
}

bool HeldArticles::may_hold(const RawArticle& raw) {
    if (is_document(raw.type) || raw.type == ContentType::mail) return false;
    if (!is_record(raw.type)) return true;
    return !find_host(find_address(raw.declared, raw.metadata)).empty();
}

void HeldArticles::hold(std::size_t thread, const RawArticle& raw, std::uint32_t file,
                        const std::vector<std::uint64_t>& sites) {
    const std::vector<CountedLine> lines = list_counted_lines(raw.blocks);
    std::string line_bytes;
    line_bytes.reserve(lines.size() * kLineBytes);
    for (const CountedLine& line : lines) {
        append_little_endian(line_bytes, line.hash, kHashBytes);
        append_little_endian(line_bytes, line.prose_bytes | (line.label ? kLabelBit : 0U), kInfoBytes);
    }
    SpooledArticle article_place;
    SpooledArticle line_place;
    article_writers_[thread].append(encode_article(raw), {}, {}, article_place);
    line_writers_[thread].append(line_bytes, {}, {}, line_place);
    ArticleSites both{};
    std::copy_n(sites.begin(), std::min(sites.size(), both.size()), both.begin());
    const std::lock_guard lock(mutex_);
    places_.push_back({article_place.offset, line_place.offset, article_place.bytes,
                       static_cast<std::uint32_t>(lines.size()), file, static_cast<std::uint32_t>(thread)});
    sites_.push_back(both);
}

RecurringLines HeldArticles::learn() {
    for (std::size_t i = 0; i < article_writers_.size(); ++i) {
        article_writers_[i].flush();
        line_writers_[i].flush();
        article_readers_.emplace_back(article_path(i));
        line_readers_.emplace_back(line_path(i));
    }
    CountedArticles counted;
    counted.sites.assign(sites_.begin(), sites_.end());
    counted.scan = [this](const auto& visit) {
        for (std::size_t i = 0; i < places_.size(); ++i) visit(i, read_lines(places_[i]));
    };
    return learn_lines(counted);
}

std::vector<CountedLine> HeldArticles::read_lines(const Place& place) const {
    const std::string bytes = line_readers_[place.thread].read(place.lines, place.line_count * kLineBytes);
    std::vector<CountedLine> lines(place.line_count);
    std::string_view rest = bytes;
    for (CountedLine& line : lines) {
        line.hash = read_little_endian(rest.substr(0, kHashBytes));
        const auto info = static_cast<std::uint32_t>(read_little_endian(rest.substr(kHashBytes, kInfoBytes)));
        line.prose_bytes = info & ~kLabelBit;
        line.label = (info & kLabelBit) != 0;
        rest.remove_prefix(kLineBytes);
    }
    return lines;
}

HeldArticles::Article HeldArticles::take(std::size_t number) const {
    const Place& place = places_[number];
    auto raw = decode_article(article_readers_[place.thread].read(place.article, place.article_bytes));
    // Written by this very run: other bytes mean a disk that does not keep them.
    if (!raw) throw make_io_error("read", article_path(place.thread).string(), EIO);
    Article article{place.file, std::move(*raw), {}};
    for (const std::uint64_t site : sites_[number])
        if (site != 0) article.sites.push_back(site);
    return article;
}

std::filesystem::path HeldArticles::article_path(std::size_t thread) const {
    return folder_ / fmt::format("held-{}", thread);
}

std::filesystem::path HeldArticles::line_path(std::size_t thread) const {
    return folder_ / fmt::format("lines-{}", thread);
}

}  // namespace findings

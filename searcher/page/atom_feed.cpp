#include "searcher/page/atom_feed.hpp"

#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"
#include "searcher/page/html_text.hpp"
#include "searcher/page/page_frame.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/renderers.hpp"

namespace findings {
namespace {

// Midnight in London is close enough to a day of publication. Never the day of the index, which is another one every
// night: readers would be told the same story again and again.
std::string make_time(const std::string& day, const std::string& otherwise) {
    if (day.size() == 10) return day + "T00:00:00Z";
    return otherwise.empty() ? "1970-01-01T00:00:00Z" : otherwise;
}

class AtomFeed : public HitSink {
  public:
    AtomFeed(std::ostream& out, const PageLinks& links, FirstSeen first_seen)
        : out_(out), links_(links), first_seen_(std::move(first_seen)) {}

    void begin(const SearchResult& result) override {
        const std::string page = links_.as_format("");
        out_ << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
             << fmt::format(
                    "<title>{}</title>\n<id>urn:findings:search:{:016x}</id>\n<updated>{}</updated>\n<author>"
                    "<name>Findings</name></author>\n<link rel=\"self\" href=\"{}\"/>\n<link rel=\"alternate\" "
                    "type=\"text/html\" href=\"{}\"/>\n<rights>{}</rights>\n",
                    html_text(describe_question(result)), fnv_hash(page), html_text(result.built_at),
                    html_text(links_.as_format("atom")), html_text(page), kAttribution);
    }

    void add(const Hit& hit) override {
        const Article& article = hit.article;
        const std::string title = article.title.empty() ? article.source : article.title;
        out_ << fmt::format(
            "<entry>\n<title>{}</title>\n<id>urn:findings:article:{:016x}</id>\n<updated>{}</updated>\n<link "
            "href=\"{}\"/>\n",
            html_text(title), fnv_hash(hit.id()), html_text(make_time(article.date(), when_seen(article.id))),
            html_text(links_.article(article.id)));
        std::string excerpt;
        for (const SnippetPiece& piece : hit.snippet) excerpt += piece.text;
        out_ << "<summary>" << html_text(describe_hit(hit)) << ": " << html_text(excerpt) << "</summary>\n</entry>\n";
    }

    void end(const SearchResult&) override { out_ << "</feed>\n"; }

  private:
    [[nodiscard]] std::string when_seen(const std::string& id) const {
        const auto seen = first_seen_.find(id);
        return seen == first_seen_.end() ? std::string() : seen->second;
    }

    std::ostream& out_;
    const PageLinks& links_;
    FirstSeen first_seen_;
};

}  // namespace

std::unique_ptr<HitSink> make_atom_renderer(std::ostream& out, const PageLinks& links, FirstSeen first_seen) {
    return std::make_unique<AtomFeed>(out, links, std::move(first_seen));
}

}  // namespace findings

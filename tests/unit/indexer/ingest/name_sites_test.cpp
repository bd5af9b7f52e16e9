#include "indexer/ingest/name_sites.hpp"

#include <doctest/doctest.h>

#include "indexer/clean/recurring_lines.hpp"
#include "indexer/ingest/held_articles.hpp"

using namespace findings;

namespace {

RawArticle page_at(const std::string& address) {
    RawArticle raw;
    raw.metadata.emplace_back("canonical", address);
    return raw;
}

std::vector<std::uint64_t> sites_of(const RawArticle& raw) {
    return name_sites(raw, "/pages/ledger/2024/a.html", "ledger/2024/a.html");
}

}  // namespace

TEST_CASE("a host is the same with www, for telephones, with a port and in capitals") {
    for (const char* address :
         {"https://www.ledger.example/news/1", "http://m.ledger.example", "https://Ledger.Example:443/?a",
          "https://amp.ledger.example#x", "https://someone@ledger.example/"})
        CHECK(find_host(address) == "ledger.example");
    CHECK(find_host("ledger.example/news").empty());
    CHECK(find_host("file:///pages/a.html").empty());
}

TEST_CASE("pages belong to their host, else their publisher, else to their outermost and innermost folder") {
    CHECK(sites_of(page_at("https://www.ledger.example/1")) == std::vector{hash_site("host ledger.example")});
    RawArticle raw;
    raw.metadata.emplace_back("og:site_name", "Estuary Ledger");
    CHECK(sites_of(raw) == std::vector{hash_site("publisher estuary ledger")});
    CHECK(sites_of({}) == std::vector{hash_site("folder /pages/ledger/2024"), hash_site("folder /pages/ledger")});
    CHECK(name_sites({}, "/pages/ledger/a.txt", "ledger/a.txt") == std::vector{hash_site("folder /pages/ledger")});
    CHECK(name_sites({}, "/pages/a.txt", "a.txt") == std::vector{hash_site("folder /pages")});
}

TEST_CASE("nothing is learned from inspectorates: their reports repeat each other on purpose") {
    CHECK(sites_of(page_at("https://reports.ofsted.gov.uk/provider/1")).empty());
    CHECK(sites_of(page_at("https://www.cqc.org.uk/location/1")).empty());
    CHECK(sites_of(page_at("https://www.gov.uk/government/publications/1")).empty());
    CHECK_FALSE(sites_of(page_at("https://news.medway.gov.uk/1")).empty());
    RawArticle raw;
    raw.declared["publisher"] = {"Ofsted"};
    CHECK(sites_of(raw).empty());
}

TEST_CASE("a file of which nobody knows the SOURCE may belong to every folder above it") {
    const auto sites = name_possible_sites({}, "/pages/ledger/a.txt");
    CHECK(sites == std::vector{hash_site("folder /pages/ledger"), hash_site("folder /pages"), hash_site("folder /")});
    CHECK(name_possible_sites(page_at("https://ledger.example/1"), "/pages/a.txt").size() == 1);
}

TEST_CASE("a record is held back only when it names its site, a PDF never") {
    RawArticle raw;
    CHECK(HeldArticles::may_hold(raw));
    raw.type = ContentType::pdf;
    CHECK_FALSE(HeldArticles::may_hold(raw));
    raw.type = ContentType::json_lines;
    CHECK_FALSE(HeldArticles::may_hold(raw));
    raw.declared["url"] = {"https://ledger.example/1"};
    CHECK(HeldArticles::may_hold(raw));
}

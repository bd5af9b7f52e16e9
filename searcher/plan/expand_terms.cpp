#include "searcher/plan/expand_terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace findings {
namespace {

struct Candidate {
    std::string term;
    Xapian::doccount documents = 0;
};

Expansion keep_most_frequent(std::vector<Candidate> candidates, std::size_t limit) {
    Expansion expansion;
    expansion.total = candidates.size();
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.documents != b.documents ? a.documents > b.documents : a.term < b.term;
    });
    if (candidates.size() > limit) candidates.resize(limit);
    for (Candidate& candidate : candidates) expansion.terms.push_back(std::move(candidate.term));
    return expansion;
}

std::string first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    while (end < text.size() && count > 0) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) ++end;
        --count;
    }
    return std::string(text.substr(0, end));
}

}  // namespace

Expansion expand_prefix(const Xapian::Database& db, std::string_view field_prefix, std::string_view prefix,
                        std::size_t limit) {
    const std::string full = std::string(field_prefix) + std::string(prefix);
    std::vector<Candidate> candidates;
    for (auto term = db.allterms_begin(full); term != db.allterms_end(full); ++term)
        candidates.push_back({(*term).substr(field_prefix.size()), term.get_termfreq()});
    return keep_most_frequent(std::move(candidates), limit);
}

Expansion expand_stem(const Xapian::Database& db, std::string_view field_prefix, std::string_view term,
                      Analyzer& analyzer, std::size_t limit) {
    const std::string own(term);
    const bool inflects = std::none_of(own.begin(), own.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!inflects) return {{own}, 1};
    const std::string stem = analyzer.stem(own);
    std::map<std::string, Xapian::doccount> found;
    found[own] = 0;
    std::set<std::string> starts{first_characters(own, 3)};
    if (own.compare(0, first_characters(stem, 3).size(), first_characters(stem, 3)) != 0)
        starts.insert(first_characters(stem, 3));
    for (const std::string& word : analyzer.list_equivalents(own)) starts.insert(first_characters(word, 3));
    for (const std::string& start : starts) {
        const std::string full = std::string(field_prefix) + start;
        for (auto at = db.allterms_begin(full); at != db.allterms_end(full); ++at) {
            std::string candidate = (*at).substr(field_prefix.size());
            if (analyzer.stem(candidate) == stem) found[std::move(candidate)] = at.get_termfreq();
        }
    }
    std::vector<Candidate> candidates;
    candidates.reserve(found.size());
    for (const auto& [word, documents] : found) candidates.push_back({word, documents});
    return keep_most_frequent(std::move(candidates), limit);
}

}  // namespace findings

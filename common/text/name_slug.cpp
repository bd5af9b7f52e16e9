#include "common/text/name_slug.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/text/fold.hpp"
#include "common/text/slug.hpp"

namespace findings {
namespace {

/// Endings of a company's name, kept in the span and dropped from the label. Source: Companies House.
constexpr std::array<std::string_view, 7> kCompanyEndings{"ltd", "limited", "cic", "llp", "plc", "cio", "inc"};

}  // namespace

bool is_company_ending(std::string_view folded) {
    return std::find(kCompanyEndings.begin(), kCompanyEndings.end(), folded) != kCompanyEndings.end();
}

std::string make_name_label(std::string_view name) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = name.find_first_not_of(" \n\t", at);
        if (begin == std::string_view::npos) break;
        at = std::min(name.find_first_of(" \n\t", begin), name.size());
        words.push_back(name.substr(begin, at - begin));
    }
    const auto bare = [](std::string_view word) {
        std::string folded = fold_text(word);
        while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) folded.pop_back();
        return folded;
    };
    if (words.size() > 1 && bare(words.front()) == "the") words.erase(words.begin());
    while (words.size() > 1 && is_company_ending(bare(words.back()))) words.pop_back();
    std::string label;
    for (const std::string_view word : words) {
        if (!label.empty()) label += ' ';
        label += word;
    }
    while (!label.empty() && (label.back() == ',' || label.back() == ':' || label.back() == '.')) label.pop_back();
    return label;
}

std::string make_name_slug(std::string_view label) {
    std::string slug = "-" + make_slug(make_name_label(label)) + "-";
    // Source: DfE's register writes CofE, C of E, CE and Church of England for one thing.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFolds{{{"-church-of-england-", "-ce-"},
                                                                                   {"-c-of-e-", "-ce-"},
                                                                                   {"-cofe-", "-ce-"},
                                                                                   {"-saint-", "-st-"},
                                                                                   {"-roman-catholic-", "-rc-"},
                                                                                   {"-r-c-", "-rc-"},
                                                                                   {"-saints-", "-sts-"}}};
    for (const auto& [from, to] : kFolds)
        for (std::size_t at = slug.find(from); at != std::string::npos; at = slug.find(from, at + 1))
            slug.replace(at, from.size(), to);
    return slug.substr(1, slug.size() - 2);
}

}  // namespace findings

#include "indexer/readers/office/rtf_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace findings {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Groups that hold no text of the document. Source: the specification's list of destinations.
constexpr auto kSkipped = std::to_array<std::string_view>({"fonttbl",
                                                           "colortbl",
                                                           "filetbl",
                                                           "listtable",
                                                           "listoverridetable",
                                                           "revtbl",
                                                           "rsidtbl",
                                                           "pict",
                                                           "objdata",
                                                           "fldinst",
                                                           "datafield",
                                                           "themedata",
                                                           "colorschememapping",
                                                           "latentstyles",
                                                           "generator",
                                                           "xmlnstbl",
                                                           "mmathPr",
                                                           "datastore",
                                                           "bkmkstart",
                                                           "bkmkend",
                                                           "sp",
                                                           "annotation",
                                                           "atnid",
                                                           "atnauthor",
                                                           "atntime",
                                                           "atndate",
                                                           "atnref",
                                                           "passwordhash",
                                                           "wgrffmtfilter",
                                                           "pgptbl",
                                                           "nonshppict",

                                                           "docvar",
                                                           "userprops",
                                                           "background",
                                                           "tc",
                                                           "xe",
                                                           "pnseclvl"});

constexpr auto kSigns = std::to_array<std::pair<std::string_view, std::string_view>>({{"tab", "\t"},
                                                                                      {"line", "\n"},
                                                                                      {"lquote", "\u2018"},
                                                                                      {"rquote", "\u2019"},
                                                                                      {"ldblquote", "\u201c"},
                                                                                      {"rdblquote", "\u201d"},
                                                                                      {"endash", "\u2013"},
                                                                                      {"emdash", "\u2014"},
                                                                                      {"bullet", "\u2022"},
                                                                                      {"emspace", " "},
                                                                                      {"enspace", " "}});

}  // namespace

bool is_skipped_rtf_group(std::string_view word) {
    return std::find(kSkipped.begin(), kSkipped.end(), word) != kSkipped.end();
}

std::string_view sign_of_rtf_word(std::string_view word) {
    const auto* sign =
        std::find_if(kSigns.begin(), kSigns.end(), [word](const auto& row) { return row.first == word; });
    return sign == kSigns.end() ? std::string_view{} : sign->second;
}

std::string charset_of_code_page(int code_page) {
    if (code_page == 10000) return "macintosh";
    if (code_page == 65001) return "UTF-8";
    if (code_page == 932) return "windows-31j";
    if (code_page == 0 || code_page == 1) return "windows-1252";
    return (code_page >= 1000 ? "windows-" : "ibm-") + std::to_string(code_page);
}

RtfToken RtfTokens::next() {
    while (at_ < bytes_.size() && (bytes_[at_] == '\n' || bytes_[at_] == '\r' || bytes_[at_] == '\0')) ++at_;
    if (at_ >= bytes_.size()) return {};
    const char c = bytes_[at_];
    if (c == '{' || c == '}') {
        ++at_;
        return {c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close, {}, 0, false};
    }
    if (c == '\\') return read_control();
    const std::size_t begin = at_;
    at_ = std::min(bytes_.find_first_of(std::string_view("{}\\\n\r\0", 6), at_), bytes_.size());
    return {RtfToken::Kind::text, bytes_.substr(begin, at_ - begin), 0, false};
}

RtfToken RtfTokens::read_control() {
    const std::size_t begin = ++at_;
    if (at_ >= bytes_.size()) return {};
    if (!is_letter(bytes_[at_])) {
        const char sign = bytes_[at_++];
        if (sign != '\'') return {RtfToken::Kind::symbol, bytes_.substr(begin, 1), 0, false};
        unsigned value = 0;
        const std::string_view digits = bytes_.substr(at_, 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        at_ += digits.size();
        return {RtfToken::Kind::byte, {}, static_cast<int>(value), true};
    }
    while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
    RtfToken token{RtfToken::Kind::word, bytes_.substr(begin, at_ - begin), 0, false};
    const std::size_t number = at_;
    if (at_ < bytes_.size() && bytes_[at_] == '-') ++at_;
    while (at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9') ++at_;
    token.has_value = std::from_chars(bytes_.data() + number, bytes_.data() + at_, token.value).ec == std::errc{};
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    // Binary data of a picture stands behind its length, whatever bytes it holds.
    if (token.text == "bin" && token.value > 0)
        at_ += std::min(bytes_.size() - at_, static_cast<std::size_t>(token.value));
    return token;
}

}  // namespace findings

#include "indexer/readers/text/mend_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

constexpr std::array<std::string_view, 6> kNulls{"nan", "infinity", "inf", "none", "undefined", "null"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// A number of RFC 8259 that a double can hold.
bool is_number(std::string_view word) {
    std::size_t at = word.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < word.size() && is_digit(word[at])) ++at;
        return at - begin;
    };
    const bool zero = at < word.size() && word[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (at < word.size() && word[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
        if (digits() == 0) return false;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return at == word.size() && error == std::errc{} && std::isfinite(value) && end == word.data() + word.size();
}

class Mender {
  public:
    explicit Mender(std::string_view in) : in_(in) { out_.reserve(in.size() + 64); }

    std::string mend() {
        while (at_ < in_.size()) step();
        return std::move(out_);
    }

  private:
    void step() {
        const char c = in_[at_];
        if (c == '"') {
            string();
        } else if (c == '/' && skip_comment()) {
            return;
        } else if (c == ',') {
            comma();
        } else if (is_space(c) || c == '{' || c == '}' || c == '[' || c == ']' || c == ':') {
            out_.push_back(in_[at_++]);
        } else {
            word();
        }
    }

    bool skip_comment() {
        const std::string_view rest = in_.substr(at_);
        if (rest.starts_with("//"))
            at_ = std::min(in_.find('\n', at_), in_.size());
        else if (rest.starts_with("/*"))
            at_ = std::min(in_.find("*/", at_ + 2), in_.size() - 2) + 2;
        else
            return false;
        return true;
    }

    /// A comma before a closing bracket, or before another comma, separates nothing.
    void comma() {
        ++at_;
        while (at_ < in_.size() && (is_space(in_[at_]) || (in_[at_] == '/' && skip_comment()))) {
            if (at_ < in_.size() && is_space(in_[at_])) ++at_;
        }
        if (at_ == in_.size() || in_[at_] == '}' || in_[at_] == ']' || in_[at_] == ',') return;
        out_.push_back(',');
    }

    void word() {
        constexpr std::string_view kEnds = " \t\r\n,:{}[]\"";
        const std::size_t end = std::min(in_.find_first_of(kEnds, at_), in_.size());
        const std::string_view text = in_.substr(at_, end - at_);
        at_ = end;
        const std::string lower = lower_case(text);
        const std::string_view unsigned_word =
            std::string_view(lower).substr(lower[0] == '-' || lower[0] == '+' ? 1 : 0);
        const bool null = std::find(kNulls.begin(), kNulls.end(), unsigned_word) != kNulls.end();
        const bool odd_number = !unsigned_word.empty() && (is_digit(unsigned_word[0]) || unsigned_word[0] == '.') &&
                                text.find_first_not_of("+-.0123456789eExXabcdefABCDEF_") == std::string_view::npos;
        if (null)
            out_.append("null");
        else if (lower == "true" || lower == "false")
            out_.append(lower);
        else if (odd_number && !is_number(text))
            out_.append(1, '"').append(text).append(1, '"');
        else
            out_.append(text);
    }

    void string() {
        out_.push_back(in_[at_++]);
        while (at_ < in_.size() && in_[at_] != '"') {
            const char c = in_[at_];
            if (c == '\\')
                escape();
            else if (static_cast<unsigned char>(c) < 0x20)
                control(c);
            else
                out_.push_back(in_[at_++]);
        }
        if (at_ < in_.size()) out_.push_back(in_[at_++]);
    }

    void control(char c) {
        ++at_;
        out_.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : "");
    }

    /// The value of "\uXXXX" at `at`, -1 when none stands there.
    [[nodiscard]] int code_unit(std::size_t at) const {
        const std::string_view text = in_.substr(std::min(at, in_.size()), 6);
        if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return -1;
        if (!std::all_of(text.begin() + 2, text.end(), is_hex)) return -1;
        int value = 0;
        std::from_chars(text.data() + 2, text.data() + 6, value, 16);
        return value;
    }

    void escape() {
        constexpr std::string_view kKnown = "\"\\/bfnrt";
        const int unit = code_unit(at_);
        if (unit >= 0) return unicode(unit);
        const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : ' ';
        if (kKnown.find(next) != std::string_view::npos) {
            out_.append(in_.substr(at_, 2));
            at_ += 2;
            return;
        }
        // "\'" is a quote; a backslash before anything else is a character that was not escaped.
        out_.append(next == '\'' ? "" : "\\\\");
        ++at_;
    }

    void unicode(int unit) {
        const bool high = unit >= 0xd800 && unit < 0xdc00;
        const bool low = unit >= 0xdc00 && unit < 0xe000;
        const int second = high ? code_unit(at_ + 6) : -1;
        const bool pair = high && second >= 0xdc00 && second < 0xe000;
        if ((high && !pair) || low) {
            out_.append("\\ufffd");
            at_ += 6;
            return;
        }
        const std::size_t length = pair ? 12 : 6;
        out_.append(in_.substr(at_, length));
        at_ += length;
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string mend_json(std::string_view text) { return Mender(text).mend(); }

std::size_t find_json_end(std::string_view text, std::size_t begin) {
    std::size_t depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i)
                if (text[i] == '\\') ++i;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return i;
            if (--depth == 0) return i + 1;
        } else if (c == ',' && depth == 0) {
            return i;
        }
    }
    return text.size();
}

}  // namespace findings

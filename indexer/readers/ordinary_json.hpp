#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace findings {

/// The tokens of well formed, ordinary JSON. Each call takes one from the front and is false where something else
/// stands there: it may be broken, or a number with a fraction.
class OrdinaryJsonScanner {
  public:
    explicit OrdinaryJsonScanner(std::string_view text) : rest_(text) {}

    /// The next byte that is not white space, '\0' at the end; it stays where it is.
    char peek();
    /// Whether nothing but white space is left.
    bool at_end() { return peek() == '\0' && rest_.empty(); }
    bool take(std::string_view token);
    /// A string, from its opening quote on; valid UTF-8.
    bool take_string(std::string& value);
    /// A whole number of at most 18 digits.
    bool take_number(std::int64_t& value);

  private:
    bool take_escape(std::string& value);
    bool take_hex(std::uint32_t& value);

    std::string_view rest_;
};

/// Tells a handler (with the methods of nlohmann::json_sax) what a JSON text holds, at a quarter of the library's cost,
/// which copies every string byte by byte, twice. False when the text is not ordinary or the handler said so: the
/// handler was told a part by then, and the library must say what is wrong, if anything is.
template <typename Handler>
class OrdinaryJson {
  public:
    OrdinaryJson(std::string_view text, Handler& handler) : scanner_(text), handler_(handler) {}

    bool parse() { return parse_value(0) && scanner_.at_end(); }

  private:
    static constexpr int kMaxDepth = 100;
    static constexpr std::size_t kUnknownSize = std::numeric_limits<std::size_t>::max();

    bool parse_value(int depth) {
        if (depth > kMaxDepth) return false;
        switch (scanner_.peek()) {
            case '{':
                return parse_object(depth);
            case '[':
                return parse_array(depth);
            case '"':
                return scanner_.take_string(text_) && handler_.string(text_);
            case 't':
                return scanner_.take("true") && handler_.boolean(true);
            case 'f':
                return scanner_.take("false") && handler_.boolean(false);
            case 'n':
                return scanner_.take("null") && handler_.null();
            default:
                return parse_number();
        }
    }

    bool parse_number() {
        std::int64_t value = 0;
        const bool negative = scanner_.peek() == '-';
        if (!scanner_.take_number(value)) return false;
        return negative ? handler_.number_integer(value) : handler_.number_unsigned(static_cast<std::uint64_t>(value));
    }

    bool parse_object(int depth) {
        if (!scanner_.take("{") || !handler_.start_object(kUnknownSize)) return false;
        if (scanner_.peek() == '}') return scanner_.take("}") && handler_.end_object();
        for (;;) {
            if (scanner_.peek() != '"' || !scanner_.take_string(text_) || !handler_.key(text_)) return false;
            if (scanner_.peek() != ':' || !scanner_.take(":") || !parse_value(depth + 1)) return false;
            if (scanner_.peek() == '}') return scanner_.take("}") && handler_.end_object();
            if (scanner_.peek() != ',' || !scanner_.take(",")) return false;
        }
    }

    bool parse_array(int depth) {
        if (!scanner_.take("[") || !handler_.start_array(kUnknownSize)) return false;
        if (scanner_.peek() == ']') return scanner_.take("]") && handler_.end_array();
        for (;;) {
            if (!parse_value(depth + 1)) return false;
            if (scanner_.peek() == ']') return scanner_.take("]") && handler_.end_array();
            if (scanner_.peek() != ',' || !scanner_.take(",")) return false;
        }
    }

    OrdinaryJsonScanner scanner_;
    Handler& handler_;
    std::string text_;
};

}  // namespace findings

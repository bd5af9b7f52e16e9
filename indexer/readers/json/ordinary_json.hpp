#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace findings {

/// Tells a handler (with the methods of nlohmann::json_sax) what a JSON text holds, read by simdjson at a fraction of
/// the cost. False when the text is broken, holds a fraction or a number of over 64 bits, or the handler said so: the
/// handler was told a part by then, and nlohmann's parser must say what is wrong, if anything is.
template <typename Handler>
class OrdinaryJson {
  public:
    /// The parser keeps its memory from one text to the next.
    OrdinaryJson(simdjson::dom::parser& parser, Handler& handler) : parser_(parser), handler_(handler) {}

    bool parse(std::string_view text) {
        simdjson::dom::element root;
        return parser_.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS && tell(root);
    }

  private:
    static constexpr std::size_t kUnknownSize = std::numeric_limits<std::size_t>::max();

    bool tell(const simdjson::dom::element& value) {
        switch (value.type()) {
            case simdjson::dom::element_type::OBJECT:
                return tell_object(simdjson::dom::object(value));
            case simdjson::dom::element_type::ARRAY:
                return tell_array(simdjson::dom::array(value));
            case simdjson::dom::element_type::STRING:
                text_ = std::string_view(value);
                return handler_.string(text_);
            case simdjson::dom::element_type::BOOL:
                return handler_.boolean(bool(value));
            case simdjson::dom::element_type::NULL_VALUE:
                return handler_.null();
            case simdjson::dom::element_type::INT64:
                return tell_integer(std::int64_t(value));
            case simdjson::dom::element_type::UINT64:
                return handler_.number_unsigned(std::uint64_t(value));
            case simdjson::dom::element_type::DOUBLE:
                return false;
        }
        return false;
    }

    bool tell_integer(std::int64_t value) {
        return value < 0 ? handler_.number_integer(value) : handler_.number_unsigned(static_cast<std::uint64_t>(value));
    }

    bool tell_object(const simdjson::dom::object& object) {
        if (!handler_.start_object(kUnknownSize)) return false;
        for (const auto& [key, value] : object) {
            text_ = key;
            if (!handler_.key(text_) || !tell(value)) return false;
        }
        return handler_.end_object();
    }

    bool tell_array(const simdjson::dom::array& array) {
        if (!handler_.start_array(kUnknownSize)) return false;
        for (const simdjson::dom::element value : array)
            if (!tell(value)) return false;
        return handler_.end_array();
    }

    simdjson::dom::parser& parser_;
    Handler& handler_;
    std::string text_;
};

}  // namespace findings

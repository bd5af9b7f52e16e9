#include "indexer/register_files/cells/nested_value.hpp"

#include <algorithm>

namespace findings {
namespace {

/// Objects in objects in lists: dumps have five levels, an attack has thousands.
constexpr int kDeepest = 24;

/// Reads one value after the other.
class NestedReader {
  public:
    explicit NestedReader(std::string_view text) : text_(text) {}

    bool read(NestedValue& value, int depth) {
        skip_blanks();
        if (at_ >= text_.size() || depth > kDeepest) return false;
        switch (text_[at_]) {
            case '{':
                return read_object(value, depth);
            case '[':
                return read_list(value, depth);
            case '\'':
            case '"':
                return read_text(value.text);
            default:
                return read_word(value.text);
        }
    }

    [[nodiscard]] bool at_end() {
        skip_blanks();
        return at_ == text_.size();
    }

  private:
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

    bool take(char c) {
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool read_object(NestedValue& value, int depth) {
        ++at_;
        if (take('}')) return true;
        do {
            skip_blanks();
            auto& [name, field] = value.fields.emplace_back();
            if (at_ >= text_.size() || (text_[at_] != '\'' && text_[at_] != '"') || !read_text(name)) return false;
            if (!take(':') || !read(field, depth + 1)) return false;
        } while (take(','));
        return take('}');
    }

    bool read_list(NestedValue& value, int depth) {
        ++at_;
        if (take(']')) return true;
        do {
            if (!read(value.items.emplace_back(), depth + 1)) return false;
        } while (take(','));
        return take(']');
    }

    bool read_text(std::string& text) {
        const char quote = text_[at_++];
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == quote) {
                ++at_;
                return true;
            }
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            text.push_back(text_[at_]);
        }
        return false;
    }

    // Numbers, True, None, null.
    bool read_word(std::string& text) {
        const std::size_t end = std::min(text_.find_first_of(",]}: \t\r\n", at_), text_.size());
        text = text_.substr(at_, end - at_);
        at_ = end;
        return !text.empty();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

const NestedValue* NestedValue::find(std::string_view name) const {
    for (const auto& [key, value] : fields)
        if (key == name) return &value;
    return nullptr;
}

std::string_view NestedValue::text_of(std::string_view name) const {
    const NestedValue* value = find(name);
    return value == nullptr ? std::string_view() : std::string_view(value->text);
}

bool looks_nested(std::string_view cell) {
    const std::size_t first = cell.find_first_not_of(" \t");
    return first != std::string_view::npos && (cell[first] == '{' || cell[first] == '[');
}

std::optional<NestedValue> parse_nested(std::string_view cell) {
    NestedReader reader(cell);
    NestedValue value;
    if (!reader.read(value, 0) || !reader.at_end()) return std::nullopt;
    return value;
}

}  // namespace findings

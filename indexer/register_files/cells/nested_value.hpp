#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

struct NestedField;

/// A value as programs dump it into a cell: Python's or JSON's objects, lists and texts.
struct NestedValue {
    std::string text;                 ///< of a text, number or word; empty for the others
    std::vector<NestedValue> items;   ///< of a list
    std::vector<NestedField> fields;  ///< of an object, in order

    /// The value of a field, or nullptr.
    [[nodiscard]] const NestedValue* find(std::string_view name) const;
    /// The text of a field, "" for none.
    [[nodiscard]] std::string_view text_of(std::string_view name) const;
};

/// A named value of an object.
struct NestedField {
    std::string name;
    NestedValue value;
};

/// Whether a cell begins as such a value does.
bool looks_nested(std::string_view cell);

/// Reads a whole cell; nullopt when it is cut off or of another shape.
std::optional<NestedValue> parse_nested(std::string_view cell);

}  // namespace findings

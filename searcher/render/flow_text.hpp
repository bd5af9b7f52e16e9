#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace findings {

/// Items set one after the other into lines of a width; a line is broken between items only.
class FlowText {
  public:
    /// Requires: `out` outlives it; `indent` is not 0. `column`: where the first line stands already; later ones are
    /// indented.
    FlowText(std::ostream& out, std::size_t width, std::size_t indent, std::size_t column);

    /// Adds an item. `separator` stands between it and the one before; its last blank falls away where a line ends.
    /// `painted`: the item with escape sequences, which take no columns; empty: as it is.
    void add(std::string_view item, std::string_view separator, std::string_view painted = {});

    /// Adds each word of a text, with escape sequences `before` and `after` it.
    void add_words(std::string_view text, std::string_view before = {}, std::string_view after = {});

    /// Ends the last line; where nothing was added, a line that was begun. Nothing is added after it.
    void finish();

  private:
    std::ostream& out_;
    std::size_t width_;
    std::size_t indent_;
    std::size_t column_;
    bool line_is_empty_ = true;
};

}  // namespace findings

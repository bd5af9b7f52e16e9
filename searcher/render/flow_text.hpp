#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace findings {

/// Items set one after the other into lines of a width; a line is broken between items only.
class FlowText {
  public:
    /// Requires: `out` outlives it. `column`: where the first line stands already; later ones are indented.
    FlowText(std::ostream& out, std::size_t width, std::size_t indent, std::size_t column);

    /// Adds an item. `separator` stands between it and the one before; its last blank falls away where a line ends.
    /// `painted`: the item with escape sequences, which take no columns; empty: as it is.
    void add(std::string_view item, std::string_view separator, std::string_view painted = {});

    /// Ends the last line. Nothing was added: writes nothing but the end of a line begun.
    void finish();

  private:
    std::ostream& out_;
    std::size_t width_;
    std::size_t indent_;
    std::size_t column_;
    bool line_is_empty_ = true;
    bool begun_;
};

}  // namespace findings

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// A word as read from a picture. Units: points from the left top corner of the page, which stands upright.
struct PageWord {
    std::string text;
    float x0 = 0;
    float x1 = 0;
    float baseline = 0;
    float size = 0;  ///< of the font, about
    bool bold = false;
    bool starts_line = false;
    friend bool operator==(const PageWord&, const PageWord&) = default;
};

/// What was read from the picture of a page.
struct PageText {
    float width = 0;  ///< of the page as it was read: turned upright
    float height = 0;
    int confidence = 0;           ///< 0 to 100, over the letters of all words
    std::vector<PageWord> words;  ///< line by line
    friend bool operator==(const PageText&, const PageText&) = default;
};

/// The end of the line that begins at `begin`.
std::size_t end_of_line(const std::vector<PageWord>& words, std::size_t begin);

/// As bytes, to be kept. Numbers are rounded to hundredths of a point.
std::string encode_page_text(const PageText& text);

/// nullopt when the bytes are not what encode_page_text wrote.
std::optional<PageText> decode_page_text(std::string_view bytes);

}  // namespace findings

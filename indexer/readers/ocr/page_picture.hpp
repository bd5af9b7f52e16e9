#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// A page as a scanner would give it.
struct PagePicture {
    int width = 0;
    int height = 0;
    float dots_per_inch = 0;
    std::string pixels;  ///< rows from top to bottom, one byte a pixel: 0 black, 255 white
};

/// Draws the pages of a PDF or of a picture file, by MuPDF.
class PagePainter {
  public:
    /// `type`: how the content is called on the web, "application/pdf" or "image/tiff". `bytes` must outlive it.
    PagePainter(std::string_view bytes, const char* type);
    ~PagePainter();
    PagePainter(const PagePainter&) = delete;
    PagePainter& operator=(const PagePainter&) = delete;

    /// How many there are; nullopt where the file cannot be opened, and failure() says why.
    [[nodiscard]] std::optional<int> count_pages() const;
    /// A page, counted from 1, as fine as its largest picture is or as letters need; nullopt where it cannot be drawn.
    std::optional<PagePicture> paint(int number);
    /// MuPDF's words about what could not be done last.
    [[nodiscard]] const std::string& failure() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Whether nothing stands on it that could be text: white but for specks.
bool is_blank_picture(const PagePicture& picture);

}  // namespace findings

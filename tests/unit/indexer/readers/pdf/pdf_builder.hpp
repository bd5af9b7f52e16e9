#pragma once

#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace findings::test {

/// Writes small PDF files whose every line stands where the test puts it.
class PdfBuilder {
  public:
    /// `besides`: entries of the page's dictionary, such as /Rotate.
    void page(std::string_view besides = "") { pages_.push_back({object(""), object(""), "", std::string(besides)}); }
    /// A size other than 595 by 842 points, for all pages.
    void size(int width, int height) {
        width_ = width;
        height_ = height;
    }
    /// Content as it stands in the file.
    void raw(std::string_view content) { pages_.back().content.append(content).append("\n"); }
    /// Text at x, y from the top left.
    void text(double x, double y, std::string_view words, double size = 12, bool bold = false) {
        show(join({1, 0, 0, 1, x, height_ - y}), words, size, bold);
    }
    /// Text turned by that many degrees against the clock about its beginning.
    void turned(double x, double y, double degrees, std::string_view words, double size = 12) {
        const double angle = degrees * 3.14159265358979 / 180;
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        show(join({cosine, sine, -sine, cosine, x, height_ - y}), words, size, false);
    }
    void rule(double x0, double x1, double y) { raw(join({x0, height_ - y}) + "m " + join({x1, height_ - y}) + "l S"); }
    /// A one-pixel image over the whole page, as a scanner would make.
    void scan() { image(0, 0, width_, height_); }
    /// A one-pixel image with its left top corner at x, y.
    void image(double x, double y, double width, double height) {
        raw("q " + join({width, 0, 0, height, x, height_ - y - height}) +
            "cm "
            "BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q");
    }
    /// Adds an object; returns its number.
    int object(std::string_view body) {
        objects_.emplace_back(body);
        return static_cast<int>(objects_.size()) + 4;
    }
    /// A font for raw(), as /NAME of its dictionary's number.
    void font(std::string_view name, int number) {
        fonts_ += "/" + std::string(name) + " " + std::to_string(number) + " 0 R ";
    }
    /// Entries of the catalog.
    void catalog(std::string_view besides) { catalog_.append(besides); }

    [[nodiscard]] std::string bytes(std::string_view trailer = "") const {
        std::string kids;
        for (const Page& page : pages_) kids += std::to_string(page.number) + " 0 R ";
        std::vector<std::string> objects{
            "<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>",
            "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>",
            font_of("Helvetica"), font_of("Helvetica-Bold")};
        objects.insert(objects.end(), objects_.begin(), objects_.end());
        for (const Page& page : pages_) {
            objects.at(page.number - 1) =
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + std::to_string(width_) + " " +
                std::to_string(height_) + "] /Resources << /Font << /F1 3 0 R /F2 4 0 R " + fonts_ +
                ">> >> /Contents " + std::to_string(page.contents) + " 0 R " + page.besides + " >>";
            objects.at(page.contents - 1) = stream(page.content);
        }
        return assemble(objects, trailer);
    }
    static std::string stream(std::string_view content) {
        return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + std::string(content) + "\nendstream";
    }

  private:
    struct Page {
        int number = 0;
        int contents = 0;
        std::string content;
        std::string besides;
    };

    static std::string join(std::initializer_list<double> numbers) {
        std::string out;
        for (const double number : numbers) {
            char text[32];
            std::snprintf(text, sizeof text, "%.4f ", number);
            out += text;
        }
        return out;
    }
    void show(const std::string& matrix, std::string_view words, double size, bool bold) {
        std::string content = std::string(bold ? "BT /F2 " : "BT /F1 ") + join({size}) + "Tf " + matrix + "Tm (";
        for (char c : words) {
            if (c == '(' || c == ')' || c == '\\') content.push_back('\\');
            content.push_back(c);
        }
        raw(content + ") Tj ET");
    }
    static std::string font_of(std::string_view name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + std::string(name) + " /Encoding /WinAnsiEncoding >>";
    }
    static std::string assemble(const std::vector<std::string>& objects, std::string_view trailer) {
        std::string out = "%PDF-1.4\n";
        std::string table = "0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects.size(); ++i) {
            char entry[32];
            std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
            table += entry;
            out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const std::string start = std::to_string(out.size());
        const std::string size = std::to_string(objects.size() + 1);
        return out + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R " +
               std::string(trailer) + " >>\nstartxref\n" + start + "\n%%EOF\n";
    }

    int width_ = 595;
    int height_ = 842;
    std::vector<std::string> objects_;  // from number 5 on
    std::vector<Page> pages_;
    std::string fonts_;
    std::string catalog_;
};

}  // namespace findings::test

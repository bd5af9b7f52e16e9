#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace findings::test {

/// Writes small PDF files whose every line stands where the test puts it.
class PdfBuilder {
  public:
    void page() { contents_.emplace_back(); }
    /// Text at x, y from the top left, 842 points high.
    void text(double x, double y, std::string_view words, double size = 12, bool bold = false) {
        char head[128];
        std::snprintf(head, sizeof head, "BT /F%d %.1f Tf %.1f %.1f Td (", bold ? 2 : 1, size, x, 842 - y);
        contents_.back().append(head);
        for (char c : words) {
            if (c == '(' || c == ')' || c == '\\') contents_.back().push_back('\\');
            contents_.back().push_back(c);
        }
        contents_.back().append(") Tj ET\n");
    }
    void rule(double x0, double x1, double y) {
        char line[128];
        std::snprintf(line, sizeof line, "%.1f %.1f m %.1f %.1f l S\n", x0, 842 - y, x1, 842 - y);
        contents_.back().append(line);
    }
    /// A one-pixel image over the whole page, as a scanner would make.
    void scan() { image(0, 0, 595, 842); }
    /// A one-pixel image with its left top corner at x, y.
    void image(double x, double y, double width, double height) {
        char place[128];
        std::snprintf(place, sizeof place, "q %.1f 0 0 %.1f %.1f %.1f cm ", width, height, x, 842 - y - height);
        contents_.back().append(place).append("BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n");
    }
    [[nodiscard]] std::string bytes(std::string_view trailer = "") const {
        std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", pages(), font("Helvetica"),
                                         font("Helvetica-Bold")};
        for (std::size_t i = 0; i < contents_.size(); ++i) {
            objects.push_back(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
                "/F2 4 0 R >> >> /Contents " +
                std::to_string(6 + 2 * i) + " 0 R >>");
            objects.push_back("<< /Length " + std::to_string(contents_[i].size()) + " >>\nstream\n" + contents_[i] +
                              "\nendstream");
        }
        return assemble(objects, trailer);
    }

  private:
    [[nodiscard]] std::string pages() const {
        std::string kids;
        for (std::size_t i = 0; i < contents_.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
        return "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(contents_.size()) + " >>";
    }
    static std::string font(std::string_view name) {
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

    std::vector<std::string> contents_;
};

}  // namespace findings::test

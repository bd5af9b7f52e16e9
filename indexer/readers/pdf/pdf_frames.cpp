// Nothing called here throws MuPDF's exceptions.
#include "indexer/readers/pdf/pdf_frames.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "indexer/readers/pdf/pdf_doubles.hpp"
#include "indexer/readers/pdf/pdf_lines.hpp"

namespace findings {
namespace {

constexpr std::size_t kMaxRules = 4000;
constexpr float kThinnest = 3.0F;
constexpr float kShortestRule = 15.0F;
// Cosines. Scanners and their OCR turn each line a little differently.
constexpr float kSameDirection = 0.9962F;  // 5 degrees
constexpr float kExact = 0.99999F;         // a quarter of a degree
// Letters along a curve have a direction each; text in none of the four usual ones has at least a word.
constexpr std::size_t kLeastAskew = 8;

struct Direction {
    fz_point along{};
    std::size_t characters = 0;
};

bool is_quarter_turn(fz_point along) { return std::max(std::abs(along.x), std::abs(along.y)) > kExact; }

float dot(fz_point a, fz_point b) { return a.x * b.x + a.y * b.y; }

template <typename Visit>
void visit_lines(const fz_stext_page& text, Visit visit) {
    for (const fz_stext_block* block = text.first_block; block != nullptr; block = block->next) {
        if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
        for (const fz_stext_line* line = block->u.t.first_line; line != nullptr; line = line->next) visit(*line);
    }
}

std::size_t count_characters(const fz_stext_line& line) {
    std::size_t count = 0;
    for (const fz_stext_char* c = line.first_char; c != nullptr; c = c->next) count += c->c > 0x20 ? 1U : 0U;
    return count;
}

/// The direction among `found` that a line has.
std::size_t direction_of(const std::vector<Direction>& found, fz_point along) {
    std::size_t at = 0;
    while (at < found.size() && dot(found[at].along, along) < kSameDirection) ++at;
    return at;
}

/// The directions of the page's lines, the most written one first.
std::vector<Direction> find_directions(const fz_stext_page& text) {
    std::vector<Direction> found;
    visit_lines(text, [&](const fz_stext_line& line) {
        const std::size_t at = direction_of(found, line.dir);
        if (at == found.size()) found.push_back({line.dir, 0});
        found[at].characters += count_characters(line);
    });
    std::erase_if(found, [](const Direction& direction) {
        return direction.characters < (is_quarter_turn(direction.along) ? 1 : kLeastAskew);
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const Direction& a, const Direction& b) { return a.characters > b.characters; });
    return found;
}

/// The page turned so that one direction runs from left to right.
class Frame {
  public:
    Frame(fz_point along, fz_rect bounds) : along_(along), down_{-along.y, along.x} {
        if (along.x > kExact) {
            along_ = {1, 0};
            down_ = {0, 1};
        }
        left_ = top_ = 1e30F;
        float right = -1e30F;
        float bottom = -1e30F;
        for (const fz_point corner : {fz_point{bounds.x0, bounds.y0}, fz_point{bounds.x1, bounds.y0},
                                      fz_point{bounds.x0, bounds.y1}, fz_point{bounds.x1, bounds.y1}}) {
            left_ = std::min(left_, dot(corner, along_));
            top_ = std::min(top_, dot(corner, down_));
            right = std::max(right, dot(corner, along_));
            bottom = std::max(bottom, dot(corner, down_));
        }
        width_ = right - left_;
        height_ = bottom - top_;
    }

    [[nodiscard]] float x(fz_point point) const { return dot(point, along_) - left_; }
    [[nodiscard]] float y(fz_point point) const { return dot(point, down_) - top_; }
    [[nodiscard]] float width() const { return width_; }
    [[nodiscard]] float height() const { return height_; }

    [[nodiscard]] PdfChar read(fz_context* context, const fz_stext_char& c) const {
        PdfChar out;
        out.code = static_cast<char32_t>(c.c);
        out.x0 = std::min(x(c.quad.ll), x(c.quad.ul));
        out.x1 = std::max(x(c.quad.lr), x(c.quad.ur));
        out.advance = x(c.quad.lr) - x(c.quad.ll);
        out.baseline = y(c.origin);
        out.size = c.size;
        out.bold = fz_font_is_bold(context, c.font) != 0;
        return out;
    }

    /// A thin box is a rule, the edges of an outlined one are two. A filled box is shading, which word processors draw
    /// line by line, so its edges say nothing about rows.
    void add_rules(const PdfBox& box, std::vector<PdfRule>& rules) const {
        const fz_point a{box.area.x0, box.area.y0};
        const fz_point b{box.area.x1, box.area.y1};
        const auto [x0, x1] = std::minmax({x(a), x(b)});
        const auto [y0, y1] = std::minmax({y(a), y(b)});
        if (x1 - x0 < kShortestRule || rules.size() >= kMaxRules) return;
        if (y1 - y0 <= kThinnest) {
            rules.push_back({x0, x1, (y0 + y1) / 2});
        } else if (box.stroked) {
            rules.push_back({x0, x1, y0});
            rules.push_back({x0, x1, y1});
        }
    }

  private:
    fz_point along_;
    fz_point down_;
    float left_ = 0;
    float top_ = 0;
    float width_ = 0;
    float height_ = 0;
};

bool is_outside(const PdfLine& line, const PdfPage& page) {
    return line.x1 <= 0 || line.x0 >= page.width || line.baseline <= 0 || line.top() >= page.height;
}

/// What lies beyond the edges is a printer's note, or the other half of a spread: unless it is all there is.
void set_outside_apart(PdfPage& page) {
    const auto outside = [&](const PdfLine& line) { return is_outside(line, page); };
    if (std::all_of(page.lines.begin(), page.lines.end(), outside)) return;
    for (PdfLine& line : page.lines) line.boilerplate = outside(line);
}

}  // namespace

std::vector<PdfPage> make_pdf_frames(fz_context* context, const fz_stext_page& text, fz_rect bounds,
                                     const std::vector<PdfBox>& boxes, const PdfPage& page) {
    std::vector<PdfPage> frames;
    const std::vector<Direction> directions = find_directions(text);
    std::vector<PdfChar> chars;
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < directions.size(); ++i) {
        const Frame frame(directions[i].along, bounds);
        chars.clear();
        ends.clear();
        visit_lines(text, [&](const fz_stext_line& line) {
            if (direction_of(directions, line.dir) != i) return;
            for (const fz_stext_char* c = line.first_char; c != nullptr; c = c->next)
                chars.push_back(frame.read(context, *c));
            ends.push_back(chars.size());
        });
        drop_double_glyphs(chars, ends);
        PdfPage& out = frames.emplace_back(page);
        out.width = frame.width();
        out.height = frame.height();
        out.aside = i > 0;
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            add_pdf_lines({chars.data() + begin, end - begin}, out.lines);
            begin = end;
        }
        if (i > 0) {
            std::erase_if(out.lines, [&](const PdfLine& line) { return is_outside(line, out); });
            continue;
        }
        set_outside_apart(out);
        if (!is_quarter_turn(directions[i].along)) continue;
        for (const PdfBox& box : boxes) frame.add_rules(box, out.rules);
    }
    if (frames.empty()) frames.push_back(page);
    return frames;
}

}  // namespace findings

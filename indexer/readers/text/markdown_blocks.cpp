#include "indexer/readers/text/markdown_blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/mended_letters.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Takes inline marks off one run of text and collects image descriptions.
class InlineText {
  public:
    explicit InlineText(std::string_view in) : in_(in) {}

    std::string strip() {
        while (at_ < in_.size()) step();
        return fold_spaces(out_);
    }
    [[nodiscard]] const std::vector<std::string>& captions() const { return captions_; }

  private:
    void step() {
        const char c = in_[at_];
        if (c == '\\' && at_ + 1 < in_.size() && !is_alnum(in_[at_ + 1])) {
            out_.push_back(in_[at_ + 1]);
            at_ += 2;
        } else if (c == '!' && in_.substr(at_).starts_with("![")) {
            ++at_;
            if (!link(true)) out_.push_back('!');
        } else if (c == '[') {
            if (!footnote_mark() && !link(false)) copy();
        } else if (c == '<') {
            tag();
        } else if (c == '`' || c == '*' || (c == '_' && !inside_word()) || in_.substr(at_).starts_with("~~")) {
            mark(c);
        } else {
            copy();
        }
    }

    void copy() { out_.push_back(in_[at_++]); }

    /// `2 * 3` keeps its star: a mark touches a word.
    void mark(char c) {
        const std::size_t end = std::min(in_.find_first_not_of(c, at_), in_.size());
        const bool spaced = (at_ == 0 || in_[at_ - 1] == ' ') && (end == in_.size() || in_[end] == ' ');
        if (spaced && c != '`') out_.append(in_.substr(at_, end - at_));
        at_ = end;
    }

    [[nodiscard]] bool inside_word() const {
        return at_ > 0 && is_alnum(in_[at_ - 1]) && at_ + 1 < in_.size() && is_alnum(in_[at_ + 1]);
    }

    /// `[^1]`: the note itself is a paragraph of its own.
    bool footnote_mark() {
        const std::size_t close = in_.find(']', at_);
        if (close == std::string_view::npos || in_.substr(at_, 2) != "[^" || close - at_ < 3) return false;
        if (in_.substr(at_ + 2, close - at_ - 2).find(' ') != std::string_view::npos) return false;
        at_ = close + 1;
        return true;
    }

    /// `[text](target)` or `[text][reference]` at the position of the bracket.
    bool link(bool image) {
        const std::size_t close = in_.find(']', at_);
        if (close == std::string_view::npos || close + 1 >= in_.size()) return false;
        const char open = in_[close + 1];
        if (open != '(' && open != '[') return false;
        const std::size_t end = open == '(' ? find_close(close + 1) : in_.find(']', close + 2);
        if (end == std::string_view::npos) return false;
        const std::string label = InlineText(in_.substr(at_ + 1, close - at_ - 1)).strip();
        if (!image)
            out_.append(label);
        else if (!label.empty())
            captions_.push_back(label);
        at_ = end + 1;
        return true;
    }

    /// The bracket that closes the one at `at`: addresses may hold pairs of their own.
    [[nodiscard]] std::size_t find_close(std::size_t at) const {
        int depth = 0;
        for (; at < in_.size(); ++at) {
            depth += in_[at] == '(' ? 1 : in_[at] == ')' ? -1 : 0;
            if (depth == 0) return at;
        }
        return std::string_view::npos;
    }

    /// `<sup>1</sup>`.
    bool raised() {
        constexpr std::string_view kOpen = "<sup>";
        constexpr std::string_view kClose = "</sup>";
        const std::size_t close = in_.find(kClose, at_);
        if (!in_.substr(at_).starts_with(kOpen) || close == std::string_view::npos) return false;
        InlineText inside(in_.substr(at_ + kOpen.size(), close - at_ - kOpen.size()));
        at_ = close + kClose.size();
        append_raised(out_, inside.strip(), in_.substr(at_));
        return true;
    }

    /// A tag goes, an automatic link <https://…> stays.
    void tag() {
        if (raised()) return;
        const std::size_t end = in_.find('>', at_);
        const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : ' ';
        if (end == std::string_view::npos || (!is_alnum(next) && next != '/' && next != '!')) return copy();
        const std::string_view inside = in_.substr(at_ + 1, end - at_ - 1);
        out_.append(inside.find("://") != std::string_view::npos && inside.find('=') == std::string_view::npos
                        ? inside
                        : std::string_view(inside.starts_with("br") || inside.starts_with("p") ? " " : ""));
        at_ = end + 1;
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<std::string> captions_;
};

/// "[label]: https://…", perhaps with a title in quotes. One word that could not be an address is text, "[Grade]:
/// Good".
bool is_link_definition(std::string_view text) {
    const std::size_t close = text.find("]:");
    if (!text.starts_with('[') || text.starts_with("[^") || close == std::string_view::npos) return false;
    const std::string target = fold_spaces(text.substr(close + 2));
    const std::size_t end = std::min(target.find(' '), target.size());
    const std::string_view address = std::string_view(target).substr(0, end);
    if (address.find_first_of("/.#:@") == std::string_view::npos && !address.starts_with('<')) return false;
    const std::string title = fold_spaces(std::string_view(target).substr(end));
    if (title.empty()) return !address.ends_with('.');
    constexpr std::string_view kQuotes = "\"'(";
    return kQuotes.find(title.front()) != std::string_view::npos && title.size() > 1 &&
           title.back() == (title.front() == '(' ? ')' : title.front());
}

/// "[^1]: the note": what stands behind the mark, empty when the line is no note.
std::string_view note_text(std::string_view text) {
    const std::size_t close = text.find("]:");
    return text.starts_with("[^") && close != std::string_view::npos ? text.substr(close + 2) : std::string_view{};
}

bool is_rule(std::string_view line, std::string_view marks) {
    const std::string text = fold_spaces(line);
    return text.size() >= 2 && text.find_first_not_of(std::string(marks) + " ") == std::string::npos;
}

/// Walks over the lines and keeps the paragraph that is still open.
class MarkdownReader {
  public:
    explicit MarkdownReader(RawArticle& article) : article_(article) {}

    void read(std::string_view text) {
        if (text.find("-\n") != std::string_view::npos) evidence_.add(text);
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            line(text.substr(0, end));
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        }
        flush();
    }

  private:
    void line(std::string_view raw) {
        std::string text = fold_spaces(raw);
        if (text.starts_with("```") || text.starts_with("~~~")) {
            flush();
            fenced_ = !fenced_;
            return;
        }
        while (!fenced_ && text.starts_with('>')) text = fold_spaces(std::string_view(text).substr(1));
        if (fenced_)
            add(BlockRole::paragraph, text);
        else if (text.empty())
            flush();  // NOLINT(bugprone-branch-clone): a rule, below, must come after an underline
        else if (text.starts_with('#'))
            heading(text);
        else if (!open_.empty() && (is_rule(text, "=") || is_rule(text, "-")))
            underline(text.front() == '=' ? 1U : 2U);
        else if (is_rule(text, "-*_") && text.size() >= 3)
            flush();
        else if (text.starts_with('|'))
            table_row(text);
        else
            prose(raw, text);
    }

    void prose(std::string_view raw, const std::string& text) {
        if (is_link_definition(text)) return;
        if (const std::string_view note = note_text(text); !note.empty()) {
            flush();
            open_ = fold_spaces(note);
            return;
        }
        const std::string_view item = text.starts_with("+ ") ? std::string_view(text).substr(2) : strip_bullet(text);
        if (!item.empty()) flush();
        open_.append(open_.empty() ? "" : "\n").append(item.empty() ? std::string_view(text) : item);
        if (!item.empty()) item_ = true;
        // Two spaces at the end of a line are Markdown's line break.
        if (raw.ends_with("  ")) flush();
    }

    void heading(const std::string& text) {
        flush();
        const std::size_t level = text.find_first_not_of('#');
        if (level == std::string::npos) return;
        std::string_view words = std::string_view(text).substr(level);
        while (words.ends_with('#')) words.remove_suffix(1);
        add_heading(level, words);
    }

    void underline(std::size_t level) {
        const std::string words = std::exchange(open_, {});
        item_ = false;
        add_heading(level, words);
    }

    void add_heading(std::size_t level, std::string_view words) {
        add(BlockRole::heading, words);
        if (level == 1 && article_.title.empty() && !article_.blocks.empty())
            article_.title = article_.blocks.back().text;
    }

    void table_row(const std::string& text) {
        flush();
        if (is_rule(text, "|-:")) return;
        std::vector<Block> rows;
        split_paragraph(text.ends_with('|') ? text : text + " |", evidence_, rows);
        for (const Block& row : rows) add_cells(row);
    }

    void add_cells(const Block& row) {
        std::string cells;
        std::string_view rest = row.text;
        while (!rest.empty()) {
            const std::size_t tab = rest.find('\t');
            cells.append(cells.empty() ? "" : "\t").append(decode_references(InlineText(rest.substr(0, tab)).strip()));
            rest = tab == std::string_view::npos ? std::string_view{} : rest.substr(tab + 1);
        }
        article_.blocks.push_back({row.role, 0, std::move(cells)});
    }

    void flush() {
        if (open_.empty()) return;
        const BlockRole role = item_ ? BlockRole::list_item : BlockRole::paragraph;
        std::vector<Block> blocks;
        split_paragraph(std::exchange(open_, {}), evidence_, blocks);
        for (const Block& block : blocks)
            if (block.role == BlockRole::table_row)
                add_cells(block);
            else
                add(role, block.text);
        item_ = false;
    }

    void add(BlockRole role, std::string_view text) {
        InlineText inline_text(text);
        std::string words = mend_letters(decode_references(inline_text.strip()));
        if (has_words(words)) article_.blocks.push_back({role, 0, std::move(words)});
        for (const std::string& caption : inline_text.captions())
            article_.blocks.push_back({BlockRole::caption, 0, caption});
    }

    RawArticle& article_;
    WordEvidence evidence_;
    std::string open_;  ///< lines of the paragraph or item being read
    bool item_ = false;
    bool fenced_ = false;
};

}  // namespace

void split_markdown(std::string_view text, RawArticle& article) { MarkdownReader(article).read(text); }

}  // namespace findings

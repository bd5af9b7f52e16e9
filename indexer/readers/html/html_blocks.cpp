#include "indexer/readers/html/html_blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_roles.hpp"
#include "indexer/readers/text/text_blocks.hpp"
#include "indexer/readers/text/wrapped_lines.hpp"

namespace findings {
namespace {

// A container that a class name calls boilerplate but that holds more than this share of the page's text is the
// page: "has-sidebar" on a wrapper, one <form> around everything.
constexpr double kMostOfPage = 0.5;
// A cell with more text than this is a column of a page laid out by a table.
constexpr std::size_t kLongestCell = 600;
constexpr std::size_t kLongestByline = 160;
// With less text than this in view, what is hidden is the article that a script was to reveal.
constexpr std::size_t kLittleText = 100;
constexpr std::size_t kLongestRaised = 24;
// Stands in collected text for a line end of the page's source behind a hyphen.
constexpr char kCutWord = '\x01';

std::optional<BlockRole> block_role(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
            return BlockRole::heading;
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
            return BlockRole::list_item;
        case GUMBO_TAG_TR:
            return BlockRole::table_row;
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_FIGCAPTION:
            return BlockRole::caption;
        default:
            return std::nullopt;
    }
}

/// True for a table that holds data: no table inside it, no cell with a column's worth of text.
bool is_data_table(const GumboNode& table) {
    if (attribute(table, "role") == "presentation" || attribute(table, "role") == "none") return false;
    bool data = true;
    walk_tree(
        table,
        [&](const GumboNode& node) {
            if (!data || !is_element(node)) return false;
            if (&node != &table && is_tag(node, GUMBO_TAG_TABLE)) data = false;
            if (is_tag(node, GUMBO_TAG_TD)) data = data && measure_text(node) <= kLongestCell;
            return data;
        },
        [](const GumboNode&) {});
    return data;
}

/// What holds for the text at one place of the tree.
struct Context {
    const GumboNode* node = nullptr;
    BlockRole role = BlockRole::paragraph;  ///< of a block that begins here
    std::size_t container = 0;              ///< innermost main container, 0 outside all
    bool boilerplate = false;
    bool hidden = false;
    bool in_article = false;
    bool in_row = false;
    bool preformatted = false;
};

/// A <time> of the page.
struct PageTime {
    std::size_t container = 0;
    TimeKind kind = TimeKind::plain;
    std::string day;
};

/// An <article>, <main> or the like, and how much text it holds with everything inside.
struct Container {
    std::size_t parent = 0;
    std::size_t text = 0;
};

struct PlacedBlock {
    Block block;
    std::size_t container = 0;
    bool headline = false;
    bool hidden = false;
};

/// "steen-" and, in the source's next line, "bok".
void join_cut_words(std::string& text) {
    for (std::size_t at = text.find(kCutWord); at != std::string::npos; at = text.find(kCutWord)) {
        const std::string rest = text.substr(std::min(text.find_first_not_of(' ', at + 1), text.size()));
        text.resize(at);
        append_line(text, rest, WordEvidence{});
    }
}

class BlockCollector {
  public:
    explicit BlockCollector(const HtmlTree& tree) : tree_(tree) {}

    HtmlBody collect() {
        total_ = measure_text(tree_.root());
        stack_.push_back({});
        walk_tree(
            tree_.root(), [this](const GumboNode& node) { return enter(node); },
            [this](const GumboNode& node) { leave(node); });
        cap_.clear();
        flush();
        return finish();
    }

  private:
    bool enter(const GumboNode& node) {
        if (!is_element(node)) {
            if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE)
                add_text(node.v.text.text);
            return node.type == GUMBO_NODE_DOCUMENT;
        }
        if (is_unseen(node)) return false;
        if (take_raised(node) || take_cap(node)) return false;
        if (is_tag(node, GUMBO_TAG_BR)) {
            settle_raised({});
            text_.push_back('\n');
        }
        if (breaks_line(node) && !is_tag(node, GUMBO_TAG_BR)) break_line(node);
        Context context = stack_.back();
        context.node = &node;
        set_role(node, context);
        if (is_main_container(node)) open_container(context);
        if (is_tag(node, GUMBO_TAG_TIME) && !context.boilerplate) times_.push_back(read_time(node, context));
        stack_.push_back(context);
        return true;
    }

    void leave(const GumboNode& node) {
        if (stack_.back().node != &node) return;
        const bool row_ends = is_tag(node, GUMBO_TAG_TR);
        const bool breaks = breaks_line(node) && !is_tag(node, GUMBO_TAG_BR);
        const bool boilerplate_ends = stack_.back().boilerplate && !stack_[stack_.size() - 2].boilerplate;
        if ((breaks || boilerplate_ends) && (!stack_.back().in_row || row_ends)) flush();
        stack_.pop_back();
    }

    void set_role(const GumboNode& node, Context& context) {
        if (!context.boilerplate)
            if (const auto role = classify_element(node, context.in_article)) set_special(node, *role, context);
        if (is_tag(node, GUMBO_TAG_TABLE)) data_table_ = is_data_table(node);
        if (is_tag(node, GUMBO_TAG_PRE)) context.preformatted = true;
        if (is_tag(node, GUMBO_TAG_TR) && data_table_ && !context.boilerplate) context.in_row = true;
        const auto role = block_role(node.v.element.tag);
        if (!role || context.boilerplate || (*role == BlockRole::table_row && !context.in_row)) return;
        if (!context.in_row || *role == BlockRole::table_row) context.role = *role;
        h1_ = is_tag(node, GUMBO_TAG_H1);
    }

    void set_special(const GumboNode& node, BlockRole role, Context& context) {
        const std::size_t size = measure_text(node);
        if (is_hidden(node)) {
            context.role = role;
            context.boilerplate = context.hidden = true;
        } else if (role == BlockRole::byline) {
            if (size == 0 || size > kLongestByline || context.role == BlockRole::byline) return;
            const std::string byline = text_of(node);
            if (body_.bylines.empty() || body_.bylines.back() != byline) body_.bylines.push_back(byline);
            if (breaks_line(node)) context.role = role;
        } else if (static_cast<double>(size) <= kMostOfPage * static_cast<double>(total_) ||
                   is_tag(node, GUMBO_TAG_NAV)) {
            if (!breaks_line(node)) flush();
            context.role = role;
            context.boilerplate = true;
        }
    }

    void open_container(Context& context) {
        containers_.push_back({context.container, 0});
        context.container = containers_.size();
        context.in_article = true;
    }

    /// A block-level element inside a table row separates words; anywhere else it ends the block.
    void break_line(const GumboNode& node) {
        const bool cell = is_tag(node, GUMBO_TAG_TD) || is_tag(node, GUMBO_TAG_TH);
        if (!stack_.back().in_row) return flush();
        if (cell && has_words(text_)) text_.push_back('\t');
        text_.push_back(' ');
    }

    void add_text(std::string_view text) {
        settle_raised(text);
        text = join_cap(text);
        const bool keep = stack_.back().preformatted;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool cut = c == '\n' && !keep && ends_with_hyphen(text_) && begins_lower(text.substr(i));
            text_.push_back(cut ? kCutWord : !keep && (c == '\n' || c == '\t') ? ' ' : c);
        }
    }

    static bool begins_lower(std::string_view text) {
        const std::size_t at = text.find_first_not_of(" \t\n");
        return at != std::string_view::npos && text[at] >= 'a' && text[at] <= 'z';
    }

    /// Keeps raised text until it is known what follows it.
    bool take_raised(const GumboNode& node) {
        const bool raised = is_raised(node);
        if (!raised && !links_to_note(node)) return false;
        std::string text = tidy_text(text_of(node));
        if (text.size() > kLongestRaised || (!raised && !is_footnote_mark(text))) return false;
        settle_raised({});
        raised_ = std::move(text);
        raised_links_ = holds_link(node);
        return true;
    }
    void settle_raised(std::string_view after) {
        if (raised_.empty()) return;
        append_raised(text_, std::exchange(raised_, {}), after, raised_links_);
    }

    bool take_cap(const GumboNode& node) {
        if (!is_drop_cap(node)) return false;
        if (breaks_line(node) && !is_tag(node, GUMBO_TAG_IMG)) flush();
        settle_raised({});
        cap_ = is_tag(node, GUMBO_TAG_IMG) ? std::string(attribute(node, "alt")) : text_of(node);
        text_.append(cap_);
        cap_spaced_ = false;
        return true;
    }
    /// The text behind a drop cap, joined to it where both are one word.
    std::string_view join_cap(std::string_view text) {
        if (cap_.empty()) return text;
        const std::size_t begin = text.find_first_not_of(" \t\n");
        cap_spaced_ = cap_spaced_ || begin != 0;
        if (begin == std::string_view::npos) return {};
        text.remove_prefix(begin);
        if (cap_spaced_ && !continues_drop_cap(cap_.back(), text)) text_.push_back(' ');
        cap_.clear();
        return text;
    }

    void flush() {
        settle_raised({});
        // A drop cap waits for its word.
        if (!cap_.empty() && fold_spaces(text_) == cap_) return;
        cap_.clear();
        if (!has_words(text_)) return text_.clear();
        join_cut_words(text_);
        const Context& context = stack_.back();
        std::vector<Block> blocks;
        if (context.role == BlockRole::table_row && context.in_row)
            blocks.push_back({BlockRole::table_row, 0, join_cells()});
        else if (text_.find('\n') == std::string::npos)
            blocks.push_back({context.role, 0, fold_spaces(text_)});
        else
            blocks = split_lines(context);
        for (Block& block : blocks) {
            block.role = block.role == BlockRole::paragraph || context.boilerplate ? context.role : block.role;
            place(std::move(block), context);
        }
        text_.clear();
    }

    /// <br> twice ends a paragraph, once a line; whether lines belong together is judged as in plain text.
    [[nodiscard]] std::vector<Block> split_lines(const Context& context) const {
        if (context.role != BlockRole::heading) return split_text(text_);
        return {Block{BlockRole::heading, 0, join_lines(text_)}};
    }

    [[nodiscard]] std::string join_cells() const {
        std::string row;
        std::string_view rest = text_;
        while (true) {
            const std::size_t tab = rest.find('\t');
            if (const std::string cell = join_lines(rest.substr(0, tab)); !cell.empty())
                row.append(row.empty() ? "" : "\t").append(cell);
            if (tab == std::string_view::npos) return row;
            rest.remove_prefix(tab + 1);
        }
    }

    void place(Block block, const Context& context) {
        const bool headline = block.role == BlockRole::heading && h1_;
        if (!is_boilerplate(block.role)) {
            plain_ += block.text.size();
            for (std::size_t i = context.container; i != 0; i = containers_[i - 1].parent)
                containers_[i - 1].text += block.text.size();
        }
        if (context.hidden) hidden_ += block.text.size();
        placed_.push_back({std::move(block), context.container, headline, context.hidden});
    }

    /// The smallest container that holds most of the text, 0 when none does.
    [[nodiscard]] std::size_t choose_main() const {
        std::size_t best = 0;
        for (std::size_t i = 1; i <= containers_.size(); ++i) {
            const Container& container = containers_[i - 1];
            if (container.text * 10 < plain_ * 6) continue;
            // A later one is inside an earlier one, as both hold more than half.
            if (best == 0 || container.text <= containers_[best - 1].text) best = i;
        }
        return best;
    }

    [[nodiscard]] bool inside(std::size_t container, std::size_t main) const {
        while (container != 0 && container != main) container = containers_[container - 1].parent;
        return container == main;
    }

    /// The first of the best kind, of the main text if it has one.
    void choose_time(std::size_t main) {
        const PageTime* best = nullptr;
        const auto rank = [&](const PageTime& time) { return std::pair(time.kind, inside(time.container, main)); };
        for (const PageTime& time : times_)
            if (!time.day.empty() && (best == nullptr || rank(time) > rank(*best))) best = &time;
        if (best != nullptr) (best->kind == TimeKind::modified ? body_.modified : body_.time) = best->day;
    }

    [[nodiscard]] PageTime read_time(const GumboNode& node, const Context& context) const {
        const std::string_view label =
            has_words(text_) || placed_.empty() ? std::string_view(text_) : std::string_view(placed_.back().block.text);
        return {context.container, classify_time(node, label), std::string(attribute(node, "datetime"))};
    }

    HtmlBody finish() {
        const std::size_t main = choose_main();
        const bool reveal = plain_ < kLittleText && hidden_ > 2 * kLittleText;
        for (PlacedBlock& placed : placed_) {
            if (placed.hidden && reveal) placed.block.role = BlockRole::paragraph;
            const bool in_main = main == 0 || inside(placed.container, main);
            if (placed.headline && (body_.headline.empty() || (in_main && !headline_in_main_))) {
                body_.headline = placed.block.text;
                headline_in_main_ = in_main;
            }
            const bool kept = in_main || placed.headline || placed.block.role == BlockRole::byline;
            if (!kept && !is_boilerplate(placed.block.role)) placed.block.role = BlockRole::boilerplate;
            body_.blocks.push_back(std::move(placed.block));
        }
        choose_time(main);
        return std::move(body_);
    }

    const HtmlTree& tree_;
    std::vector<Context> stack_;
    std::string text_;  ///< of the block being collected
    std::vector<PlacedBlock> placed_;
    std::vector<Container> containers_;  ///< number n at index n - 1
    std::vector<PageTime> times_;
    std::string raised_;  ///< raised text whose next text is not known yet
    bool raised_links_ = false;
    std::string cap_;  ///< drop cap at the end of text_
    bool cap_spaced_ = false;
    std::size_t hidden_ = 0;
    HtmlBody body_;
    std::size_t total_ = 0;
    std::size_t plain_ = 0;  ///< text that is not boilerplate by its own markup
    bool data_table_ = false;
    bool h1_ = false;
    bool headline_in_main_ = false;
};

}  // namespace

HtmlBody collect_html_blocks(const HtmlTree& tree) { return BlockCollector(tree).collect(); }

}  // namespace findings

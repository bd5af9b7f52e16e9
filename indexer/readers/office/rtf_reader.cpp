#include "indexer/readers/office/rtf_reader.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/office/block_list.hpp"
#include "indexer/readers/office/rtf_tokens.hpp"

namespace findings {
namespace {

// Groups nested deeper than this are an attack.
constexpr std::size_t kMaxDepth = 1000;
constexpr int kBodyLevel = 9;

/// What a group's text is.
enum class Place { body, skipped, header, footnote, title, author, list_mark, style_sheet, shape };

/// What holds from here to the end of the group.
struct GroupState {
    Place place = Place::body;
    int bytes_per_unicode = 1;  ///< how many bytes stand behind \u for programs without Unicode
    bool hidden = false;
    bool deleted = false;
    bool bold = false;
    bool raised = false;
    bool in_table = false;
    int font = -1;
};

class RtfReader {
  public:
    RtfReader(std::string_view bytes, RawArticle& article) : tokens_(bytes), article_(article) {}

    std::optional<Rejection> read() {
        std::vector<GroupState> groups;
        for (;;) {
            const RtfToken token = tokens_.next();
            if (token.kind == RtfToken::Kind::end) break;
            if (token.kind == RtfToken::Kind::open) {
                if (groups.size() >= kMaxDepth)
                    return Rejection{{}, RejectionReason::corrupt, "groups nested too deep"};
                flush_bytes();
                groups.push_back(state_);
                fresh_group_ = true;
                starred_ = false;
            } else if (token.kind == RtfToken::Kind::close) {
                flush_bytes();
                if (groups.empty()) break;
                end_group(groups.back());
                state_ = groups.back();
                groups.pop_back();
                closed_ = groups.empty();
                if (closed_) break;
            } else {
                take(token);
            }
        }
        flush_bytes();
        end_paragraph();
        end_row();
        if (!closed_)
            return Rejection{{}, RejectionReason::corrupt, "the document is cut short: its last bracket is missing"};
        const bool empty = body_.empty();
        body_.append(notes_.take());
        body_.append(margins_.take());
        article_.blocks = body_.take();
        if (empty && pictures_ > 0) return reject_pictures(pictures_);
        warn_of_unread(article_, 0, comments_);
        return std::nullopt;
    }

    void add_properties() {
        add_metadata(article_, "office:title", title_);
        add_metadata(article_, "office:author", author_);
    }

  private:
    void take(const RtfToken& token) {
        switch (token.kind) {
            case RtfToken::Kind::byte:
                return add_byte(static_cast<char>(token.value));
            case RtfToken::Kind::text:
                for (const char c : token.text) add_byte(c);
                fresh_group_ = false;
                return;
            case RtfToken::Kind::symbol:
                return take_symbol(token.text.front());
            default:
                return take_word(token);
        }
    }

    void take_symbol(char sign) {
        if (sign == '*') {
            starred_ = true;
            return;
        }
        flush_bytes();
        if (sign == '~') add_text("\xc2\xa0");
        if (sign == '_') add_text("-");
        if (sign == '{' || sign == '}' || sign == '\\') add_text({&sign, 1});
        if (sign == '\n' || sign == '\r') end_paragraph();
        fresh_group_ = false;
    }

    void take_word(const RtfToken& token) {
        const std::string_view word = token.text;
        if (word != "u") flush_bytes();
        if (fresh_group_ && take_destination(word)) {
            fresh_group_ = starred_ = false;
            return;
        }
        fresh_group_ = starred_ = false;
        if (word == "annotation") ++comments_;
        if (state_.place == Place::style_sheet) return take_style_word(word, token.value);
        if (take_sign(word) || take_layout(word, token)) return;
        const bool on = !token.has_value || token.value != 0;
        if (word == "plain")
            state_.bold = state_.hidden = state_.deleted = state_.raised = false;
        else if (word == "b")
            state_.bold = on;
        else if (word == "v")
            state_.hidden = on;
        else if (word == "deleted")
            state_.deleted = on;
        else if (word == "super")
            state_.raised = on;
        else if (word == "nosupersub")
            state_.raised = false;
        else if (word == "uc")
            state_.bytes_per_unicode = std::clamp(token.value, 0, 10);
        else if (word == "u")
            add_unicode(token.value);
        else if (word == "ansicpg")
            charset_ = charset_of_code_page(token.value);
        else if (word == "mac")
            charset_ = "macintosh";
        else if (word == "pc")
            charset_ = "ibm-437";
        else if (word == "pca")
            charset_ = "ibm-850";
    }

    /// A word at the beginning of a group that says what the group is.
    bool take_destination(std::string_view word) {
        if (word == "annotation") ++comments_;
        if (word == "pict") ++pictures_;
        if (word == "stylesheet")
            state_.place = Place::style_sheet;
        else if (word.starts_with("header") || word.starts_with("footer"))
            begin_aside(word == "header" || word == "footer" || word.size() == 7 ? Place::header : state_.place);
        else if (word == "footnote")
            begin_aside(Place::footnote);
        else if (word == "shptxt")
            begin_aside(Place::shape);
        else if (word == "title" && state_.place == Place::skipped)
            state_.place = Place::title;
        else if (word == "author" && state_.place == Place::skipped)
            state_.place = Place::author;
        else if (word == "listtext" || word == "pntext")
            state_.place = Place::list_mark;
        // A starred group is one that programs may ignore when they do not know it.
        else if (word == "info" || is_skipped_rtf_group(word) || (starred_ && word != "shpinst" && word != "shppict"))
            state_.place = Place::skipped;
        else
            return false;
        return true;
    }

    void take_style_word(std::string_view word, int value) {
        if (word == "s") style_ = value;
        if (word == "outlinelevel" && value < kBodyLevel) headings_.insert(style_);
    }

    /// Words that stand for a sign.
    bool take_sign(std::string_view word) {
        const std::string_view sign = sign_of_rtf_word(word);
        if (!sign.empty()) add_text(sign);
        return !sign.empty();
    }

    bool take_layout(std::string_view word, const RtfToken& token) {
        if (word == "par" || word == "sect" || word == "page") {
            end_paragraph();
        } else if (word == "pard") {
            state_.in_table = false;
            heading_ = false;
            listed_ = false;
        } else if (word == "s") {
            heading_ = headings_.contains(token.value);
        } else if (word == "outlinelevel") {
            heading_ = token.value < kBodyLevel;
        } else if (word == "ls") {
            listed_ = token.value > 0;
        } else if (word == "intbl") {
            state_.in_table = true;
        } else if (word == "cell" || word == "nestcell") {
            end_cell();
        } else if (word == "row" || word == "nestrow") {
            end_row();
        } else {
            return false;
        }
        return true;
    }

    /// Text that stands beside the paragraph it is anchored in.
    void begin_aside(Place place) {
        if (state_.place == Place::skipped) return;
        waiting_.push_back({std::exchange(paragraph_, {}), std::exchange(bold_, 0), heading_, listed_, state_.place});
        state_.place = place;
        state_.in_table = false;
        heading_ = listed_ = false;
    }

    void end_group(const GroupState& outer) {
        const Place place = state_.place;
        const bool aside = place == Place::header || place == Place::footnote || place == Place::shape;
        if (!aside || outer.place == place || waiting_.empty()) return;
        end_paragraph();
        Waiting& back = waiting_.back();
        paragraph_ = std::move(back.paragraph);
        bold_ = back.bold;
        heading_ = back.heading;
        listed_ = back.listed;
        waiting_.pop_back();
    }

    [[nodiscard]] bool shows_text() const { return !state_.hidden && !state_.deleted; }

    void add_byte(char c) {
        if (skip_bytes_ > 0) {
            --skip_bytes_;
            return;
        }
        bytes_.push_back(c);
    }

    /// Bytes of the document's code page become text; a character may have two.
    void flush_bytes() {
        if (bytes_.empty()) return;
        const bool plain =
            std::all_of(bytes_.begin(), bytes_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        const std::string bytes = std::exchange(bytes_, {});
        if (plain) return add_text(bytes);
        if (const auto text = convert_charset(bytes, charset_)) return add_text(*text);
        if (const auto text = decode_text(bytes, "windows-1252")) add_text(text->text);
    }

    void add_unicode(int value) {
        flush_bytes();
        // Numbers are signed words; a pair of them may make one character.
        const auto unit = static_cast<char32_t>(value < 0 ? value + 65536 : value);
        skip_bytes_ = state_.bytes_per_unicode;
        if (unit >= 0xd800 && unit < 0xdc00) {
            high_ = unit;
            return;
        }
        char32_t point = unit;
        if (unit >= 0xdc00 && unit < 0xe000) {
            if (high_ == 0) return;
            point = 0x10000 + ((high_ - 0xd800) << 10U) + (unit - 0xdc00);
        }
        high_ = 0;
        std::string text;
        append_utf8(text, static_cast<UChar32>(point));
        add_text(text);
    }

    void add_text(std::string_view text) {
        if (!shows_text()) return;
        switch (state_.place) {
            case Place::skipped:
                return;
            case Place::style_sheet: {
                if (lower_case(text).starts_with("heading ") || lower_case(text).starts_with("title"))
                    headings_.insert(style_);
                return;
            }
            case Place::title:
                title_ += text;
                return;
            case Place::author:
                author_ += text;
                return;
            case Place::list_mark:
                listed_ = true;
                return;
            default:
                break;
        }
        if (state_.raised) {
            append_raised(paragraph_, text, {});
        } else {
            paragraph_ += text;
        }
        if (state_.bold) bold_ += count_inked(text);
    }

    void end_paragraph() {
        flush_bytes();
        const std::string text = std::exchange(paragraph_, {});
        const std::size_t bold = std::exchange(bold_, 0);
        BlockRole role = BlockRole::paragraph;
        if (heading_ || is_bold_heading(text, bold))
            role = BlockRole::heading;
        else if (listed_)
            role = BlockRole::list_item;
        listed_ = false;
        BlockList& list = state_.place == Place::header     ? margins_
                          : state_.place == Place::footnote ? notes_
                          : state_.in_table                 ? cell_
                                                            : body_;
        list.add_text(state_.place == Place::header ? BlockRole::boilerplate : role, text);
    }

    void end_cell() {
        state_.in_table = true;
        end_paragraph();
        cells_.push_back(cell_.take());
        cell_ = {};
    }

    void end_row() {
        if (!cell_.empty()) end_cell();
        body_.add_row(std::exchange(cells_, {}));
        state_.in_table = false;
    }

    struct Waiting {
        std::string paragraph;
        std::size_t bold = 0;
        bool heading = false;
        bool listed = false;
        Place place = Place::body;
    };

    RtfTokens tokens_;
    RawArticle& article_;
    GroupState state_;
    std::vector<Waiting> waiting_;
    std::set<int> headings_;  ///< numbers of the styles of headings
    std::string charset_ = "windows-1252";
    std::string bytes_;
    std::string paragraph_;
    std::string title_;
    std::string author_;
    BlockList body_;
    BlockList notes_;
    BlockList margins_;
    BlockList cell_;
    std::vector<std::vector<Block>> cells_;
    std::size_t bold_ = 0;
    std::size_t pictures_ = 0;
    std::size_t comments_ = 0;
    int style_ = 0;
    int skip_bytes_ = 0;
    char32_t high_ = 0;
    bool fresh_group_ = false;
    bool starred_ = false;
    bool heading_ = false;
    bool listed_ = false;
    bool closed_ = false;
};

}  // namespace

std::optional<Rejection> read_rtf(std::string_view bytes, RawArticle& article) {
    RtfReader reader(bytes, article);
    auto rejection = reader.read();
    reader.add_properties();
    return rejection;
}

}  // namespace findings

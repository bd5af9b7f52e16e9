#include "indexer/readers/json/json_record.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_reader.hpp"
#include "indexer/readers/html/placeholder.hpp"
#include "indexer/readers/json/ordinary_json.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/front_matter.hpp"
#include "indexer/readers/text/mend_json.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

using nlohmann::json;

constexpr std::string_view kBroken = "broken JSON";

/// The three keys an article's text may stand under, in order of preference.
constexpr std::array<std::string_view, 3> kBodyKeys{"text", "body", "html"};

/// Takes the record straight from the parser's events: no tree is built, unknown keys cost nothing but the
/// scan.
class RecordHandler : public nlohmann::json_sax<json> {
  public:
    explicit RecordHandler(RawArticle& article) : article_(article) {}

    bool null() override { return value_is_empty(); }
    bool boolean(bool value) override { return scalar(value ? "true" : "false", "a boolean"); }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return number(text); }
    bool binary(binary_t&) override { return false; }

    bool string(string_t& value) override {
        if (in_rendered_ && depth_ == 2) return !rendered_key_ || take_rendered(value);
        if (!wanted()) return depth_ > 0 || fail("not a JSON object");
        if (const std::size_t body = body_index(); body < kBodyKeys.size()) {
            if (depth_ > 1) return fail(wrong_type("a list"));
            bodies_[body] = std::move(value);
            return true;
        }
        return keep(value);
    }
    bool start_object(std::size_t) override {
        if (depth_ > 0 && wanted()) {
            if (depth_ > 1 || (key_ != "title" && body_index() == kBodyKeys.size()))
                return fail(wrong_type("an object"));
            in_rendered_ = true;
            rendered_ = rendered_key_ = false;
        }
        ++depth_;
        return true;
    }
    bool end_object() override {
        if (in_rendered_ && depth_ == 2) {
            in_rendered_ = false;
            if (!rendered_) return fail(wrong_type("an object"));
        }
        return leave();
    }
    bool start_array(std::size_t) override {
        if (depth_ == 0) return fail("not a JSON object but a list");
        if (wanted() && (kind_ != DeclaredKey::list || depth_ > 1)) return fail(wrong_type("a list"));
        if (wanted()) article_.declared[key_].clear();
        ++depth_;
        in_list_ = in_list_ || depth_ == 2;
        return true;
    }
    bool end_array() override {
        if (depth_ == 2) in_list_ = false;
        return leave();
    }
    bool key(string_t& name) override {
        if (in_rendered_ && depth_ == 2) rendered_key_ = name == "rendered";
        if (depth_ != 1) return true;
        key_ = name;
        kind_ = classify_key(key_);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail(std::string(kBroken) + " at byte " + std::to_string(position));
    }

    [[nodiscard]] const std::string& problem() const { return problem_; }
    /// Index into kBodyKeys of the first that holds text, kBodyKeys.size() when none does.
    [[nodiscard]] std::size_t chosen_body() const {
        for (std::size_t i = 0; i < bodies_.size(); ++i)
            if (has_words(bodies_[i])) return i;
        return bodies_.size();
    }
    [[nodiscard]] const std::string& body(std::size_t index) const { return bodies_[index]; }

  private:
    bool leave() {
        --depth_;
        return true;
    }
    bool fail(std::string problem) {
        if (problem_.empty()) problem_ = std::move(problem);
        return false;
    }
    [[nodiscard]] std::string wrong_type(std::string_view seen) const {
        return "\"" + key_ + "\" is " + std::string(seen);
    }
    [[nodiscard]] std::size_t body_index() const {
        for (std::size_t i = 0; i < kBodyKeys.size(); ++i)
            if (key_ == kBodyKeys[i]) return i;
        return kBodyKeys.size();
    }
    /// Whether the value at hand belongs to a key the contract names.
    [[nodiscard]] bool wanted() const {
        if (depth_ == 0 || (depth_ > 1 && !(depth_ == 2 && in_list_))) return false;
        return kind_ != DeclaredKey::unknown || body_index() < kBodyKeys.size();
    }

    bool value_is_empty() {
        if (depth_ == 0) return fail("not a JSON object");
        if (!wanted()) return true;
        if (depth_ > 1) return fail(wrong_type("a list with null"));
        std::string none;
        return body_index() < kBodyKeys.size() || keep(none);
    }
    bool number(const std::string& text) {
        std::string value = text;
        const bool day = key_ == "published" || key_ == "inspected";
        if (wanted() && (kind_ == DeclaredKey::id || key_ == "year" || day)) return keep(value);
        return scalar(text, "a number");
    }
    bool scalar(const std::string&, std::string_view what) {
        if (depth_ == 0) return fail("not a JSON object");
        return wanted() ? fail(wrong_type(what)) : true;
    }
    /// WordPress gives title and text as {"rendered": "..."}.
    bool take_rendered(std::string& value) {
        rendered_ = true;
        if (key_ == "title") {
            --depth_;
            const bool kept = keep(value);
            ++depth_;
            return kept;
        }
        bodies_[body_index()] = std::move(value);
        return true;
    }
    bool keep(std::string& value) {
        std::string text = fold_spaces(decode_references(tidy_text(value)));
        if (key_ == "title") {
            if (has_markup(text)) text = strip_markup(text);
            article_.title = std::move(text);
            return true;
        }
        if (text.empty() && (kind_ == DeclaredKey::id || key_ == "url")) return true;
        std::vector<std::string>& values = article_.declared[key_];
        if (depth_ == 1) values.clear();
        if (!text.empty()) values.push_back(std::move(text));
        return true;
    }

    RawArticle& article_;
    std::array<std::string, kBodyKeys.size()> bodies_;
    std::string key_;
    DeclaredKey kind_ = DeclaredKey::unknown;
    int depth_ = 0;
    bool in_list_ = false;
    bool in_rendered_ = false;   ///< inside the object of a title or a text
    bool rendered_key_ = false;  ///< its value at hand is that of "rendered"
    bool rendered_ = false;      ///< it had one
    std::string problem_;
};

}  // namespace

std::optional<Rejection> JsonRecordReader::read(std::string_view object, ContentType type, std::size_t line,
                                                RawArticle& article) {
    std::optional<RecordHandler> handler;
    const auto begin = [&] {
        article = RawArticle{};
        article.type = type;
        article.line = line;
        handler.emplace(article);
    };
    begin();
    thread_local simdjson::dom::parser parser;
    if (!OrdinaryJson(parser, *handler).parse(object)) {
        begin();
        const auto strict = [&](std::string_view text) { return json::sax_parse(text.begin(), text.end(), &*handler); };
        if (!strict(object)) {
            const std::string problem = handler->problem();
            if (!problem.starts_with(kBroken)) return Rejection{{}, RejectionReason::bad_record, problem, line};
            const auto decoded = decode_text(object);
            begin();
            if (!decoded || !strict(mend_json(decoded->text)))
                return Rejection{{},
                                 RejectionReason::bad_record,
                                 handler->problem().starts_with(kBroken) ? problem : handler->problem(),
                                 line};
        }
    }
    const std::size_t chosen = handler->chosen_body();
    if (chosen == kBodyKeys.size())
        return Rejection{{}, RejectionReason::bad_record, R"(no "text", "body" or "html")", line};
    const std::string& body = handler->body(chosen);
    if (body.size() > text_limit_)
        return Rejection{
            {}, RejectionReason::too_large, "more than " + std::to_string(text_limit_) + " bytes of text", line};
    const std::string text = tidy_text(body);
    const std::string once = decode_references(text);
    if (kBodyKeys[chosen] == "html" || has_markup(text))
        read_html(text, article);
    else if (has_markup(once))
        read_html(once, article);
    else
        article.blocks = split_text(plain_text(once));
    if (article.blocks.empty()) return Rejection{{}, RejectionReason::bad_record, "\"html\" holds no text", line};
    if (const std::string said = find_placeholder(article); !said.empty())
        return Rejection{{}, RejectionReason::placeholder, "it only says “" + said + "”", line};
    return std::nullopt;
}

}  // namespace findings

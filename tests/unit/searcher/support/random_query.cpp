#include "tests/unit/searcher/support/random_query.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace findings::testing {
namespace {

using Kind = QueryNode::Kind;

const std::vector<std::string>& words() {
    static const std::vector<std::string> all{"care",
                                              "caring",
                                              "cares",
                                              "carer",
                                              "carers",
                                              "child",
                                              "children",
                                              "child's",
                                              "Ofsted",
                                              "Ofsted's",
                                              "the",
                                              "of",
                                              "not",
                                              "safeguard",
                                              "safeguards",
                                              "safeguarding",
                                              "missing",
                                              "miss",
                                              "re-inspection",
                                              "reinspection",
                                              "inspection",
                                              "inspector",
                                              "re",
                                              "inspect",
                                              "well-led",
                                              "well",
                                              "led",
                                              "self-harm",
                                              "self",
                                              "harming",
                                              "selfharm",
                                              "self-harming",
                                              "plan",
                                              "plans",
                                              "planning",
                                              "placement",
                                              "in",
                                              "and",
                                              "is",
                                              "good"};
    return all;
}

std::string any_word(Random& random) { return words()[draw(random, words().size())]; }

// Whether two words may stand at one position: a joined form and a part of it. Whether these are near each other is
// nobody's question, and Xapian does not answer it well.
bool has_relatives(const std::vector<std::string>& words) {
    static const std::array<std::array<std::string_view, 2>, 3> families{
        {{"re", "ins"}, {"sel", "har"}, {"wel", "led"}}};
    return std::any_of(families.begin(), families.end(), [&](const auto& family) {
        return 1 < std::count_if(words.begin(), words.end(), [&](const std::string& word) {
                   return std::any_of(family.begin(), family.end(), [&](std::string_view beginning) {
                       return word.compare(0, beginning.size(), beginning) == 0;
                   });
               });
    });
}

QueryNode make_leaf(Random& random, Kind kind) {
    static const std::array<std::string, 9> beginnings{"car", "chi",      "safeg",    "re-ins", "reins",
                                                       "pla", "self-har", "well-led", "insp"};
    QueryNode node;
    node.kind = kind;
    if (kind == Kind::word) node.text = any_word(random);
    if (kind == Kind::wildcard) node.text = beginnings[draw(random, beginnings.size())];
    if (kind == Kind::phrase || kind == Kind::near) {
        const std::size_t count = kind == Kind::near ? 2 + draw(random, 2) : 1 + draw(random, 3);
        for (std::size_t i = 0; i < count; ++i) node.words.push_back(any_word(random));
    }
    if (kind == Kind::near && draw(random, 4) == 0)
        node.words.back() = beginnings[draw(random, beginnings.size())] + '*';
    if (kind == Kind::near && has_relatives(node.words)) return make_leaf(random, kind);
    if (kind == Kind::near) node.distance = 1 + draw(random, 4);
    return node;
}

QueryNode make_field(Random& random) {
    static const std::array<Field, 7> fields{Field::provider, Field::grade, Field::region, Field::theme,
                                             Field::year,     Field::was,   Field::change};
    QueryNode node;
    node.kind = Kind::field;
    if (draw(random, 3) == 0) {
        static const std::array<Kind, 4> kinds{Kind::word, Kind::phrase, Kind::wildcard, Kind::near};
        node.field = Field::title;
        node.children.push_back(make_leaf(random, kinds[draw(random, kinds.size())]));
        // A near with a star prints as words with NEAR between, which a field cannot hold.
        if (node.children[0].kind == Kind::near) node.children[0].words.back() = any_word(random);
        return node;
    }
    node.field = fields[draw(random, fields.size())];
    node.text = draw(random, 6) == 0 ? "none" : any_value(random, node.field);
    return node;
}

QueryNode make_range(Random& random) {
    static const std::array<Field, 3> fields{Field::published, Field::inspected, Field::date};
    const auto any_date = [&] {
        PartialDate date{static_cast<int>(2021 + draw(random, 3)), 0, 0};
        if (draw(random, 2) == 0) date.month = static_cast<int>(1 + draw(random, 12));
        if (date.month > 0 && draw(random, 2) == 0) date.day = static_cast<int>(1 + draw(random, 28));
        return date;
    };
    QueryNode node;
    node.kind = Kind::range;
    node.field = fields[draw(random, fields.size())];
    if (draw(random, 3) != 0) node.from = any_date();
    if (!node.from || draw(random, 2) == 0) node.to = any_date();
    if (node.from && node.to && first_day_key(*node.from) > last_day_key(*node.to)) std::swap(node.from, node.to);
    // Of two dates that overlap the later-beginning one may still end first.
    if (node.from && node.to && first_day_key(*node.from) > last_day_key(*node.to)) node.to.reset();
    return node;
}

QueryNode wrap(Kind kind, QueryNode child) {
    QueryNode node;
    node.kind = kind;
    node.children.push_back(std::move(child));
    return node;
}

QueryNode make_list(Random& random, Kind kind, int depth) {
    QueryNode node;
    node.kind = kind;
    const std::size_t count = 2 + draw(random, 3);
    while (node.children.size() < count) {
        QueryNode child = generate_query(random, depth - 1);
        if (child.kind == kind && kind != Kind::sequence) continue;
        const std::size_t sign = draw(random, 6);
        if (sign == 0) child = wrap(Kind::none_of, std::move(child));
        if (sign == 1 && kind == Kind::sequence) child = wrap(Kind::must, std::move(child));
        node.children.push_back(std::move(child));
    }
    return node;
}

}  // namespace

std::string generate_text(Random& random, std::size_t most_words) {
    std::string text;
    for (std::size_t i = 1 + draw(random, most_words); i > 0; --i)
        text += fmt::format("{}{}", text.empty() ? "" : draw(random, 8) == 0 ? "\n" : " ", any_word(random));
    return text;
}

std::string generate_title(Random& random) {
    std::string title = generate_text(random, 4);
    std::replace(title.begin(), title.end(), '\n', ' ');
    return title;
}

QueryNode generate_query(Random& random, int depth) {
    switch (depth > 0 ? draw(random, 12) : draw(random, 8)) {
        case 0:
        case 1:
            return make_leaf(random, Kind::phrase);
        case 2:
            return make_leaf(random, Kind::near);
        case 3:
            return make_leaf(random, Kind::wildcard);
        case 4:
            return make_field(random);
        case 5:
            return make_range(random);
        case 8:
        case 9:
            return make_list(random, Kind::sequence, depth);
        case 10:
            return make_list(random, Kind::all_of, depth);
        case 11:
            return make_list(random, Kind::any_of, depth);
        default:
            return make_leaf(random, Kind::word);
    }
}

SearchRequest generate_whole_request(Random& random, std::size_t number) {
    SearchRequest request = number % 2 == 0 ? SearchRequest{} : generate_request(random);
    request.snippets = false;
    request.fall_back_to_any = false;
    request.limit = kNoLimit;
    request.facet_limit = 100;
    request.match = draw(random, 3) == 0 ? MatchMode::any : MatchMode::all;
    return request;
}

std::size_t count_from(const char* variable, std::size_t otherwise) {
    const char* asked = std::getenv(variable);
    return asked == nullptr ? otherwise : std::strtoul(asked, nullptr, 10);
}

}  // namespace findings::testing

#include "searcher/plan/explain_query.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "common/text/count_noun.hpp"

namespace findings {
namespace {

using Kind = QueryNode::Kind;

class Explainer {
  public:
    Explainer(const BuiltQuery& built, MatchMode match, bool findings)
        : ignored_(built.ignored), match_(match), findings_(findings) {}

    std::vector<std::string> explain(const QueryNode& root) {
        const std::string everything = findings_ ? "every finding" : "every story";
        if (root.kind == Kind::everything) return {everything};
        std::vector<const QueryNode*> wanted;
        std::vector<const QueryNode*> excluded;
        const bool is_row = root.kind == Kind::sequence || root.kind == Kind::all_of;
        for (const QueryNode* part : is_row ? parts_of(root) : std::vector<const QueryNode*>{&root})
            (part->kind == Kind::none_of ? excluded : wanted).push_back(part);
        std::vector<std::string> lines;
        lines.push_back(wanted.empty()
                            ? everything
                            : fmt::format("{} that have {}", name_units(findings_), explain_row(wanted, root.kind)));
        for (const QueryNode* part : excluded) lines.push_back("but not " + phrase_of(part->children.front(), false));
        return lines;
    }

  private:
    std::vector<const QueryNode*> parts_of(const QueryNode& row) const {
        std::vector<const QueryNode*> parts;
        for (const QueryNode& child : row.children) {
            const bool ignored = row.kind == Kind::sequence && child.kind == Kind::word &&
                                 std::find(ignored_.begin(), ignored_.end(), child.text) != ignored_.end();
            if (!ignored) parts.push_back(&child);
        }
        return parts;
    }

    static bool always_applies(const QueryNode& node) {
        return node.kind == Kind::range || node.kind == Kind::must ||
               (node.kind == Kind::field && node.children.empty());
    }

    // In a row of --match any the words are alternatives, while fields and +words always apply.
    std::string explain_row(const std::vector<const QueryNode*>& parts, Kind kind) const {
        const bool any = kind == Kind::sequence && match_ == MatchMode::any;
        if (!any) return join(parts, " and ");
        std::vector<const QueryNode*> always;
        std::vector<const QueryNode*> optional;
        for (const QueryNode* part : parts) (always_applies(*part) ? always : optional).push_back(part);
        const bool has_must =
            std::any_of(always.begin(), always.end(), [](auto* part) { return part->kind == Kind::must; });
        std::string text = join(optional, " or ");
        if (always.empty()) return text;
        if (optional.empty()) return join(always, " and ");
        if (has_must) return join(always, " and ") + ", better with " + text;
        return (optional.size() > 1 ? "(" + text + ")" : text) + " and " + join(always, " and ");
    }

    std::string join(const std::vector<const QueryNode*>& parts, std::string_view separator) const {
        std::string text;
        for (const QueryNode* part : parts) {
            if (!text.empty()) text += separator;
            text += phrase_of(*part, parts.size() > 1);
        }
        return text;
    }

    [[nodiscard]] std::string phrase_of(const QueryNode& node, bool bracketed) const {
        switch (node.kind) {
            case Kind::word:
                return fmt::format("a form of “{}”", node.text);
            case Kind::phrase:
                return fmt::format("the exact word{} “{}”", node.words.size() == 1 ? "" : "s",
                                   fmt::join(node.words, " "));
            case Kind::near:
                return fmt::format("forms of “{}” at most {} words apart", fmt::join(node.words, "” and “"),
                                   node.distance);
            case Kind::wildcard:
                return fmt::format("a word that begins with “{}”", node.text);
            case Kind::field:
                return field_phrase(node);
            case Kind::range:
                return range_phrase(node);
            case Kind::must:
                return phrase_of(node.children.front(), bracketed);
            case Kind::none_of:
                return "not " + phrase_of(node.children.front(), true);
            case Kind::everything:
                return "anything";
            default:
                break;
        }
        std::string text =
            node.kind == Kind::any_of ? join(pointers(node), " or ") : explain_row(parts_of(node), node.kind);
        return bracketed ? '(' + text + ')' : text;
    }

    static std::vector<const QueryNode*> pointers(const QueryNode& node) {
        std::vector<const QueryNode*> parts;
        for (const QueryNode& child : node.children) parts.push_back(&child);
        return parts;
    }

    [[nodiscard]] std::string field_phrase(const QueryNode& node) const {
        const FieldRow& row = field_row(node.field);
        std::string label(row.label);
        label.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(label.front())));
        if (!node.children.empty()) return fmt::format("{} in the {}", phrase_of(node.children.front(), true), label);
        if (node.text == "none") return fmt::format("no {}", label);
        return fmt::format("the {} {}", label, node.text);
    }

    static std::string range_phrase(const QueryNode& node) {
        const std::string_view what = node.field == Field::date        ? "a date"
                                      : node.field == Field::published ? "a day of publication"
                                                                       : "a day of inspection";
        if (node.from && node.to && *node.from == *node.to)
            return fmt::format("{} in {}", what, format_date(*node.from));
        if (!node.from) return fmt::format("{} up to the end of {}", what, format_date(*node.to));
        if (!node.to) return fmt::format("{} from {} on", what, format_date(*node.from));
        return fmt::format("{} from {} to the end of {}", what, format_date(*node.from), format_date(*node.to));
    }

    const std::vector<std::string>& ignored_;
    MatchMode match_;
    bool findings_;
};

// "child" finds children: forms of one word to a reader, of two to the stemmer.
void add_equivalents(const QueryNode& node, Analyzer& analyzer, std::vector<std::string>& lines) {
    for (const QueryNode& child : node.children) add_equivalents(child, analyzer, lines);
    std::vector<Token> tokens;
    if (node.kind == Kind::word) analyzer.tokenize(node.text, tokens);
    if (tokens.size() != 1) return;
    const std::vector<std::string> others = analyzer.list_equivalents(tokens.front().term);
    if (others.empty()) return;
    std::string line =
        fmt::format("“{}” also finds “{}”; quotes switch that off", node.text, fmt::join(others, "”, “"));
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> explain_query(const QueryTree& tree, const BuiltQuery& built, MatchMode match, bool findings,
                                       Analyzer& analyzer) {
    std::vector<std::string> lines = Explainer(built, match, findings).explain(tree.root);
    add_equivalents(tree.root, analyzer, lines);
    lines.insert(lines.end(), built.added.begin(), built.added.end());
    lines.insert(lines.end(), built.notes.begin(), built.notes.end());
    return lines;
}

}  // namespace findings

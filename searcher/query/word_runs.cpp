#include "searcher/query/word_runs.hpp"

#include <utility>

namespace findings {
namespace {

using Kind = QueryNode::Kind;

bool is_run_part(const QueryNode& node) { return node.kind == Kind::word || node.kind == Kind::phrase; }

void add_words(const QueryNode& node, WordRun& run) {
    if (node.kind == Kind::word)
        run.words.push_back(node.text);
    else
        run.words.insert(run.words.end(), node.words.begin(), node.words.end());
}

void add_runs(const QueryNode& node, std::vector<WordRun>& runs) {
    if (is_run_part(node)) {
        add_words(node, runs.emplace_back());
        return;
    }
    if (node.kind == Kind::none_of || node.kind == Kind::field) return;
    WordRun run;
    const auto finish = [&] {
        if (!run.words.empty()) runs.push_back(std::exchange(run, {}));
    };
    for (const QueryNode& child : node.children) {
        if (node.kind == Kind::sequence && is_run_part(child)) {
            add_words(child, run);
            continue;
        }
        finish();
        add_runs(child, runs);
    }
    finish();
}

}  // namespace

std::string WordRun::text(std::size_t first, std::size_t count) const {
    std::string joined;
    for (std::size_t i = first; i < first + count; ++i) joined += (i == first ? "" : " ") + words[i];
    return joined;
}

std::vector<WordRun> find_word_runs(const QueryTree& tree) {
    std::vector<WordRun> runs;
    add_runs(tree.root, runs);
    const QueryNode& root = tree.root;
    bool only_words = is_run_part(root) || root.kind == Kind::sequence;
    for (const QueryNode& child : root.children) only_words = only_words && is_run_part(child);
    if (only_words && runs.size() == 1) runs.front().whole_query = true;
    return runs;
}

}  // namespace findings

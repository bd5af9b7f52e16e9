// Learns the weights of a decision that adds up features: L2-regularised logistic regression by liblinear.
//
// usage: train_weights EXAMPLES FEATURES [--folds N] [--cost C] >WEIGHTS
//   EXAMPLES: a line for each example: group <TAB> 0 or 1 <TAB> name:value name:value …
//   FEATURES: the names in the order of the columns, one a line
//   --folds:  instead of weights, prints each example's score with its group never seen in training:
//             group <TAB> 0 or 1 <TAB> score, in the order of EXAMPLES
// The same bytes in give the same bytes out: solver 7 does not depend on the BLAS library, the random numbers are
// seeded, columns have a fixed order and weights four decimals.
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <linear.h>

namespace {

struct Example {
    std::string group;
    bool positive = false;
    std::vector<feature_node> nodes;  ///< ends with index -1; the last column is the constant
};

struct Settings {
    int folds = 0;
    double cost = 1;
};

std::map<std::string, int> read_columns(const std::string& path, std::vector<std::string>& names) {
    std::ifstream in(path);
    std::map<std::string, int> columns;
    for (std::string line; std::getline(in, line);) {
        names.push_back(line);
        columns[line] = static_cast<int>(names.size());
    }
    return columns;
}

std::vector<Example> read_examples(const std::string& path, const std::map<std::string, int>& columns) {
    std::ifstream in(path);
    std::vector<Example> examples;
    for (std::string line; std::getline(in, line);) {
        Example example;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        example.group = line.substr(0, first);
        example.positive = line.substr(first + 1, second - first - 1) == "1";
        std::map<int, double> values;
        for (std::size_t at = second + 1; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            const std::size_t colon = line.rfind(':', end);
            values[columns.at(line.substr(at, colon - at))] = std::strtod(line.c_str() + colon + 1, nullptr);
            at = end + 1;
        }
        for (const auto& [column, value] : values) example.nodes.push_back({column, value});
        example.nodes.push_back({static_cast<int>(columns.size()) + 1, 1.0});
        example.nodes.push_back({-1, 0});
        examples.push_back(std::move(example));
    }
    return examples;
}

/// Which fold a group is in: by a hash of its name, so that a new example moves no other.
int fold_of(const std::string& group, int folds) {
    unsigned hash = 2166136261U;
    for (const char c : group) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return static_cast<int>((hash >> 4U) % static_cast<unsigned>(folds));
}

std::vector<double> train_on(std::vector<Example>& examples, const std::function<bool(const Example&)>& taken,
                             int columns, const Settings& settings) {
    std::vector<feature_node*> rows;
    std::vector<double> labels;
    for (Example& example : examples) {
        if (!taken(example)) continue;
        rows.push_back(example.nodes.data());
        labels.push_back(example.positive ? 1 : -1);
    }
    problem task{};
    task.l = static_cast<int>(rows.size());
    task.n = columns + 1;
    task.y = labels.data();
    task.x = rows.data();
    task.bias = -1;
    parameter how{};
    how.solver_type = L2R_LR_DUAL;
    how.C = settings.cost;
    how.eps = 1e-4;
    std::srand(1);
    set_print_string_function([](const char*) {});
    model* trained = ::train(&task, &how);
    const double sign = trained->label[0] == 1 ? 1 : -1;
    std::vector<double> weights(trained->w, trained->w + columns + 1);
    for (double& value : weights) value *= sign;
    free_and_destroy_model(&trained);
    return weights;
}

double score(const Example& example, const std::vector<double>& weights) {
    double sum = 0;
    for (const feature_node& node : example.nodes)
        if (node.index > 0) sum += weights[static_cast<std::size_t>(node.index - 1)] * node.value;
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: train_weights EXAMPLES FEATURES [--folds N] [--cost C]\n";
        return 2;
    }
    Settings settings;
    for (int i = 3; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        if (option == "--folds") settings.folds = std::atoi(argv[i + 1]);
        if (option == "--cost") settings.cost = std::atof(argv[i + 1]);
    }
    std::vector<std::string> names;
    const auto columns = read_columns(argv[2], names);
    auto examples = read_examples(argv[1], columns);
    const int count = static_cast<int>(names.size());
    if (settings.folds == 0) {
        const auto weights = train_on(
            examples, [](const Example&) { return true; }, count, settings);
        std::cout << fmt::format("bias\t{:.4f}\n", weights.back());
        for (int i = 0; i < count; ++i)
            std::cout << fmt::format("{}\t{:.4f}\n", names[static_cast<std::size_t>(i)],
                                     weights[static_cast<std::size_t>(i)]);
        return 0;
    }
    std::vector<std::vector<double>> by_fold;
    for (int fold = 0; fold < settings.folds; ++fold)
        by_fold.push_back(train_on(
            examples, [&](const Example& example) { return fold_of(example.group, settings.folds) != fold; }, count,
            settings));
    for (const Example& example : examples)
        std::cout << fmt::format(
            "{}\t{}\t{:.4f}\n", example.group, example.positive ? 1 : 0,
            score(example, by_fold[static_cast<std::size_t>(fold_of(example.group, settings.folds))]));
    return 0;
}

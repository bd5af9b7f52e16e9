#pragma once

#include <string>

#include "common/index/article.hpp"

namespace findings::test {

/// A small story about an inspection, for rules that read articles.
struct InventedStory {
    std::string id;
    std::string provider;
    std::string grade;
    std::string inspected;
    std::string published = {};
    std::string previous = {};
    std::string change = {};
    std::string action = {};
    bool inferred = false;
    double confidence = 0.95;
    std::string text = "They were inspected. The sentence that proves it.";

    [[nodiscard]] Article make() const {
        Article article;
        article.id = id;
        article.source = id + ".txt";
        article.title = "About " + provider;
        article.inspected = inspected;
        article.published = published;
        article.text = text;
        const auto evidence = [&](std::string role) {
            return Evidence{Where::body, "The sentence that proves it.", "invented", std::move(role), 2, 21, 49,
                            confidence};
        };
        if (!provider.empty())
            article.values.emplace_back(Field::provider, provider, "The " + provider, evidence("provider"));
        if (!grade.empty()) {
            (inferred ? article.remarks : article.values).emplace_back(Field::grade, grade, grade, evidence("awarded"));
        }
        if (!action.empty()) article.values.emplace_back(Field::action, action, action, evidence("action"));
        if (!grade.empty() || !previous.empty())
            article.awards.push_back({provider, "four-point", grade, previous, change, inferred, {}});
        return article;
    }
};

}  // namespace findings::test

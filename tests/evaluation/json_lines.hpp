#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace findings::evaluation {

/// The objects of a file of JSON Lines. Throws: std::runtime_error when it cannot be read or is none.
inline std::vector<nlohmann::json> read_json_lines(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::vector<nlohmann::json> rows;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) rows.push_back(nlohmann::json::parse(line));
    return rows;
}

}  // namespace findings::evaluation

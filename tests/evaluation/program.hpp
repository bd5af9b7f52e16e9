#pragma once

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace findings::evaluation {

/// Runs a tool on its arguments; what it throws goes to standard error, with status 2.
template <typename Run>
int run_program(const char* name, Run run, int argc, char** argv) {
    try {
        return run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception& error) {
        std::cerr << name << ": " << error.what() << '\n';
        return 2;
    }
}

}  // namespace findings::evaluation

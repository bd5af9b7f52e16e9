#include <exception>
#include <iostream>

#include "common/base/error.hpp"
#include "common/base/failure.hpp"
#include "common/options/config_file.hpp"
#include "common/options/environment.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/options/index_options.hpp"

namespace {

int run(const std::vector<std::string>& arguments) {
    const findings::Environment environment = findings::read_environment();
    findings::ParsedArguments parsed =
        findings::expand_paths(findings::parse_arguments(findings::index_option_table(), arguments),
                               findings::index_option_table(), environment);
    findings::apply_config(findings::read_config(parsed.value("config"), environment), findings::Program::index,
                           findings::index_option_table(), environment, parsed);
    const findings::IndexOptions options = findings::parse_index_options(parsed, environment);
    const findings::Status status = findings::run_command(options, std::cout, std::cerr);
    std::cout.flush();
    if (!std::cout) throw findings::Error(findings::Status::io_error, "cannot write to standard output", "");
    return static_cast<int>(status);
}

}  // namespace

int main(int argc, char** argv) {
    findings::prepare_for_failures("findings-index");
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& failure) {
        const findings::Error error = findings::describe_failure(failure);
        std::cerr << "findings-index: " << error.what() << '\n';
        if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
        return static_cast<int>(error.status());
    }
}

#include <exception>
#include <iostream>

#include "common/base/error.hpp"
#include "common/options/config_file.hpp"
#include "common/options/environment.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/options/index_options.hpp"

namespace {

int run(const std::vector<std::string>& arguments) {
    const findings::Environment environment = findings::read_environment();
    findings::ParsedArguments parsed = findings::parse_arguments(findings::index_option_table(), arguments);
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
    try {
        return run({argv + 1, argv + argc});
    } catch (const findings::Error& error) {
        std::cerr << "findings-index: " << error.what() << '\n';
        if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
        return static_cast<int>(error.status());
    } catch (const std::exception& error) {
        std::cerr << "findings-index: a bug: " << error.what() << "\n  please report it with the command you ran\n";
        return static_cast<int>(findings::Status::bug);
    }
}

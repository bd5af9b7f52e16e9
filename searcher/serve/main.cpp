#include <csignal>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/failure.hpp"
#include "common/options/config_file.hpp"
#include "common/options/environment.hpp"
#include "common/options/program_version.hpp"
#include "searcher/serve/serve_command.hpp"
#include "searcher/serve/serve_options.hpp"

namespace {

using findings::Status;

Status run(const std::vector<std::string>& arguments) {
    const findings::Environment environment = findings::read_environment();
    findings::ParsedArguments parsed =
        findings::expand_paths(findings::parse_arguments(findings::serve_option_table(), arguments),
                               findings::serve_option_table(), environment);
    if (!parsed.has("help") && !parsed.has("version"))
        findings::apply_config(findings::read_config(parsed.value("config"), environment), findings::Program::serve,
                               findings::serve_option_table(), environment, parsed);
    const findings::ServeOptions options = findings::parse_serve_options(parsed, environment);
    if (options.help) {
        std::cout << findings::serve_help() << std::flush;
        return Status::ok;
    }
    if (options.version) {
        std::cout << findings::describe_program_version("findings-serve") << std::flush;
        return Status::ok;
    }
    return findings::run_serve(options, environment, {std::cout, std::cerr, [] { return std::time(nullptr); }});
}

int fail(const findings::Error& error) {
    std::cerr << "findings-serve: " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
    return static_cast<int>(error.status());
}

}  // namespace

int main(int count, char** arguments) {
    findings::prepare_for_failures("findings-serve");
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(run({arguments + 1, arguments + count}));
    } catch (const std::exception& failure) {
        return fail(findings::describe_failure(failure));
    }
}

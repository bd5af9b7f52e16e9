#include <chrono>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/failure.hpp"
#include "common/options/config_file.hpp"
#include "common/options/environment.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/options/quote_command.hpp"
#include "searcher/options/search_options.hpp"
#include "searcher/render/output_stream.hpp"
#include "searcher/render/pager.hpp"
#include "searcher/render/terminal.hpp"

namespace {

using findings::Status;

Status run(const std::vector<std::string>& arguments, const std::function<double()>& elapsed_ms) {
    const findings::Environment environment = findings::read_environment();
    findings::ParsedArguments parsed =
        findings::expand_paths(findings::parse_arguments(findings::search_option_table(), arguments),
                               findings::search_option_table(), environment);
    if (!parsed.has("help") && !parsed.has("version"))
        findings::apply_config(findings::read_config(parsed.value("config"), environment), findings::Program::search,
                               findings::search_option_table(), environment, parsed);
    const findings::SearchOptions options = findings::parse_search_options(parsed, environment);
    findings::RenderStyle style = findings::choose_style(options, environment);
    style.elapsed_ms = elapsed_ms;
    style.command = findings::quote_command(options, arguments);
    findings::refuse_page_on_terminal(options, style.command);
    const findings::Pager pager(options.pager && options.format == findings::OutputFormat::text);
    findings::OutputStream out(pager.descriptor());
    const Status status = findings::run_command(options, {out, std::cerr, style});
    out.flush();
    return status;
}

int fail(const findings::Error& error) {
    std::cerr << "findings-search: " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
    return static_cast<int>(error.status());
}

}  // namespace

int main(int count, char** arguments) {
    findings::prepare_for_failures("findings-search");
    const auto entered = std::chrono::steady_clock::now();
    const auto elapsed_ms = [entered] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - entered).count();
    };
    // `| head` closes the pipe: write() then says so, and the answer ends quietly.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(run({arguments + 1, arguments + count}, elapsed_ms));
    } catch (const findings::OutputClosed&) {
        return static_cast<int>(Status::ok);
    } catch (const std::exception& failure) {
        return fail(findings::describe_failure(failure));
    }
}

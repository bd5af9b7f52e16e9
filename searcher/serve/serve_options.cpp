#include "searcher/serve/serve_options.hpp"

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "searcher/serve/host_names.hpp"
#include "searcher/serve/listening.hpp"

namespace findings {
namespace {

// Each connection takes up to 256 kB and a descriptor.
constexpr std::size_t kMostConnections = 4096;

std::string parse_host(const std::string& value) {
    std::string name = host_name(value);
    if (name.empty())
        throw Error(Status::usage, fmt::format("--host {}: not the name of a host", value),
                    "for example --host findings.example.org");
    return name;
}

unsigned parse_connections(const std::string& value) {
    const std::size_t number = parse_number("max-connections", value);
    // Each thread of the server takes its share of them.
    if (number < 2 || number > kMostConnections)
        throw Error(Status::usage, fmt::format("--max-connections {}: not between 2 and {}", value, kMostConnections));
    return static_cast<unsigned>(number);
}

// Printed as a link: nothing else may stand behind it.
std::string parse_link(const std::string& option, const std::string& value) {
    const bool mail = option == "contact" && value.starts_with("mailto:");
    if (mail || value.starts_with("https://") || value.starts_with("http://")) return value;
    if (option == "contact" && value.find('@') != std::string::npos) return "mailto:" + value;
    throw Error(Status::usage, fmt::format("--{} {}: not an address", option, value),
                option == "contact" ? "write https://... or name@example.org" : "write https://...");
}

void apply_serve_option(const GivenOption& option, ServeOptions& options) {
    if (option.name == "help") options.help = true;
    if (option.name == "version") options.version = true;
    if (option.name == "quiet") options.quiet = true;
    if (option.name == "index") options.indexes.emplace_back(option.value);
    if (option.name == "host") options.hosts.push_back(parse_host(option.value));
    if (option.name == "originals") options.originals = option.value;
    if (option.name == "contact") options.contact = parse_link("contact", option.value);
    if (option.name == "source-url") options.source_url = parse_link("source-url", option.value);
    if (option.name == "max-connections") options.max_connections = parse_connections(option.value);
    if (option.name == "listen") {
        parse_listen(option.value);
        options.listen = option.value;
    }
}

}  // namespace

const std::vector<OptionSpec>& serve_option_table() {
    static const std::vector<OptionSpec> table{
        {"index", "DIR", "index root; several are searched as one", "Index", true},
        {"config", "FILE", "configuration file, `key = value` lines", "Index"},
        {"listen", "ADDRESS:PORT", "where it listens (127.0.0.1:8080)", "Server"},
        {"host", "NAME", "a name it is asked under, besides those of loopback", "Server", true},
        {"max-connections", "N", "connections open at once (256)", "Server"},
        {"originals", "DIR", "serve the files of that folder that are sources of the index", "Pages"},
        {"contact", "ADDRESS", "where readers report a mistake: a web or mail address", "Pages"},
        {"source-url", "URL", "where the source of this build is", "Pages"},
        {"quiet", "", "no access log", "Output"},
        {"help", "", "this text", "Output"},
        {"version", "", "the version", "Output"},
    };
    return table;
}

ServeOptions parse_serve_options(const ParsedArguments& given, const Environment& environment) {
    ServeOptions options;
    for (const GivenOption& option : expand_paths(given, serve_option_table(), environment).options) {
        try {
            apply_serve_option(option, options);
        } catch (const Error& error) {
            if (option.place.empty()) throw;
            throw Error(Status::bad_config, fmt::format("{}: {}", option.place, error.what()), error.hint());
        }
    }
    if (options.help || options.version) return options;
    if (!given.positional.empty())
        throw Error(Status::usage, fmt::format("{} is no option", given.positional.front()),
                    "findings-serve takes options only; questions are asked in the browser");
    if (options.indexes.empty()) options.indexes.push_back(default_index_root(environment));
    return options;
}

std::string serve_help() {
    return "Usage: findings-serve [OPTIONS]\n"
           "Search inspection reports in a browser: the pages of findings-search.\n\n" +
           format_options(serve_option_table()) +
           "\nExamples:\n"
           "  findings-serve --index ~/findings\n"
           "  findings-serve --listen 0.0.0.0:8080 --host findings.example.org --contact desk@example.org\n"
           "\nExit status: 0 ended by a signal, 2 usage, 69 no index, 70 a bug, 74 cannot listen,\n"
           "78 bad configuration.\n";
}

}  // namespace findings

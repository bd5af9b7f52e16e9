#include "common/options/config_file.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/base/error.hpp"
#include "common/options/nearest_name.hpp"
#include "common/text/byte_order_mark.hpp"
#include "common/text/text_file.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

/// An option that may stand in the file. What changes one search or one build (--grade, --force) may not:
/// a forgotten line would silently change every answer.
struct ConfigKey {
    std::string_view name;
    bool index;
    bool search;
    bool serve;
};
constexpr std::array kConfigKeys{
    ConfigKey{"index", true, true, true},
    ConfigKey{"color", true, true, false},
    ConfigKey{"quiet", true, true, false},
    ConfigKey{"jobs", true, false, false},
    ConfigKey{"corrections", true, false, false},
    ConfigKey{"providers", true, false, false},
    ConfigKey{"max-loss", true, false, false},
    ConfigKey{"max-failures", true, false, false},
    ConfigKey{"keep", true, false, false},
    ConfigKey{"wait", true, false, false},
    ConfigKey{"searches", true, false, false},
    ConfigKey{"no-progress", true, false, false},
    ConfigKey{"limit", false, true, false},
    ConfigKey{"facets", false, true, false},
    ConfigKey{"facet-limit", false, true, false},
    ConfigKey{"sort", false, true, false},
    ConfigKey{"match", false, true, false},
    ConfigKey{"no-pager", false, true, false},
    ConfigKey{"include-inferred", false, true, false},
    ConfigKey{"listen", false, false, true},
    ConfigKey{"host", false, false, true},
    ConfigKey{"max-connections", false, false, true},
    ConfigKey{"originals", false, false, true},
    ConfigKey{"contact", false, false, true},
    ConfigKey{"source-url", false, false, true},
};

const ConfigKey* find_key(std::string_view name) {
    const auto found =
        std::find_if(kConfigKeys.begin(), kConfigKeys.end(), [&](const ConfigKey& key) { return key.name == name; });
    return found == kConfigKeys.end() ? nullptr : &*found;
}

ConfigEntry parse_line(std::string_view line, const std::string& place) {
    const std::size_t equals = line.find('=');
    const std::string key(trim(line.substr(0, equals)));
    if (equals == std::string_view::npos || key.empty())
        throw Error(Status::bad_config, fmt::format("{}: expected `key = value`", place), "a comment begins with #");
    if (find_key(key) == nullptr) {
        std::vector<std::string> names;
        names.reserve(kConfigKeys.size());
        for (const ConfigKey& known : kConfigKeys) names.emplace_back(known.name);
        const std::string nearest = nearest_name(key, names);
        throw Error(Status::bad_config, fmt::format("{}: unknown key {}", place, key),
                    nearest.empty() ? "" : fmt::format("did you mean {}?", nearest));
    }
    return {key, std::string(trim(line.substr(equals + 1))), place};
}

}  // namespace

std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& file_name) {
    std::vector<ConfigEntry> entries;
    text = without_byte_order_mark(text);
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        entries.push_back(parse_line(line, fmt::format("{}:{}", file_name, number)));
    }
    return entries;
}

std::vector<ConfigEntry> read_config(const std::string& named, const Environment& environment) {
    std::vector<std::filesystem::path> candidates = config_candidates(environment);
    if (!named.empty()) candidates = {named};
    for (const std::filesystem::path& path : candidates) {
        std::error_code ignored;
        if (named.empty() && !std::filesystem::exists(path, ignored)) continue;
        const TextFile file = read_text_file(path, FileKinds::any);
        if (!file.failure.empty())
            throw Error(Status::bad_config,
                        fmt::format("cannot read the configuration file {}: {}", path.string(), file.failure),
                        "name another with --config");
        return parse_config(file.text, path.string());
    }
    return {};
}

void apply_config(const std::vector<ConfigEntry>& entries, Program program, const std::vector<OptionSpec>& table,
                  const Environment& environment, ParsedArguments& arguments) {
    const ParsedArguments given = arguments;
    for (const ConfigEntry& entry : entries) {
        const ConfigKey* key = find_key(entry.key);
        const bool ours = key != nullptr && (program == Program::index    ? key->index
                                             : program == Program::search ? key->search
                                                                          : key->serve);
        if (!ours || given.has(entry.key)) continue;
        if (entry.key == "index" && !environment.findings_index.empty()) continue;
        const OptionSpec* spec = find_option(table, entry.key);
        if (spec == nullptr) continue;
        if (!spec->argument.empty()) {
            arguments.options.push_back({entry.key, entry.value, entry.place});
        } else if (entry.value == "yes" || entry.value == "true") {
            arguments.options.push_back({entry.key, "", entry.place});
        } else if (entry.value != "no" && entry.value != "false") {
            throw Error(Status::bad_config,
                        fmt::format("{}: {} is yes or no, not {}", entry.place, entry.key, entry.value), "");
        }
    }
}

}  // namespace findings

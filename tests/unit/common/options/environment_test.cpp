#include "common/options/environment.hpp"

#include <cstdlib>
#include <optional>

#include <doctest/doctest.h>

#include "tests/unit/support/error_text.hpp"

using namespace findings;

namespace {

/// Sets variables for one test; the values before come back.
class Variables {
  public:
    using Value = std::pair<std::string, const char*>;
    template <typename... Values>
    explicit Variables(const Value& first, const Values&... values) {
        for (const auto& [name, value] : {first, values...}) {
            const char* before = std::getenv(name.c_str());
            before_.emplace_back(name, before == nullptr ? std::nullopt : std::optional<std::string>(before));
            set(name, value == nullptr ? std::nullopt : std::optional<std::string>(value));
        }
    }
    ~Variables() {
        for (const auto& [name, value] : before_) set(name, value);
    }
    Variables(const Variables&) = delete;
    Variables& operator=(const Variables&) = delete;

  private:
    static void set(const std::string& name, const std::optional<std::string>& value) {
        if (value)
            ::setenv(name.c_str(), value->c_str(), 1);
        else
            ::unsetenv(name.c_str());
    }
    std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

std::string index_root() { return default_index_root(read_environment()).string(); }

const std::vector<OptionSpec> kTable{{"index", "DIR", "", ""}, {"ids", "FILE", "", ""}, {"theme", "T", "", ""}};

std::string expanded(const std::string& option, const std::string& value, const std::string& place = {}) {
    Environment environment;
    environment.home = "/users/kim";
    return expand_paths({{{option, value, place}}, {}}, kTable, environment).value(option);
}

}  // namespace

TEST_CASE("the index root comes from FINDINGS_INDEX, then XDG_DATA_HOME, then HOME") {
    const Variables all(Variables::Value{"FINDINGS_INDEX", "ix"}, Variables::Value{"XDG_DATA_HOME", "/data"},
                        Variables::Value{"HOME", "/users/kim"});
    CHECK(index_root() == "ix");
    const Variables unset(Variables::Value{"FINDINGS_INDEX", nullptr});
    CHECK(index_root() == "/data/findings");
    const Variables relative(Variables::Value{"XDG_DATA_HOME", "rel"});
    CHECK(index_root() == "/users/kim/.local/share/findings");
    const Variables empty(Variables::Value{"XDG_DATA_HOME", ""});
    CHECK(index_root() == "/users/kim/.local/share/findings");
}

TEST_CASE("without a home there is no index root, and none in the current folder") {
    const Variables none(Variables::Value{"FINDINGS_INDEX", nullptr}, Variables::Value{"XDG_DATA_HOME", nullptr},
                         Variables::Value{"HOME", nullptr});
    const auto error = [] { return test::error_text(Status::usage, [] { index_root(); }); };
    CHECK(error().find("HOME is not set") != std::string::npos);
    CHECK(error().find("--index DIR") != std::string::npos);
    for (const char* home : {"", "rel"}) {
        const Variables variables(Variables::Value{"HOME", home});
        CHECK_FALSE(error().empty());
    }
    const Variables data(Variables::Value{"XDG_DATA_HOME", "rel"});
    CHECK_FALSE(error().empty());
}

TEST_CASE("a relative XDG_CONFIG_HOME is ignored") {
    const Variables variables(Variables::Value{"XDG_CONFIG_HOME", "rel"}, Variables::Value{"HOME", "/users/kim"});
    CHECK(
        config_candidates(read_environment()) ==
        std::vector<std::filesystem::path>{"/users/kim/.config/findings/findings.conf", "/etc/findings/findings.conf"});
    const Variables none(Variables::Value{"HOME", nullptr});
    CHECK(config_candidates(read_environment()) == std::vector<std::filesystem::path>{"/etc/findings/findings.conf"});
}

TEST_CASE("a tilde is the home folder in every path, and nothing in what is none") {
    CHECK(expanded("index", "~/ix") == "/users/kim/ix");
    CHECK(expanded("ids", "~") == "/users/kim");
    CHECK(expanded("index", "a/~/b") == "a/~/b");
    CHECK(expanded("theme", "~/ix") == "~/ix");
    CHECK(expanded("theme", "").empty());
    const Variables variables(Variables::Value{"FINDINGS_INDEX", "~/ix"}, Variables::Value{"HOME", "/users/kim"});
    CHECK(index_root() == "/users/kim/ix");
}

TEST_CASE("a tilde that cannot be read, and an empty path, are errors that name the option or the line") {
    CHECK(test::error_text(Status::usage, [] { expanded("index", "~other/ix"); }).starts_with("--index ~other/ix: "));
    CHECK(test::error_text(Status::usage, [] { expanded("index", ""); }).starts_with("--index is empty"));
    CHECK(test::error_text(Status::bad_config, [] {
              expanded("index", "", "f.conf:3");
          }).starts_with("f.conf:3: --index is empty"));
    CHECK(test::error_text(Status::usage, [] {
              expand_paths({{{"index", "~/x", ""}}, {}}, kTable, {});
          }).find("HOME is not set") != std::string::npos);
}

#include "searcher/render/terminal.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "common/base/error.hpp"

namespace findings {
namespace {

constexpr std::size_t kNarrowest = 40;
// Lines of prose longer than this tire the eye.
constexpr std::size_t kWidest = 120;

std::size_t terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return RenderStyle().width;
    return std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
}

}  // namespace

RenderStyle choose_style(const SearchOptions& options, const Environment& environment) {
    RenderStyle style;
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    style.color = options.color == ColorMode::always || (options.color == ColorMode::automatic && terminal &&
                                                         environment.no_color.empty() && environment.term != "dumb");
    style.quiet = options.quiet;
    if (terminal) style.width = terminal_width();
    return style;
}

void refuse_page_on_terminal(const SearchOptions& options, const std::string& command) {
    const bool prints = options.command == Command::search || options.command == Command::timeline;
    if (!prints || options.format != OutputFormat::html || ::isatty(STDOUT_FILENO) == 0) return;
    throw Error(Status::usage, "--format html writes a page for a browser, not for a terminal",
                fmt::format("write it into a file: {} >findings.html", command));
}

}  // namespace findings

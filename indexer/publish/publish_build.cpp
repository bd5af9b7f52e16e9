#include "indexer/publish/publish_build.hpp"

#include <exception>
#include <utility>

#include "indexer/digest/publish_digest.hpp"
#include "indexer/io/failpoint.hpp"
#include "indexer/io/write_file.hpp"
#include "indexer/publish/publish.hpp"

namespace findings {
namespace {

template <typename Work>
void warn_on_error(RunReport& report, Work work) {
    try {
        work();
    } catch (const std::exception& error) {
        report.late_warnings.emplace_back(error.what());
    }
}

void tell_changes(const BuiltGeneration& built, RunReport& report) {
    const BuildOptions& options = built.options;
    const bool given = !options.searches.empty();
    const DigestRun run{options.layout,
                        built.info.name,
                        built.live,
                        built.info.built_at,
                        report.rejections,
                        given ? options.searches : options.layout.searches(),
                        given,
                        options.search_program,
                        options.layout.building(),
                        options.stop_token};
    for (std::string& warning : publish_digest(run)) report.late_warnings.push_back(std::move(warning));
}

}  // namespace

void publish_build(const BuiltGeneration& built, RunReport& report) {
    const IndexLayout& layout = built.options.layout;
    const std::string& name = built.info.name;
    report.published = true;
    announce_generation(layout, name);
    failpoint(Failpoint::announced);
    add_generation(layout, built.folder, name);
    failpoint(Failpoint::moved);
    save_report(report, layout.reports());
    failpoint(Failpoint::reported);
    make_live(layout, name);
    warn_on_error(report, [&] {
        failpoint(Failpoint::live);
        // Before anything is deleted: after a power cut `current` must not name what is gone.
        sync_entries(layout.root);
    });
    // Before old generations go: one of them is what the digest compares with.
    warn_on_error(report, [&] { tell_changes(built, report); });
    warn_on_error(report, [&] {
        prune_generations(layout, built.options.keep);
        prune_reports(layout);
        failpoint(Failpoint::pruned);
    });
    warn_on_error(report, [&] {
        if (built.cache != nullptr) built.cache->forget_unused();
        failpoint(Failpoint::forgotten);
    });
    if (!report.late_warnings.empty()) warn_on_error(report, [&] { save_report(report, layout.reports()); });
}

}  // namespace findings

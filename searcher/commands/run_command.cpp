#include "searcher/commands/run_command.hpp"

#include <memory>

#include "searcher/open_index.hpp"
#include "searcher/run_search.hpp"

#ifndef FINDINGS_VERSION
#error "the build defines FINDINGS_VERSION"
#endif

namespace findings {
namespace {

// Formats without room for notes leave them to standard error.
class NotesOnTheSide : public HitSink {
  public:
    NotesOnTheSide(std::unique_ptr<HitSink> inner, std::ostream& notes, bool wants_notes)
        : inner_(std::move(inner)), notes_(notes), wants_notes_(wants_notes) {}

    void begin(const SearchResult& result) override {
        for (const std::string& line : result.explanation) notes_ << line << '\n';
        if (wants_notes_)
            for (const std::string& note : result.notes) notes_ << "findings-search: " << note << '\n';
        notes_.flush();
        inner_->begin(result);
    }
    void add(const Hit& hit) override { inner_->add(hit); }
    void end(const SearchResult& result) override { inner_->end(result); }

  private:
    std::unique_ptr<HitSink> inner_;
    std::ostream& notes_;
    bool wants_notes_;
};

bool carries_notes(OutputFormat format) {
    return format == OutputFormat::text || format == OutputFormat::json || format == OutputFormat::html;
}

Status search(const SearchOptions& options, const CommandOutput& output) {
    SearchContext context(open_index(options.request.indexes));
    RenderStyle style = output.style;
    style.timeline = options.command == Command::timeline;
    NotesOnTheSide sink(style.timeline && options.format == OutputFormat::text
                            ? make_timeline_renderer(output.out, style)
                            : make_renderer(options.format, output.out, style),
                        output.notes, !options.quiet && !carries_notes(options.format));
    return run_search(options.request, context, sink) > 0 ? Status::ok : Status::no_hits;
}

}  // namespace

Status run_command(const SearchOptions& options, const CommandOutput& output) {
    switch (options.command) {
        case Command::help:
            output.out << search_help();
            return Status::ok;
        case Command::version:
            output.out << "findings-search " FINDINGS_VERSION "\n";
            return Status::ok;
        case Command::list_fields:
            return list_fields(options, output);
        case Command::list_values:
            return list_values(options, output);
        case Command::batch:
            return run_batch(options, output);
        case Command::show:
            return show_article(options, output);
        default:
            return search(options, output);
    }
}

}  // namespace findings

#include "indexer/exports/export_generation.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "common/index/public_article.hpp"
#include "common/index/record.hpp"
#include "common/index/root_lists.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/exports/bulk_files.hpp"
#include "indexer/exports/opensearch_format.hpp"
#include "indexer/exports/output_folder.hpp"
#include "indexer/exports/solr_format.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;
using Labels = std::map<std::string, std::map<std::string, std::string>>;

constexpr BulkForm kOpensearchForm{".ndjson", "", "", ""};
constexpr BulkForm kSolrForm{".json", "[\n", ",\n", "\n]\n"};

Xapian::Database open_generation(const IndexLayout& layout, const std::string& name) {
    Xapian::Database database(layout.generation(name).string());
    const std::string format = database.get_metadata(std::string(metadata::kFormat));
    if (format != std::to_string(kIndexFormat))
        throw Error(Status::unavailable,
                    fmt::format("generation {} has format {}, this program reads {}", name,
                                format.empty() ? "unknown" : format, kIndexFormat),
                    "build again");
    const auto analyzer =
        nlohmann::json::parse(database.get_metadata(std::string(metadata::kAnalyzer)), nullptr, false);
    if (!analyzer.is_object() || analyzer.value("version", 0) != default_analyzer_settings().version)
        throw Error(Status::unavailable,
                    fmt::format("generation {} was made with another analyzer: its words cannot be told", name),
                    "build again");
    return database;
}

// Articles may spell a label differently; the smallest is as good as any and depends on no order.
void add_labels(const Article& article, Labels& labels) {
    for (const FacetValue& value : article.values) {
        const auto [at, fresh] =
            labels[std::string(field_row(value.facet()).name)].emplace(value.slug(), value.label());
        if (!fresh && value.label() < at->second) at->second = value.label();
    }
    for (const Award& award : article.awards)
        for (const auto& [field, slug] : {std::pair("grade", &award.grade), std::pair("previous", &award.previous)})
            if (const Term* term = find_term(Field::grade, *slug)) labels[field].emplace(*slug, term->label);
}

/// One export, from the database to the manifest.
class Exporting {
  public:
    Exporting(const Xapian::Database& database, std::string generation, std::vector<std::string> withdrawn,
              ExportEngine engine, const std::filesystem::path& folder, std::size_t most_bytes)
        : database_(database),
          engine_(engine),
          exporter_(generation, std::move(withdrawn)),
          files_(folder, engine == ExportEngine::opensearch ? kOpensearchForm : kSolrForm, most_bytes) {
        summary_.generation = std::move(generation);
    }

    ExportSummary run() {
        for (Xapian::docid id = 1; id <= database_.get_lastdocid(); ++id) add(id);
        files_.finish();
        add_description();
        std::string stems = "word\tstem\n";
        for (const auto& [word, stem] : exporter_.stems()) stems += word + '\t' + stem + '\n';
        files_.add_file("stems.tsv", stems);
        const std::string manifest = dump_json_document(make_manifest());
        files_.add_file(std::string(kExportManifestName), manifest);
        summary_.files = files_.files().size();
        summary_.stories = counts_.of(ExportUnit::story).documents;
        summary_.findings = counts_.of(ExportUnit::finding).documents;
        summary_.awards = counts_.of(ExportUnit::award).documents;
        return summary_;
    }

  private:
    void add(Xapian::docid id) {
        const Xapian::Document document = database_.get_document(id);
        Article article = decode_record(document.get_data());
        if (exporter_.is_withdrawn(article)) {
            ++summary_.withdrawn;
            return;
        }
        records_ += is_record(article) ? 1U : 0U;
        add_labels(article, labels_);
        const ExportedStory story = exporter_.make(document, std::move(article));
        count_story(story, counts_);
        most_nested_ = std::max(most_nested_, story.findings.size() + story.awards.size());
        files_.add(engine_ == ExportEngine::opensearch ? make_opensearch_lines(story) : make_solr_document(story));
    }

    void add_description() {
        if (engine_ == ExportEngine::opensearch)
            files_.add_file("index.json", make_opensearch_index(most_nested_));
        else
            files_.add_file("managed-schema.xml", make_solr_schema());
    }

    [[nodiscard]] Json make_manifest() const {
        Json files = Json::array();
        for (const BulkFile& file : files_.files()) {
            Json& row = files.emplace_back(Json{{"name", file.name}, {"bytes", file.bytes}});
            if (file.documents > 0) row["documents"] = file.documents;
        }
        return {{"findings_export", 1},
                {"engine", engine_name(engine_)},
                {"generation", summary_.generation},
                {"index_built_at", database_.get_metadata(std::string(metadata::kBuiltAt))},
                {"index_format", kIndexFormat},
                {"analyzer", default_analyzer_settings().version},
                {"licence", kLicence},
                {"attribution", fmt::format("{} News stories belong to their publishers.", kAttribution)},
                {"robots", "noindex, noarchive"},
                {"records", records_},
                {"withdrawn", summary_.withdrawn},
                {"files", std::move(files)},
                {"counts", make_counts_json(counts_, labels_)}};
    }

    const Xapian::Database& database_;
    ExportEngine engine_;
    StoryExporter exporter_;
    BulkFiles files_;
    ExportCounts counts_;
    Labels labels_;
    ExportSummary summary_;
    std::size_t records_ = 0;
    std::size_t most_nested_ = 0;
};

}  // namespace

ExportSummary export_generation(const IndexLayout& layout, const std::string& generation, ExportEngine engine,
                                const std::filesystem::path& folder, std::size_t most_bytes) try {
    const Xapian::Database database = open_generation(layout, generation);
    OutputFolder output(folder, layout.root);
    for (;;) {
        const std::vector<std::string> withdrawn = read_withdrawn_ids(layout.root);
        ExportSummary summary = Exporting(database, generation, withdrawn, engine, output.path(), most_bytes).run();
        // Withdrawn while this was written: it must not come out after all.
        if (read_withdrawn_ids(layout.root) == withdrawn) {
            output.publish();
            return summary;
        }
        output.clear();
    }
} catch (const Xapian::Error& error) {
    throw Error(Status::unavailable, fmt::format("cannot read generation {}: {}", generation, error.get_description()),
                "run findings-index verify");
}

}  // namespace findings

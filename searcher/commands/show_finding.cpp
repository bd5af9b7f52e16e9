// --show of one finding.
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/base/json_text.hpp"
#include "common/index/terms.hpp"
#include "searcher/commands/run_command.hpp"
#include "searcher/index/find_article.hpp"
#include "searcher/index/read_hits.hpp"
#include "searcher/index/withdrawn.hpp"
#include "searcher/render/describe_finding.hpp"
#include "searcher/render/describe_hit.hpp"
#include "searcher/render/hit_json.hpp"
#include "searcher/render/printable.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

/// Another finding and how the two hang together.
struct Related {
    RepeatedFinding relation;  ///< of the later one to the earlier one
    std::string id;            ///< of the other finding
    std::optional<Hit> hit;    ///< nothing when the index has it no more
};

std::vector<Related> find_repeated(const Finding& finding, const OpenIndex& index, HitReader& reader) {
    std::vector<Related> related;
    for (const RepeatedFinding& repeat : finding.repeats) {
        Related& one = related.emplace_back(Related{repeat, repeat.id, std::nullopt});
        if (const Xapian::docid found = find_finding(index, repeat.id); found != 0) one.hit = reader.read(found);
    }
    return related;
}

std::vector<Related> find_repeating(const std::string& id, const OpenIndex& index, HitReader& reader) {
    std::vector<Related> related;
    const std::string term = repeats_term(id);
    for (auto at = index.database.postlist_begin(term); at != index.database.postlist_end(term); ++at) {
        Hit hit = reader.read(*at);
        if (is_withdrawn(index, hit.article)) continue;
        for (const RepeatedFinding& repeat : hit.finding->finding.repeats)
            if (repeat.id == id) related.push_back({repeat, hit.finding->id, hit});
    }
    return related;
}

// The first finding, in reading order, of the article that an id names, whose own name `fits`.
template <typename Fits>
std::optional<Hit> find_in_article(const FindingName& name, const OpenIndex& index, HitReader& reader, Fits fits) {
    if (is_withdrawn(index, name.article)) return std::nullopt;
    const std::string term = exact_term(Field::id, name.article);
    for (auto at = index.database.postlist_begin(term); at != index.database.postlist_end(term); ++at)
        if (Hit hit = reader.read(*at); !is_withdrawn(index, hit.article) && fits(*split_finding_id(hit.finding->id)))
            return hit;
    return std::nullopt;
}

void write_related(std::ostream& out, const std::vector<Related>& related, std::string_view heading, bool earlier) {
    if (!related.empty()) out << '\n' << heading << '\n';
    for (const Related& one : related) {
        const std::string day = one.hit ? one.hit->article.date() : std::string();
        const RepeatedArticle article = one.hit ? RepeatedArticle{one.hit->article.title, day} : RepeatedArticle();
        out << fmt::format("  {}: {}\n", printable(describe_repeat(one.relation, day, earlier)),
                           name_repeated(article, one.id));
        out << fmt::format("      {}\n", one.hit ? printable(one.hit->finding->text) : "(not in the index any more)");
    }
}

Json make_related_json(const std::vector<Related>& related) {
    Json list = Json::array();
    for (const Related& one : related) {
        Json json = make_repeat_json(one.relation);
        json["id"] = one.id;
        for (const char* part : {"title", "date", "page", "text"}) json[part] = nullptr;
        if (one.hit) {
            if (!one.hit->article.title.empty()) json["title"] = one.hit->article.title;
            if (!one.hit->article.date().empty()) json["date"] = one.hit->article.date();
            if (one.hit->page > 0) json["page"] = one.hit->page;
            json["text"] = one.hit->finding->text;
        }
        list.push_back(std::move(json));
    }
    return list;
}

void write_finding(std::ostream& out, const Hit& hit) {
    out << (hit.article.title.empty() ? std::string("(no title)") : printable(hit.article.title)) << '\n';
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out << fmt::format("  {:<10} {}\n", name, printable(value));
    };
    const Finding& finding = hit.finding->finding;
    line("id", hit.finding->id);
    line("article", describe_article(hit));
    line("section", finding.section);
    line("heading", finding.heading);
    line("what", describe_kind(finding));
    line("addressee", finding.addressee);
    line("due", finding.due);
    line("regulation", finding.regulation);
    line("reference", finding.reference);
    line("area", finding.area);
    line("theme", fmt::format("{}", fmt::join(finding.themes, ", ")));
    out << '\n' << printable(hit.finding->text) << '\n';
}

}  // namespace

Status show_finding(const SearchOptions& options, const FindingName& name, const CommandOutput& output) {
    const OpenIndex index = open_index(options.request.indexes, options.request.generation, SearchedUnit::findings);
    HitReader reader(index, RecordPart::head);
    std::optional<Hit> hit;
    try {
        if (const Xapian::docid found = find_finding(index, options.argument); found != 0)
            hit = reader.read(found);
        else if ((hit = find_in_article(name, index, reader,
                                        [&](const FindingName& now) { return now.hash == name.hash; })))
            output.notes << fmt::format("findings-search: {} has another number now: {}\n", printable(options.argument),
                                        printable(hit->finding->id));
        if (!hit) {
            const std::optional<Hit> now = find_in_article(
                name, index, reader, [&](const FindingName& other) { return other.number == name.number; });
            if (now)
                output.notes << fmt::format(
                    "findings-search: the finding {} has changed: number {} of {} is now {}, “{}”\n",
                    printable(options.argument), name.number, printable(name.article), printable(now->finding->id),
                    printable(now->finding->text));
            else
                output.notes << fmt::format("findings-search: no article has a finding {}\n",
                                            printable(options.argument));
            return Status::no_hits;
        }
        if (options.cite) {
            std::string what = fmt::format("“{}”", hit->finding->text);
            for (const std::string& part : {hit->article.title, hit->article.date()})
                if (!part.empty()) what += ", " + part;
            if (hit->page > 0) what += fmt::format(", page {}", hit->page);
            output.out << make_citation(what, index, options.request, output.style.command) << '\n';
            return Status::ok;
        }
        const std::vector<Related> repeated = find_repeated(hit->finding->finding, index, reader);
        const std::vector<Related> repeating = find_repeating(hit->finding->id, index, reader);
        if (options.format == OutputFormat::text) {
            write_finding(output.out, *hit);
            write_related(output.out, repeated, "Before", true);
            write_related(output.out, repeating, "After", false);
            return Status::ok;
        }
        hit->rank = 1;
        Json json = make_hit_json(*hit, false);
        json["repeats"] = make_related_json(repeated);
        json["repeated_by"] = make_related_json(repeating);
        output.out << dump_json(json) << '\n';
    } catch (const Xapian::Error& error) {
        throw_index_error(error);
    }
    return Status::ok;
}

}  // namespace findings

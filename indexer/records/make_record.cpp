#include "indexer/records/make_record.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/fnv_hash.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/ascii.hpp"
#include "common/text/name_slug.hpp"
#include "common/text/slug.hpp"
#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/evidence/evidence.hpp"
#include "indexer/records/record_body.hpp"
#include "indexer/regimes/grade_scales.hpp"
#include "indexer/regimes/regimes.hpp"
#include "indexer/registers/gazetteer.hpp"

namespace findings {
namespace {

/// Puts one record together.
class RecordMaker {
  public:
    RecordMaker(const RegisterRow& row, RecordBody body, const RegisterTable& table, const RecordContext& context)
        : row_(row), table_(table), context_(context), body_(std::move(body)) {}

    Article make(const std::string& source) {
        article_.source = source;
        article_.url = row_.url;
        name();
        article_.published = row_.inspection.published;
        article_.inspected = row_.inspection.inspected;
        add(Field::provider, body_.slug, body_.label, body_.label);
        add_number();
        for (const std::string& type : row_.types)
            add(Field::type, type, row_.subtypes.empty() ? type : row_.subtypes.front());
        for (const std::string& subtype : row_.subtypes) add(Field::subtype, make_slug(subtype), subtype, subtype);
        add_owner();
        add_place();
        add(Field::kind, std::string(kRecordKind), table_.kind().label);
        if (!table_.kind().regulator.empty()) add(Field::regulator, table_.kind().regulator, table_.kind().label);
        if (!row_.sector.empty()) add(Field::sector, row_.sector, row_.sector);
        if (!row_.status.empty()) add(Field::status, row_.status, row_.status);
        add_inspection();
        write_text();
        return std::move(article_);
    }

  private:
    void name() {
        const RegisterInspection& newest = row_.inspection;
        std::string event = newest.number.empty() ? newest.day() : newest.number;
        if (event.empty()) event = "none";
        const std::string number = row_.number.empty() ? body_.slug : row_.number;
        article_.id = fmt::format("{}:{}:{}", table_.kind().name, number, event);
        article_.title = body_.label;
        // The kind of body stands in the title: some regimes are told by it.
        if (!row_.subtypes.empty()) article_.title += ", " + row_.subtypes.front();
        if (!table_.as_at().empty()) article_.title += fmt::format(" (register of {})", table_.as_at());
        article_.publisher = table_.kind().label;
    }

    void add(Field facet, const std::string& slug, const std::string& label, const std::string& quote) {
        if (slug.empty()) return;
        for (const FacetValue& value : article_.values)
            if (value.facet() == facet && value.slug() == slug) return;
        article_.values.emplace_back(facet, slug, label, make_register_evidence(field_row(facet).name, quote));
    }
    void add(Field facet, const std::string& slug, const std::string& quote) {
        add(facet, slug, label_of(facet, slug), quote);
    }

    void add_number() {
        const auto add_one = [&](const std::string& number) {
            if (!number.empty())
                article_.remarks.emplace_back(Field::number, make_slug(number), number,
                                              make_register_evidence("number", number));
        };
        add_one(row_.number);
        for (const std::string& number : row_.other_numbers) add_one(number);
        // The name alone, for a provider is called by it; names repeat, so it is no value.
        if (!row_.name.empty())
            for (const std::string& name : names())
                article_.remarks.emplace_back(Field::number, make_name_slug(name), name,
                                              make_register_evidence("name", name));
    }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all{row_.name};
        all.insert(all.end(), row_.other_names.begin(), row_.other_names.end());
        return all;
    }

    void add_owner() {
        const std::string owner = find_owner(row_, table_.kind(), context_.owners);
        for (const std::string& group : context_.groups.name(owner, row_.inspection.day()))
            add(Field::group, make_name_slug(group), group, owner);
    }

    void add_place() {
        if (!row_.authority.empty()) add(Field::authority, row_.authority, row_.authority);
        if (const std::string region = find_region(row_); !region.empty()) add(Field::region, region, region);
    }

    void add_inspection() {
        const RegisterInspection& newest = row_.inspection;
        if (newest.empty()) return;
        for (const auto& [field, day] : {std::pair<Field, const std::string&>(Field::inspected, newest.inspected),
                                         std::pair<Field, const std::string&>(Field::published, newest.published)})
            if (!day.empty())
                article_.remarks.emplace_back(field, day, day, make_register_evidence(field_row(field).name, day));
        const std::string year = newest.day().substr(0, 4);
        if (!year.empty()) add(Field::year, year, year, newest.day());
        if (!newest.grade.empty()) add(Field::grade, newest.grade, newest.printed_grade);
        for (const Judgement& judgement : newest.judgements)
            add(Field::judgement, judgement.area + ':' + judgement.grade,
                fmt::format("{}: {}", label_of(Field::judgement, judgement.area),
                            label_of(Field::grade, judgement.grade)),
                judgement.area);
        add_framework();
        add_award();
    }

    void add_award() {
        const RegisterInspection& newest = row_.inspection;
        Award award;
        award.provider = body_.slug;
        award.grade = newest.grade;
        award.scale = scale_of_grade(newest.grade);
        award.judgements = newest.judgements;
        for (const RegisterInspection& before : row_.earlier)
            if (award.previous.empty() && before.predecessor.empty() && !before.grade.empty())
                award.previous = before.grade;
        if (!award.grade.empty() && !award.previous.empty()) award.change = change_between(award.previous, award.grade);
        if (award.grade.empty() && award.previous.empty() && award.judgements.empty()) return;
        article_.awards.push_back(std::move(award));
    }

    // The framework follows from inspectorate, kind of body and day, as in reports.
    void add_framework() {
        CleanArticle opening;
        opening.title = article_.title;
        FacetContext context{.article = opening,
                             .regulator = table_.kind().regulator,
                             .kind = "report",
                             .visit = row_.inspection.visit,
                             .published = article_.published,
                             .inspected = article_.inspected,
                             .providers = {}};
        FoundProvider provider;
        provider.type = row_.types.empty() ? std::string() : row_.types.front();
        context.providers.push_back(std::move(provider));
        const Regime& regime = select_regime(context);
        // A list of newest full inspections names some of them monitoring: a grade is what makes them full. In a list
        // of events the kind stands as printed.
        const bool misprinted =
            table_.lists_newest() && !row_.inspection.grade.empty() && regime.gives_no_grade(row_.inspection.visit);
        const std::string visit = misprinted ? std::string() : row_.inspection.visit;
        if (!visit.empty()) add(Field::visit, visit, row_.inspection.event);
        const std::string framework(regime.framework_of(visit));
        const std::string line(regime.line_of(visit));
        if (!framework.empty()) add(Field::framework, framework, article_.date());
        if (!line.empty()) add(Field::line, line, article_.date());
    }

    void write_text() {
        for (const auto& [header, cell] : row_.cells) article_.text += fmt::format("{}: {}\n", header, cell);
        if (!article_.text.empty()) article_.text.pop_back();
    }

    const RegisterRow& row_;
    const RegisterTable& table_;
    const RecordContext& context_;
    RecordBody body_;
    Article article_;
};

}  // namespace

std::string owner_key(const RegisterKind& kind, std::string_view number) {
    return fmt::format("{}\t{}", kind.numbers, lower_case(number));
}

std::string find_owner(const RegisterRow& row, const RegisterKind& kind, const OwnersByNumber& owners) {
    const auto known = owners.find(owner_key(kind, row.number));
    return known == owners.end() ? row.owner : known->second;
}

std::string find_region(const RegisterRow& row) {
    if (!row.region.empty()) return row.region;
    const Council* council = gazetteer().find_council(row.authority);
    return council == nullptr ? std::string() : council->region;
}

Evidence make_register_evidence(std::string_view role, std::string_view quote) {
    return make_outside_evidence(Where::declared, quote, {"register", role, 1.0});
}

std::uint64_t hash_record_body(const RegisterRow& row, const RecordBody& body, const RegisterKind& kind) {
    const std::string number = row.number.empty() ? body.slug : lower_case(row.number);
    return fnv_hash(fmt::format("{}\t{}", kind.name, number));
}

Article make_record(const RegisterRow& row, const RecordBody& body, const RegisterTable& table,
                    const RecordContext& context, const std::string& source) {
    return RecordMaker(row, body, table, context).make(source);
}

}  // namespace findings

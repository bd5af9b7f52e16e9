#include <map>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/base/json_text.hpp"
#include "common/index/record.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/csv_cell.hpp"
#include "indexer/commands/run_command.hpp"
#include "indexer/publish/publish.hpp"
#include "indexer/records/compare_grades.hpp"

namespace findings {
namespace {

using Json = nlohmann::ordered_json;

/// One register row beside the article, ready to be printed.
struct Reconciled {
    Agreement agreement = Agreement::agrees;
    std::string provider;
    std::string row_id;
    std::string row_grade;
    std::string row_day;
    std::string article_id;
    std::string article_grade;
    std::string article_day;
    std::string sentence;  ///< that gives the article's grade
};

std::string quote_grade(const Article& article, const std::string& grade) {
    for (const FacetValue& value : article.values)
        if (value.facet() == Field::grade && value.slug() == grade) return value.evidence().quote;
    return {};
}

std::vector<Reconciled> reconcile(const Xapian::Database& database) {
    NewestGrades grades;
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id)
        grades.add(decode_record(database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data(), RecordPart::head), id);
    const auto read = [&](std::uint32_t id) { return decode_record(database.get_document(id).get_data()); };
    std::vector<Reconciled> all;
    for (const auto& [body, row] : grades.rows()) {
        const ToldGrade* article = grades.find_article(body);
        Reconciled& one = all.emplace_back();
        one.agreement = compare_grades(row, article);
        one.provider = body.first;
        one.row_id = read(row.document).id;
        one.row_grade = row.grade;
        one.row_day = row.day();
        if (article == nullptr) continue;
        const Article text = read(article->document);
        one.article_id = text.id;
        one.article_grade = article->grade;
        one.article_day = article->day();
        one.sentence = quote_grade(text, article->grade);
    }
    return all;
}

void print_csv(const std::vector<Reconciled>& all, std::ostream& out) {
    out << "result,provider,row,row_grade,row_day,article,article_grade,article_day,sentence\r\n";
    for (const Reconciled& one : all) {
        out << agreement_name(one.agreement);
        for (const std::string* cell : {&one.provider, &one.row_id, &one.row_grade, &one.row_day, &one.article_id,
                                        &one.article_grade, &one.article_day, &one.sentence})
            out << ',' << quote_csv_cell(*cell);
        out << "\r\n";
    }
}

void print_json(const std::vector<Reconciled>& all, std::ostream& out) {
    Json rows = Json::array();
    for (const Reconciled& one : all)
        rows.push_back({{"result", agreement_name(one.agreement)},
                        {"provider", one.provider},
                        {"row", {{"id", one.row_id}, {"grade", one.row_grade}, {"day", one.row_day}}},
                        {"article",
                         {{"id", one.article_id},
                          {"grade", one.article_grade},
                          {"day", one.article_day},
                          {"sentence", one.sentence}}}});
    out << dump_json_document({{"format_version", 1}, {"rows", std::move(rows)}});
}

void print_text(const std::vector<Reconciled>& all, std::ostream& out) {
    std::map<Agreement, std::size_t> counts;
    for (const Reconciled& one : all) ++counts[one.agreement];
    for (const auto& [agreement, count] : counts) out << fmt::format("{:<10} {}\n", agreement_name(agreement), count);
    for (const Reconciled& one : all)
        if (one.agreement == Agreement::differs)
            out << fmt::format("\n{}: register {} ({}), article {} ({})\n    {} {}\n    {}\n", one.provider,
                               label_of(Field::grade, one.row_grade), one.row_day,
                               label_of(Field::grade, one.article_grade), one.article_day, one.row_id, one.article_id,
                               one.sentence);
}

}  // namespace

Status run_reconcile(const IndexOptions& options, std::ostream& out) {
    const std::string live = find_live_generation(options.build.layout);
    std::vector<Reconciled> all;
    try {
        all = reconcile(Xapian::Database(options.build.layout.generation(live).string()));
    } catch (const Xapian::Error& error) {
        throw Error(Status::unavailable, fmt::format("generation {} cannot be read: {}", live, error.get_description()),
                    "findings-index verify says what is damaged");
    }
    if (options.csv)
        print_csv(all, out);
    else if (options.json)
        print_json(all, out);
    else
        print_text(all, out);
    for (const Reconciled& one : all)
        if (one.agreement == Agreement::differs) return Status::some_rejected;
    return Status::ok;
}

}  // namespace findings

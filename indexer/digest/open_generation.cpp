#include "indexer/digest/open_generation.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>
#include <xapian.h>

#include "common/base/date.hpp"
#include "common/base/error.hpp"
#include "common/index/generation.hpp"
#include "common/index/schema.hpp"
#include "common/index/slot_reader.hpp"
#include "common/index/terms.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/generation/fingerprint.hpp"
#include "indexer/generation/mark_records.hpp"

namespace findings {
namespace {

[[noreturn]] void fail(const std::string& name, const Xapian::Error& error) {
    throw Error(Status::unavailable, fmt::format("cannot read generation {}: {}", name, error.get_description()),
                "run findings-index verify");
}

StoryPrint make_print(const Fingerprint& fingerprint, Xapian::docid document) {
    return {static_cast<std::int64_t>(fingerprint.id), static_cast<std::int64_t>(fingerprint.content),
            static_cast<std::int64_t>(fingerprint.values), document};
}

const std::unordered_map<ValueId, const Term*>& packed_grades() {
    static const std::unordered_map<ValueId, const Term*> all = [] {
        std::unordered_map<ValueId, const Term*> grades;
        for (const Term& term : vocabulary(Field::grade)) grades.emplace(value_id(term.slug), &term);
        return grades;
    }();
    return all;
}

// False for what is no grade: none given, inferred, of nobody, or declared outside the vocabulary.
bool set_grade(ValueId grade, bool has_areas, GivenGrade& given) {
    if (const auto found = packed_grades().find(grade); found != packed_grades().end()) {
        given.scale = found->second->scale;
        given.grade = found->second->slug;
        return true;
    }
    if (grade != 0 || !has_areas) return false;
    given.scale = kAreaScale;
    return true;
}

}  // namespace

struct OpenedGeneration::Impl {
    std::string name;
    std::string built_at;
    Xapian::Database database;
};

OpenedGeneration::OpenedGeneration(const std::filesystem::path& folder) : impl_(std::make_unique<Impl>()) {
    impl_->name = folder.filename().string();
    try {
        impl_->database = Xapian::Database(folder.string());
        const std::string format = impl_->database.get_metadata(std::string(metadata::kFormat));
        if (format != std::to_string(kIndexFormat))
            throw Error(Status::unavailable,
                        fmt::format("generation {} has format {}, this program reads {}", impl_->name,
                                    format.empty() ? "unknown" : format, kIndexFormat),
                        "it can still be searched by the release that built it");
        impl_->built_at = impl_->database.get_metadata(std::string(metadata::kBuiltAt));
    } catch (const Xapian::Error& error) {
        fail(impl_->name, error);
    }
}

OpenedGeneration::~OpenedGeneration() = default;
OpenedGeneration::OpenedGeneration(OpenedGeneration&&) noexcept = default;

const std::string& OpenedGeneration::name() const { return impl_->name; }
const std::string& OpenedGeneration::built_at() const { return impl_->built_at; }
std::size_t OpenedGeneration::story_count() const { return impl_->database.get_doccount(); }

std::vector<StoryPrint> OpenedGeneration::list_stories() const try {
    const Xapian::Database& database = impl_->database;
    std::vector<StoryPrint> stories;
    stories.reserve(database.get_doccount());
    SlotReader prints(database, kSlotFingerprint);
    const std::vector<bool> records = mark_records(database);
    for (Xapian::docid document = 1; document <= database.get_lastdocid(); ++document) {
        if (records[document]) continue;
        auto fingerprint = unpack_fingerprint(prints.read(document));
        if (!fingerprint) fingerprint = make_fingerprint(read(document));
        stories.push_back(make_print(*fingerprint, document));
    }
    std::sort(stories.begin(), stories.end(), [](const StoryPrint& a, const StoryPrint& b) { return a.id < b.id; });
    return stories;
} catch (const Xapian::Error& error) {
    fail(impl_->name, error);
}

KnownGrades OpenedGeneration::list_grades() const try {
    const Xapian::Database& database = impl_->database;
    KnownGrades known;
    const std::vector<bool> records = mark_records(database);
    SlotReader inspected(database, field_row(Field::inspected).slot);
    SlotReader dated(database, field_row(Field::date).slot);
    for (auto packed = database.valuestream_begin(kSlotFacets); packed != database.valuestream_end(kSlotFacets);
         ++packed) {
        if (records[packed.get_docid()]) continue;
        const std::string bytes = *packed;
        const FacetView view(bytes);
        if (view.award_count() == 0) continue;
        GivenGrade given;
        const FacetView::Ids regulators = view.ids(facet_index(Field::regulator));
        if (regulators.count > 0) given.regulator = regulators.at(0);
        given.day = inspected.read(packed.get_docid());
        given.inspected = !given.day.empty();
        if (!given.inspected) given.day = dated.read(packed.get_docid());
        for (std::size_t i = 0; i < view.award_count(); ++i) {
            const PackedAward award = view.award(i);
            if (award.area) continue;
            given.provider = award.provider;
            const bool has_areas = view.ids(facet_index(Field::judgement)).count > 0;
            if (award.provider != 0 && !award.inferred && set_grade(award.grade, has_areas, given)) known.add(given);
        }
    }
    return known;
} catch (const Xapian::Error& error) {
    fail(impl_->name, error);
}

Article OpenedGeneration::read(std::uint32_t document, RecordPart part) const try {
    return decode_record(impl_->database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data(), part);
} catch (const Xapian::Error& error) {
    fail(impl_->name, error);
}

std::uint32_t OpenedGeneration::find(const std::string& id) const try {
    const std::string term = exact_term(Field::id, id);
    const auto posting = impl_->database.postlist_begin(term);
    return posting == impl_->database.postlist_end(term) ? 0 : *posting;
} catch (const Xapian::Error& error) {
    fail(impl_->name, error);
}

std::string find_day(const Article& article) {
    return day_key(article.inspected.empty() ? article.date() : article.inspected);
}

std::vector<GivenGrade> list_given_grades(const Article& article) {
    std::vector<GivenGrade> grades;
    const std::vector<std::string> regulators = article.slugs(Field::regulator);
    for (const Award& award : article.awards) {
        GivenGrade given;
        given.provider = value_id(award.provider);
        if (!regulators.empty()) given.regulator = value_id(regulators.front());
        given.day = find_day(article);
        given.inspected = !article.inspected.empty();
        const bool graded = set_grade(value_id(award.grade), !award.judgements.empty(), given);
        if (given.provider == 0 || award.inferred || !graded) given.provider = 0;
        grades.push_back(given);
    }
    return grades;
}

}  // namespace findings

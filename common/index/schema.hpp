#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace findings {

/// Every field of the product. The order is free; slots and prefixes are given explicitly below.
enum class Field : std::uint8_t {
    id,
    url,
    title,
    source,
    publisher,
    provider,
    group,
    framework,
    line,
    type,
    region,
    authority,
    grade,
    judgement,
    theme,
    strength,
    weakness,
    kind,
    visit,
    action,
    regulator,
    sector,
    status,
    subtype,
    year,
    was,
    change,
    number,
    published,
    inspected,
    date,
    form,
    direction,
    repeated,
    addressee,
};

/// What a field is to the index.
enum class FieldKind : std::uint8_t {
    unique,  ///< boolean term, one article each
    text,    ///< words with positions under a prefix of their own
    facet,   ///< boolean term, packed facet slot, counted; every facet is also a filter
    filter,  ///< boolean term only
    range,   ///< value slot with YYYYMMDD
};

/// Whether the values of a facet are known in advance (a data file) or found in the articles.
enum class Vocabulary : std::uint8_t { none, closed, open };

/// A slot number no document uses.
inline constexpr std::uint32_t kNoSlot = 0xffffffffU;

/// One row of the field table.
struct FieldRow {
    Field field;
    std::string_view name;   ///< option, query field and JSON key
    std::string_view label;  ///< as printed
    FieldKind kind;
    std::string_view prefix;  ///< Xapian term prefix, "" where the field has no terms
    std::uint32_t slot;       ///< value slot of a range field, else kNoSlot
    Vocabulary vocabulary;
    bool multi_valued;
    std::string_view example;
    std::string_view help;
};

/// Value slots that belong to no single field. Never reuse a number: kIndexFormat must rise instead.
inline constexpr std::uint32_t kSlotFacets = 0;        ///< packed facet values and awards (facet_pack.hpp)
inline constexpr std::uint32_t kSlotOrder = 1;         ///< newest first, then id: the tie-break of every sort
inline constexpr std::uint32_t kSlotGrade = 2;         ///< worst first, ungraded last
inline constexpr std::uint32_t kSlotProvider = 3;      ///< folded provider label, none last
inline constexpr std::uint32_t kSlotOldest = 4;        ///< YYYYMMDD of `date`, undated last
inline constexpr std::uint32_t kSlotFingerprint = 8;   ///< hashes of id, content and values, for comparing generations
inline constexpr std::uint32_t kSlotPositions = 9;     ///< where the words of title and text stand (position_pack.hpp)
inline constexpr std::uint32_t kSlotByInspected = 11;  ///< YYYYMMDD of the visit, else of publication
inline constexpr std::uint32_t kSlotByPublished = 12;  ///< YYYYMMDD of publication, else of the visit
inline constexpr std::uint32_t kSlotGone = 13;  ///< YYYYMMDD from which on registers have a record's body no more

/// The value of facet `kind` of a register's row.
inline constexpr std::string_view kRecordKind = "record";

inline constexpr std::uint32_t kSlotStory = 10;  ///< of a finding: where it stands (finding_place.hpp)

/// Version of terms, slots, record, metadata and files together. A searcher refuses any other.
inline constexpr int kIndexFormat = 6;

// Prefixes: Q (id), S (title) and U (URL) follow Xapian's conventions; X... are user prefixes. Slugs are
// lower case, so an upper-case prefix needs no colon.
inline constexpr std::array kFields{
    FieldRow{Field::id, "id", "Identifier", FieldKind::unique, "Q", kNoSlot, Vocabulary::none, false, "id:a1b2c3",
             "the article's identifier"},
    FieldRow{Field::url, "url", "Address", FieldKind::filter, "U", kNoSlot, Vocabulary::none, false,
             "url:https://example.org/report", "the page it was saved from"},
    FieldRow{Field::title, "title", "Title", FieldKind::text, "S", kNoSlot, Vocabulary::none, false, "title:fostering",
             "a word or phrase of the title"},
    FieldRow{Field::source, "source", "Source", FieldKind::filter, "XSO", kNoSlot, Vocabulary::none, false,
             "source:kent/future.txt", "the file it came from, relative to the folder that was indexed"},
    FieldRow{Field::publisher, "publisher", "Publisher", FieldKind::filter, "XPU", kNoSlot, Vocabulary::none, false,
             "publisher:\"Kent Online\"", "who published it, when the page says so"},
    FieldRow{Field::provider, "provider", "Provider", FieldKind::facet, "XPR", kNoSlot, Vocabulary::open, true,
             "provider:medway", "the inspected body"},
    FieldRow{Field::group, "group", "Group", FieldKind::facet, "XGP", kNoSlot, Vocabulary::open, true,
             "group:\"Slough Children First\"", "the company, council or trust that owns or runs the provider"},
    FieldRow{Field::framework, "framework", "Framework", FieldKind::facet, "XFW", kNoSlot, Vocabulary::closed, true,
             "framework:ilacs", "the inspection framework"},
    FieldRow{Field::line, "line", "Line of frameworks", FieldKind::facet, "XLN", kNoSlot, Vocabulary::closed, true,
             "line:council-services", "frameworks that succeed one another for one kind of body"},
    FieldRow{Field::type, "type", "Provider type", FieldKind::facet, "XTY", kNoSlot, Vocabulary::closed, true,
             "type:fostering-agency", "what kind of body was inspected"},
    FieldRow{Field::region, "region", "Region", FieldKind::facet, "XRG", kNoSlot, Vocabulary::closed, true,
             "region:south-east", "English region or nation"},
    FieldRow{Field::authority, "authority", "Council area", FieldKind::facet, "XAU", kNoSlot, Vocabulary::closed, true,
             "authority:kent", "the council area where the provider is"},
    FieldRow{Field::grade, "grade", "Grade", FieldKind::facet, "XGR", kNoSlot, Vocabulary::closed, true,
             "grade:inadequate", "overall grade awarded by the inspection the article is about"},
    FieldRow{Field::judgement, "judgement", "Judgement", FieldKind::facet, "XJU", kNoSlot, Vocabulary::closed, true,
             "judgement:leaders:inadequate", "grade of one area, as area:grade"},
    FieldRow{Field::theme, "theme", "Theme", FieldKind::facet, "XTH", kNoSlot, Vocabulary::closed, true,
             "theme:vetting", "what the article makes a finding about"},
    FieldRow{Field::strength, "strength", "Strength", FieldKind::facet, "XST", kNoSlot, Vocabulary::closed, true,
             "strength:leadership", "a theme the article praises"},
    FieldRow{Field::weakness, "weakness", "Weakness", FieldKind::facet, "XWK", kNoSlot, Vocabulary::closed, true,
             "weakness:staffing", "a theme the article faults"},
    FieldRow{Field::kind, "kind", "Kind", FieldKind::facet, "XKI", kNoSlot, Vocabulary::closed, true, "kind:report",
             "report, letter, news, press release, overview, record or other"},
    FieldRow{Field::visit, "visit", "Visit", FieldKind::facet, "XVI", kNoSlot, Vocabulary::closed, true,
             "visit:monitoring", "the kind of inspection visit"},
    FieldRow{Field::action, "action", "Action", FieldKind::facet, "XAC", kNoSlot, Vocabulary::closed, true,
             "action:suspension", "what the inspectorate required or did"},
    FieldRow{Field::regulator, "regulator", "Regulator", FieldKind::facet, "XRE", kNoSlot, Vocabulary::closed, true,
             "regulator:ofsted", "the inspectorate"},
    FieldRow{Field::sector, "sector", "Sector", FieldKind::facet, "XSC", kNoSlot, Vocabulary::closed, true,
             "sector:private", "who owns it: private, voluntary, council, health or other"},
    FieldRow{Field::status, "status", "Status", FieldKind::facet, "XSS", kNoSlot, Vocabulary::closed, true,
             "status:active", "of a register's row: active, resigned, closed and the like"},
    FieldRow{Field::subtype, "subtype", "Subtype", FieldKind::facet, "XSB", kNoSlot, Vocabulary::open, true,
             "subtype:\"Secure children's home\"", "the kind of body as its register prints it"},
    FieldRow{Field::year, "year", "Year", FieldKind::facet, "XYR", kNoSlot, Vocabulary::open, false, "year:2024",
             "year of the article's date"},
    FieldRow{Field::was, "was", "Previous grade", FieldKind::filter, "XWA", kNoSlot, Vocabulary::closed, true,
             "was:good", "grade before this inspection"},
    FieldRow{Field::change, "change", "Change of grade", FieldKind::filter, "XCH", kNoSlot, Vocabulary::closed, true,
             "change:declined", "improved, declined, unchanged or first, within one scale"},
    FieldRow{Field::number, "number", "Number", FieldKind::filter, "XNU", kNoSlot, Vocabulary::open, true,
             "number:SC900001", "a body's number in a register: URN, location id and the like"},
    FieldRow{Field::published, "published", "Published", FieldKind::range, "", 5, Vocabulary::none, false,
             "published:2023..2024-06", "day of publication"},
    FieldRow{Field::inspected, "inspected", "Inspected", FieldKind::range, "", 6, Vocabulary::none, false,
             "inspected:..2022", "last day of the inspection"},
    FieldRow{Field::date, "date", "Date", FieldKind::range, "", 7, Vocabulary::none, false, "date:2024-03",
             "published, else inspected"},
    FieldRow{Field::form, "form", "Form", FieldKind::filter, "XFM", kNoSlot, Vocabulary::closed, false,
             "form:priority-action", "of findings: priority action, requirement, recommendation or sentence"},
    FieldRow{Field::direction, "direction", "Direction", FieldKind::filter, "XDI", kNoSlot, Vocabulary::closed, false,
             "direction:weakness", "of findings: weakness, strength or mixed"},
    FieldRow{Field::repeated, "repeated", "Repeated", FieldKind::filter, "XRP", kNoSlot, Vocabulary::closed, false,
             "repeated:yes", "of findings: whether an earlier inspection of the same body said the same"},
    FieldRow{Field::addressee, "addressee", "Addressee", FieldKind::filter, "XAD", kNoSlot, Vocabulary::closed, false,
             "addressee:other", "of findings: provider, or other where another body must act"},
};

namespace schema_checks {
consteval bool rows_follow_the_enum() {
    for (std::size_t i = 0; i < kFields.size(); ++i)
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
    return true;
}
consteval bool names_prefixes_and_slots_are_unique() {
    for (std::size_t i = 0; i < kFields.size(); ++i)
        for (std::size_t j = i + 1; j < kFields.size(); ++j) {
            if (kFields[i].name == kFields[j].name) return false;
            if (!kFields[i].prefix.empty() && kFields[i].prefix == kFields[j].prefix) return false;
            if (kFields[i].slot != kNoSlot && kFields[i].slot == kFields[j].slot) return false;
        }
    return true;
}
consteval bool range_slots_stand_clear_of_the_shared_ones() {
    for (const FieldRow& row : kFields)
        if (row.slot <= kSlotOldest || row.slot == kSlotFingerprint || row.slot == kSlotPositions ||
            row.slot == kSlotStory || row.slot == kSlotGone || row.slot == kSlotByInspected ||
            row.slot == kSlotByPublished)
            return false;  // kNoSlot is above every slot
    return true;
}
consteval bool facets_have_a_vocabulary_and_a_prefix() {
    for (const FieldRow& row : kFields)
        if (row.kind == FieldKind::facet && (row.vocabulary == Vocabulary::none || row.prefix.empty())) return false;
    return true;
}
static_assert(rows_follow_the_enum());
static_assert(names_prefixes_and_slots_are_unique());
static_assert(range_slots_stand_clear_of_the_shared_ones());
static_assert(facets_have_a_vocabulary_and_a_prefix());
}  // namespace schema_checks

/// Whether a field belongs to findings: stories have no value of it.
constexpr bool is_finding_field(Field field) {
    return field == Field::form || field == Field::direction || field == Field::repeated || field == Field::addressee;
}

/// The row of a field.
constexpr const FieldRow& field_row(Field field) { return kFields[static_cast<std::size_t>(field)]; }

/// The row with that name, or nullptr.
constexpr const FieldRow* find_field(std::string_view name) {
    for (const FieldRow& row : kFields)
        if (row.name == name) return &row;
    return nullptr;
}

/// Number of facets, and the facets in table order.
inline constexpr std::size_t kFacetCount = [] {
    std::size_t count = 0;
    for (const FieldRow& row : kFields) count += row.kind == FieldKind::facet ? 1U : 0U;
    return count;
}();
inline constexpr std::array<Field, kFacetCount> kFacets = [] {
    std::array<Field, kFacetCount> facets{};
    std::size_t next = 0;
    for (const FieldRow& row : kFields)
        if (row.kind == FieldKind::facet) facets[next++] = row.field;
    return facets;
}();

/// Position of a facet in kFacets. Requires: field_row(facet).kind == FieldKind::facet.
constexpr std::size_t facet_index(Field facet) {
    for (std::size_t i = 0; i < kFacets.size(); ++i)
        if (kFacets[i] == facet) return i;
    return kFacets.size();
}

}  // namespace findings

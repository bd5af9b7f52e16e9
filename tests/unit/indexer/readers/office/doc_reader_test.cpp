#include "indexer/readers/office/doc_reader.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "common/base/little_endian.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

constexpr std::size_t kSector = 512;
constexpr std::size_t kStreamBytes = 4096;  // no smaller, or it would stand among the small sectors
constexpr std::size_t kTextPlace = 0x400;
constexpr std::uint64_t kEnd = 0xfffffffe;

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
    std::string number;
    append_little_endian(number, value, size);
    bytes.replace(at, size, number);
}

void put_entry(std::string& folder, std::size_t index, std::string_view name, char type, std::uint64_t start,
               std::uint64_t size) {
    const std::size_t at = 128 * index;
    for (std::size_t i = 0; i < name.size(); ++i) folder[at + 2 * i] = name[i];
    put(folder, at + 64, 2 * name.size() + 2, 2);
    folder[at + 66] = type;
    put(folder, at + 116, start, 4);
    put(folder, at + 120, size, 4);
}

/// An old Office file of two streams.
std::string ole_file(std::string_view name, std::string first, std::string second) {
    first.resize(kStreamBytes, '\0');
    second.resize(kStreamBytes, '\0');
    std::string header(kSector, '\0');
    header.replace(0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(header, 30, 9, 2);
    put(header, 44, 1, 4);
    put(header, 48, 1, 4);
    put(header, 56, 4096, 4);
    put(header, 60, kEnd, 4);
    put(header, 68, kEnd, 4);
    for (std::size_t i = 0; i < 109; ++i) put(header, 76 + 4 * i, i == 0 ? 0 : 0xffffffff, 4);
    std::string table(kSector, '\xff');
    put(table, 0, 0xfffffffd, 4);
    put(table, 4, kEnd, 4);
    constexpr std::size_t kSectors = kStreamBytes / kSector;
    for (std::size_t i = 0; i < 2 * kSectors; ++i) put(table, 4 * (2 + i), (i + 1) % kSectors == 0 ? kEnd : 3 + i, 4);
    std::string folder(kSector, '\0');
    put_entry(folder, 0, "Root Entry", 5, kEnd, 0);
    put_entry(folder, 1, name, 2, 2, kStreamBytes);
    put_entry(folder, 2, "1Table", 2, 2 + kSectors, kStreamBytes);
    return header + table + folder + first + second;
}

/// A document of these parts, each character a byte of Windows-1252: text, footnotes, headers.
std::string old_document(std::array<std::string, 3> parts, std::uint64_t flags = 0) {
    std::string document(kTextPlace, '\0');
    put(document, 0, 0xa5ec, 2);
    put(document, 2, 0x00c1, 2);
    put(document, 0x0a, 0x0200 | flags, 2);
    for (std::size_t i = 0; i < parts.size(); ++i) put(document, 0x4c + 4 * i, parts[i].size(), 4);
    const std::string text = parts[0] + parts[1] + parts[2];
    std::string pieces("\x02", 1);
    append_little_endian(pieces, 16, 4);
    append_little_endian(pieces, 0, 4);
    append_little_endian(pieces, text.size(), 4);
    append_little_endian(pieces, 0, 2);
    append_little_endian(pieces, (2 * kTextPlace) | 0x40000000, 4);
    append_little_endian(pieces, 0, 2);
    put(document, 0x1a2, 0, 4);
    put(document, 0x1a6, pieces.size(), 4);
    return ole_file("WordDocument", document + text, pieces);
}

}  // namespace

TEST_CASE(
    "an old Word document gives paragraphs, rows, what fields show, then footnotes, then headers as boilerplate") {
    CHECK(
        summarise(read_as("a.doc", old_document({"Findings\rStaff\x92s work is kind.\rArea\aGrade\a\aLeaders\aGood\a\a"
                                                 "See \x13 HYPERLINK x \x14the report\x15.\r",
                                                 "As of May.\r", "Inspection report\r"}))) ==
        "paragraph: Findings\nparagraph: Staff\u2019s work is kind.\nrow: Area\tGrade\nrow: Leaders\tGood\n"
        "paragraph: See the report.\nparagraph: As of May.\nboilerplate: Inspection report\n");
}

TEST_CASE("an old Office file that is locked, cut short, empty or another program's says so") {
    const std::string whole = old_document({"Staff are kind.\r", "", ""});
    CHECK(summarise(read_as("a.doc", whole)) == "paragraph: Staff are kind.\n");
    CHECK(reason_of(read_as("a.doc", old_document({"x\r", "", ""}, 0x0100))) == "encrypted");
    CHECK(reason_of(read_as("a.doc", whole.substr(0, 3000))) == "corrupt");
    CHECK(reason_of(read_as("a.doc", whole.substr(0, 100))) == "corrupt");
    CHECK(reason_of(read_as("a.doc", old_document({"\r\r", "", ""}))) == "no-text");
    CHECK(summarise(read_as("a.doc", ole_file("Workbook", "", ""))) ==
          "rejected mismatch: an old Excel workbook named .doc\n");
    CHECK(summarise(read_as("a.docx", whole)) == "rejected mismatch: an old Word document named .docx\n");
    CHECK(reason_of(read_as("a.docx", ole_file("EncryptedPackage", "", ""))) == "encrypted");
}

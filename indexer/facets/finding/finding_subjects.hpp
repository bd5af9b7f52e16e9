#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace findings {

/// What an entry of a list is about: rows of data/finding_subjects.tsv in the order named, each once.
struct FindingSubjects {
    std::vector<std::uint32_t> head;  ///< of what has to be done
    std::vector<std::uint32_t> rest;  ///< named in what it is for ("so that …", "including …")
};
FindingSubjects read_subjects(std::string_view text);

/// How far a later entry says what an earlier one said.
enum class SameSubject : unsigned char { no, partial, full };

/// full: they ask for the same, one of them perhaps for more. partial: the main subject of one is a part of the other.
SameSubject compare_subjects(const FindingSubjects& earlier, const FindingSubjects& later);

/// Whether a text says itself that it was asked for at an earlier inspection.
bool says_repeated(std::string_view text);

}  // namespace findings

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/index/article.hpp"
#include "indexer/records/owner_groups.hpp"
#include "indexer/records/record_body.hpp"
#include "indexer/register_files/rows/read_register.hpp"

namespace findings {

/// Owners of bodies by number, from registers that tell nothing else: kind of number, a tab, the number -> the owner.
using OwnersByNumber = std::unordered_map<std::string, std::string>;

/// Key of OwnersByNumber.
std::string owner_key(const RegisterKind& kind, std::string_view number);

/// What records of all registers share.
struct RecordContext {
    OwnersByNumber owners;
    OwnerGroups groups;
};

/// The owner of a row's body: as a register of owners has it, else as the row does; may be empty.
std::string find_owner(const RegisterRow& row, const RegisterKind& kind, const OwnersByNumber& owners);

/// The region of a row, else that of its council; slug, may be empty.
std::string find_region(const RegisterRow& row);

/// Evidence for what a register says.
Evidence make_register_evidence(std::string_view role, std::string_view quote);

/// The body that a row tells of, across the registers of its kind. `body`: what it is called.
std::uint64_t hash_record_body(const RegisterRow& row, const RecordBody& body, const RegisterKind& kind);

/// A register's row as an article of kind `record`: provider, number, types, owner, place, the newest grade that is the
/// body's own, and the row as text. Evidence: declared by `register`. `body`: what it is called; `source`: the file's
/// name.
Article make_record(const RegisterRow& row, const RecordBody& body, const RegisterTable& table,
                    const RecordContext& context, const std::string& source);

}  // namespace findings

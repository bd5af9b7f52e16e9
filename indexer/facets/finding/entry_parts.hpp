#pragma once

#include <string>
#include <string_view>

namespace findings {

/// What an entry says of itself, as printed; empty where nothing is.
struct EntryParts {
    std::string addressee;   ///< "West Midlands Police" of "West Midlands Police should …"
    std::string due;         ///< "31 March 2025" of "By 31 March 2025, the provider must …"
    std::string regulation;  ///< "Regulation 12 (1)(2)(a)"
    std::string reference;   ///< "Outcome three" of "… (Outcome three)"
};
EntryParts read_entry_parts(std::string_view text);

/// Whether an addressee is a body by its name ("NHS Nottingham", "West Midlands Police"), not "leaders" or "the trust".
bool names_a_body(std::string_view addressee);

}  // namespace findings

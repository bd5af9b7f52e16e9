#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace findings {

/// Why a file, or a record of one, is not searchable. Names are the contract's.
enum class RejectionReason : std::uint8_t {
    empty,
    unsupported,
    undecodable,
    binary,
    corrupt,
    mismatch,
    encrypted,
    image_only,
    too_large,
    timed_out,
    no_text,
    placeholder,
    bad_record,
    duplicate_id,
    poor_scan,
    unreadable,
};

/// One row of the reason table: name as printed, and what the user can do about it.
struct RejectionRow {
    RejectionReason reason;
    std::string_view name;
    std::string_view hint;
};

inline constexpr std::array kRejections{
    RejectionRow{RejectionReason::empty, "empty", "save the page again; the file holds nothing"},
    RejectionRow{RejectionReason::unsupported, "unsupported", "save it as PDF, .docx, HTML or text"},
    RejectionRow{RejectionReason::undecodable, "undecodable", "save it as UTF-8"},
    RejectionRow{RejectionReason::binary, "binary", "this is not text; save the article itself"},
    RejectionRow{RejectionReason::corrupt, "corrupt", "fetch it again; the file is damaged or cut short"},
    RejectionRow{RejectionReason::mismatch, "mismatch", "fetch it again, or rename it to what it is"},
    RejectionRow{RejectionReason::encrypted, "encrypted", "remove the password and save it again"},
    RejectionRow{RejectionReason::image_only, "image-only", "save it as text, or run OCR on it (for example ocrmypdf)"},
    RejectionRow{RejectionReason::too_large, "too-large", "split the file"},
    RejectionRow{RejectionReason::timed_out, "timed-out", "open and save it again with another program"},
    RejectionRow{RejectionReason::no_text, "no-text", "the page holds no article text; save it after it has loaded"},
    RejectionRow{RejectionReason::placeholder, "placeholder",
                 "the page says that there is no article here; fetch it again, signed in or later"},
    RejectionRow{RejectionReason::bad_record, "bad-record", "mend the record; the others of the file are indexed"},
    RejectionRow{RejectionReason::duplicate_id, "duplicate-id", "give each article an id of its own"},
    RejectionRow{RejectionReason::poor_scan, "poor-scan",
                 "it can be searched, but words may be wrong; scan it again, sharper or at 300 dpi"},
    RejectionRow{RejectionReason::unreadable, "unreadable", "check that the file is there and may be read"},
};

/// The row of a reason.
constexpr const RejectionRow& rejection_row(RejectionReason reason) {
    return kRejections[static_cast<std::size_t>(reason)];
}

/// Whether the same file may well be read the next time: rights change, and a slow or crowded night is not the file's
/// fault. Such a rejection is not remembered.
constexpr bool may_pass(RejectionReason reason) {
    return reason == RejectionReason::unreadable || reason == RejectionReason::timed_out;
}

/// One file, or one record of it, that is not searchable.
struct Rejection {
    std::string source;  ///< path relative to its SOURCE
    RejectionReason reason = RejectionReason::unreadable;
    std::string detail;      ///< what was seen, e.g. "an HTML page named .pdf"
    std::size_t line = 0;    ///< 1-based line of a JSON Lines file, or index in a JSON array; 0 elsewhere
    std::string hint = {};   ///< the row's hint unless the reader knows better
    std::string since = {};  ///< UTC time of the build that rejected it first; empty where that is not asked or known
};

}  // namespace findings

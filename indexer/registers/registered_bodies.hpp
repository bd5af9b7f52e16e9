#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace findings {

/// An inspected body of the national lists.
struct RegisteredBody {
    std::string_view label;
    std::string_view type;       ///< slug
    std::string_view regulator;  ///< slug of its inspectorate, may be empty
    std::string_view council;    ///< slug, empty where it serves several
    std::string_view region;     ///< slug, may be empty
    std::string_view owner;      ///< a hospital's trust, an agency's company; may be empty
    std::string_view valid_to;   ///< ISO day, month or year; empty while it stands
};

/// A name of a registered body.
struct RegisteredName {
    std::uint32_t body = 0;
    bool brief = false;  ///< initials or half a name: believed beside a full name or a place only
    std::string_view text;
};

/// The national lists compiled in. Source: indexer/data/bodies.tsv.
struct BodyRegister {
    std::vector<RegisteredBody> bodies;
    std::vector<RegisteredName> names;  ///< `value` of a PhraseKind::body match is a row of these
};

/// Read once, on first use. Thread-safe.
const BodyRegister& body_register();

}  // namespace findings

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What a file's name says it holds.
struct NamedType {
    ContentType type = ContentType::text;
    bool gzip = false;      ///< the name ends in .gz
    std::string extension;  ///< lower case with its dot, without .gz; as written to the user
};

/// What the name says; nullopt for a name without a known extension.
std::optional<NamedType> name_type(const std::filesystem::path& path);

/// How the program of that extension opens what starts with `head`: Word opens pages, web archives, and documents of
/// its newer format that are named .doc. Any other name as it is.
NamedType name_as_opened(std::string_view head, const NamedType& name);

/// How many bytes at the start of a file tell what it is.
inline constexpr std::size_t kHeadBytes = 4096;

/// How a compound file of Microsoft's begins: old Office documents, and newer ones that ask for a password.
inline constexpr std::string_view kOleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What is wrong with content that starts with `head` under a name that promises `type`, e.g. "an HTML page
/// named .pdf"; nullopt when the two agree.
std::optional<std::string> find_mismatch(std::string_view head, const NamedType& name);

/// The charset that an HTML page's start declares (meta tag or XML prolog); empty when it declares none.
std::string find_declared_charset(std::string_view head);

}  // namespace findings

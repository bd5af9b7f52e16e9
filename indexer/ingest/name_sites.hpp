#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// The host of an address without "www.", "m." and "amp."; empty when it names none.
std::string find_host(std::string_view address);

/// Hashes of the sites an article belongs to. Its host; without one its publisher; without that the topmost and the
/// innermost of its folders below the SOURCE, for people keep their saved pages by paper, and by paper and month.
/// `file` is absolute, `source` the same file's path below its SOURCE. None for pages of an inspectorate.
std::vector<std::uint64_t> name_sites(const RawArticle& raw, const std::filesystem::path& file,
                                      std::string_view source);

/// Whether an article says by its address or publisher which site it is from.
bool names_site(const RawArticle& raw);

/// The sites an article may belong to when nobody knows the SOURCE: host, publisher or every folder above the file.
std::vector<std::uint64_t> name_possible_sites(const RawArticle& raw, const std::filesystem::path& file);

}  // namespace findings

#pragma once

#include "common/index/article.hpp"
#include "indexer/article/clean_article.hpp"
#include "indexer/facets/extract_facets.hpp"
#include "indexer/ingest/scan_sources.hpp"

namespace findings {

/// Where an article's identifier comes from. A declared one (id or address) that repeats is the user's mistake; one
/// found in the page or made from the path gives way, so that a page saved twice is folded instead of lost.
enum class IdOrigin : std::uint8_t { declared, found };

/// An article ready for the spool.
struct AssembledArticle {
    Article article;
    IdOrigin id_origin = IdOrigin::found;
};

/// What an article may be called by besides its source path.
struct ArticleNames {
    std::string id;
    std::string url;  ///< may be empty
};

/// The address of an article: declared, else what the page says of itself; empty when there is none.
std::string find_address(const std::map<std::string, std::vector<std::string>>& declared,
                         const std::vector<std::pair<std::string, std::string>>& metadata);

/// The identifier and address of an article. `line` is its record number, 0 where a file is one article.
ArticleNames name_article(const CleanArticle& clean, std::size_t line);

/// Puts together what the steps found. The identifier is the declared one, else a hash of the address, else a hash
/// of the path relative to its SOURCE (with the line of a JSON Lines file).
AssembledArticle assemble_article(const CleanArticle& clean, ExtractedFacets facets, const SourceFile& file,
                                  std::size_t line);

/// The identifier made from a file's name, with the record number where a file holds several (else 0).
std::string make_path_id(std::string_view source, std::size_t line);

}  // namespace findings

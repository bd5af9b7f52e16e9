#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/schema.hpp"

namespace findings {

/// A value of a closed facet as a generation knows it.
struct KnownValue {
    std::string slug;
    std::string label;
};

/// Where the values of closed facets come from, besides the built-in vocabulary: declared extras, council
/// areas.
class VocabularySource {
  public:
    virtual ~VocabularySource() = default;
    /// The generation's values of a field, in print order. The reference holds as long as the source.
    virtual const std::vector<KnownValue>& values(Field field) = 0;
    /// Whether some story has that value of an open facet.
    virtual bool has_value(Field field, std::string_view slug) = 0;
    /// The providers that go by a number, or by a name that several may have, as registers say. Slugs, each once.
    virtual std::vector<std::string> providers_of(std::string_view number) = 0;
};

/// Only the built-in vocabularies: for tests and for parsing without an index.
class BuiltInVocabulary : public VocabularySource {
  public:
    const std::vector<KnownValue>& values(Field field) override;
    bool has_value(Field /*field*/, std::string_view /*slug*/) override { return false; }
    std::vector<std::string> providers_of(std::string_view /*number*/) override { return {}; }
};

/// The labels in the metadata of one or several generations (searched as one), read when first asked for.
class GenerationVocabulary : public VocabularySource {
  public:
    /// One database for each generation: metadata of a combined database is the first's only.
    explicit GenerationVocabulary(std::vector<Xapian::Database> generations) : generations_(std::move(generations)) {}
    const std::vector<KnownValue>& values(Field field) override;
    bool has_value(Field field, std::string_view slug) override;
    std::vector<std::string> providers_of(std::string_view number) override;

  private:
    std::vector<Xapian::Database> generations_;
    std::map<Field, std::vector<KnownValue>> cache_;
};

}  // namespace findings

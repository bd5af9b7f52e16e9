#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/article.hpp"
#include "common/text/analyzer.hpp"
#include "indexer/exports/export_fields.hpp"

namespace findings {

/// Keywords, days and texts of one exported document, by field; an empty list is left out.
using ExportValues = std::map<std::string, std::vector<std::string>>;

/// Words of one field, in the order of their positions, and the text that their offsets are in.
struct ExportWords {
    std::string text;
    std::vector<Token> tokens;
};

/// A finding or an award.
struct ExportedPart {
    ExportValues values;
    std::map<std::string, ExportWords> words;
};

/// One story as every engine gets it: field, values, words. What nobody may see is gone from it.
struct ExportedStory {
    std::string id;
    ExportValues values;
    std::map<std::string, ExportWords> words;
    bool text_public = false;
    std::vector<ExportedPart> findings;
    std::vector<ExportedPart> awards;
};

/// A story of a generation made ready for other engines. Not for several threads.
class StoryExporter {
  public:
    /// `withdrawn`: ids that nobody is shown.
    StoryExporter(std::string generation, std::vector<std::string> withdrawn);

    /// Whether nobody is shown this story: it or a copy of it is withdrawn.
    [[nodiscard]] bool is_withdrawn(const Article& article) const;

    /// The story of a document. Of news the text is left out, its words stay; of a children's home postcodes and
    /// streets are stars, and no words. Throws: Xapian::Error.
    ExportedStory make(const Xapian::Document& document, Article article);

    /// Each word exported so far and its stem: an engine's own analyzer does not know them.
    [[nodiscard]] const std::map<std::string, std::string>& stems() const { return stems_; }

  private:
    void add_values(const Xapian::Document& document, const Article& article, ExportedStory& story) const;
    void add_words(const Article& article, const Article& shown, ExportedStory& story);
    ExportedPart make_finding(const Article& article, const Article& shown, const Article& shared, std::size_t index);
    ExportWords make_stems(const ExportWords& words);

    std::string generation_;
    std::vector<std::string> withdrawn_;
    Analyzer analyzer_;
    std::map<std::string, std::string> stems_;
};

}  // namespace findings

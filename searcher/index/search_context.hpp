#pragma once

#include <any>
#include <map>
#include <string>

#include "common/text/analyzer.hpp"
#include "searcher/index/indexed_words.hpp"
#include "searcher/index/label_store.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/index/vocabulary_source.hpp"

namespace findings {

/// What of an index a search reads, and what it keeps warm between two searches.
struct SearchContext {
    explicit SearchContext(OpenIndex opened);

    OpenIndex index;
    LabelStore labels;
    GenerationVocabulary vocabulary;
    Analyzer analyzer;
    IndexedWords words;
    /// What was computed of the whole index, by a name of its own for each question: `--latest` is a pass over every
    /// document. Who adds keeps it small.
    std::map<std::string, std::any> kept;
};

}  // namespace findings

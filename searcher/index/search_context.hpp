#pragma once

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
};

}  // namespace findings

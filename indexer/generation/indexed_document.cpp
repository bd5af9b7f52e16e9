#include "indexer/generation/indexed_document.hpp"

#include "indexer/generation/story_fields.hpp"

namespace findings {

IndexedDocument make_story_document(const Article& article) {
    return {article.title,        article.text, article.dropped, make_filter_terms(article), make_slot_values(article),
            encode_parts(article)};
}

}  // namespace findings

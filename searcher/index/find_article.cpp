#include "searcher/index/find_article.hpp"

#include <xapian.h>

#include "common/index/record.hpp"
#include "common/index/terms.hpp"

namespace findings {

std::optional<Article> find_article(const OpenIndex& index, const std::string& id) try {
    const std::string term = exact_term(Field::id, id);
    const auto posting = index.database.postlist_begin(term);
    if (posting == index.database.postlist_end(term)) return std::nullopt;
    return decode_record(index.database.get_document(*posting).get_data(), RecordPart::full);
} catch (const Xapian::Error& error) {
    throw_index_error(error);
}

}  // namespace findings

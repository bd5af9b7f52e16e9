#pragma once

#include <string>

#include <xapian.h>

namespace findings {

/// A value of consecutive documents, read in their order: one pass over the slot's own list.
class SlotReader {
  public:
    SlotReader(const Xapian::Database& database, Xapian::valueno slot)
        : value_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

    /// The value of a document, empty when it has none. Requires: documents asked in ascending order.
    std::string read(Xapian::docid document) {
        if (value_ != end_ && value_.get_docid() < document) value_.skip_to(document);
        return value_ != end_ && value_.get_docid() == document ? *value_ : std::string();
    }

  private:
    Xapian::ValueIterator value_;
    Xapian::ValueIterator end_;
};

}  // namespace findings

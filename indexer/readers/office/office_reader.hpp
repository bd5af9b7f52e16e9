#pragma once

#include <string_view>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/bytes/recognise.hpp"

namespace findings {

/// Reads a document of an office program, a spreadsheet or an electronic book: .docx .odt .rtf .doc .pptx .odp .xlsx
/// .ods .csv .epub. A spreadsheet whose header names the keys of JSON input gives an article a row, with its row as
/// `line`. What is in the document and not read is among the article's warnings.
void read_office(std::string_view bytes, const NamedType& name, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings

#pragma once

#include <string_view>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/bytes/source_stream.hpp"

namespace findings {

/// Reads a .json file: one object, or an array of objects, each an article; also JSON Lines under that name.
void read_json(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink);

/// Reads JSON Lines as a stream: one object a line, blank lines skipped. A bad line is rejected with its
/// number and the others go on; no more than one record stands in memory. A file that begins with an array, or with an
/// object that goes over several lines, is read as a whole.
void read_json_lines(SourceStream& stream, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings

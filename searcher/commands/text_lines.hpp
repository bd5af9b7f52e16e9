#pragma once

#include <istream>
#include <string>

namespace findings {

/// The lines of a text file that a person wrote: without a byte order mark at its beginning, and without carriage
/// returns at the ends of lines.
class TextLines {
  public:
    /// The stream must outlive it. `name`: of the file, for messages.
    TextLines(std::istream& lines, std::string name) : lines_(lines), name_(std::move(name)) {}

    /// False at the end. Throws: Error{io_error} when the file cannot be read or is UTF-16.
    bool next(std::string& line);

  private:
    std::istream& lines_;
    std::string name_;
    bool is_first_ = true;
};

}  // namespace findings

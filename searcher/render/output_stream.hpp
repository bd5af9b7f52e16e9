#pragma once

#include <cstddef>
#include <ostream>
#include <streambuf>
#include <vector>

namespace findings {

/// Thrown when nobody reads the output any more (`| head`): the end of the work, not a failure.
struct OutputClosed {};

/// Standard output that does not lose errors: std::cout forgets why a write failed, and an export cut short by a
/// full disk must not exit 0.
class OutputBuffer : public std::streambuf {
  public:
    explicit OutputBuffer(int descriptor);

    /// Throws: OutputClosed, or Error{io_error} with the system's reason.
    int sync() override;

  protected:
    int_type overflow(int_type c) override;

  private:
    int descriptor_;
    std::vector<char> buffer_;
};

/// An ostream over a descriptor whose errors are exceptions. Call flush() at the end: the destructor cannot throw.
class OutputStream : public std::ostream {
  public:
    explicit OutputStream(int descriptor);

  private:
    OutputBuffer buffer_;
};

}  // namespace findings

#pragma once

#include <unistd.h>

namespace findings {

/// `less -FRX` between this process and its terminal. -F: gone when the answer fits one screen; -R: colours; -X:
/// the answer stays on the screen.
class Pager {
  public:
    /// Starts one when standard output is a terminal; without `less` the answer goes to the terminal directly.
    explicit Pager(bool wanted);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    /// Waits until the reader has closed the pager.
    ~Pager();

    /// Where the answer is to be written.
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    int descriptor_ = STDOUT_FILENO;
    int child_ = -1;
};

}  // namespace findings

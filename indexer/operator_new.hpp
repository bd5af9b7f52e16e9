#pragma once

#include <cstddef>

namespace findings {

/// Memory as every operator new of the program gives it. Throws: std::bad_alloc; before main it ends the program.
void* allocate_or_throw(std::size_t size);

}  // namespace findings

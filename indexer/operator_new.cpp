// Memory for the whole program. mimalloc, which the program is linked with, is written in C: its own operator new
// aborts where C++ throws. These ask its malloc, and throw. What is released goes to mimalloc's operator delete.
#include "indexer/operator_new.hpp"

#include <cstdlib>
#include <new>

#include "common/base/failure.hpp"

namespace {

void* throw_if_null(void* memory) {
    if (memory != nullptr) return memory;
    // Before main, nobody would catch it: libraries set up what they need when they are loaded.
    if (!findings::is_prepared_for_failures()) findings::end_without_memory();
    throw std::bad_alloc();
}

void* allocate(std::size_t size) { return std::malloc(size); }

void* allocate(std::size_t size, std::align_val_t alignment) {
    void* memory = nullptr;
    return ::posix_memalign(&memory, static_cast<std::size_t>(alignment), size) == 0 ? memory : nullptr;
}

}  // namespace

void* findings::allocate_or_throw(std::size_t size) { return throw_if_null(allocate(size)); }

void* operator new(std::size_t size) { return findings::allocate_or_throw(size); }
void* operator new[](std::size_t size) { return findings::allocate_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return throw_if_null(allocate(size, alignment)); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return throw_if_null(allocate(size, alignment)); }
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return allocate(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return allocate(size, alignment);
}

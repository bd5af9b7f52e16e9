# One interface target carries the warnings, so that system headers and tests get the same treatment.
add_library(findings_warnings INTERFACE)
target_compile_options(findings_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wnull-dereference -Wformat=2
  $<$<BOOL:${FINDINGS_WERROR}>:-Werror>)
# -Wsign-conversion is off: sizes and ICU's int32_t lengths meet in every loop of the text code.

if(FINDINGS_SANITIZE)
  # -Wnull-dereference and -Wmaybe-uninitialized see paths that only exist in instrumented code (g++ 12).
  target_compile_options(findings_warnings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer -Wno-null-dereference -Wno-maybe-uninitialized)
  target_link_options(findings_warnings INTERFACE -fsanitize=address,undefined)
endif()

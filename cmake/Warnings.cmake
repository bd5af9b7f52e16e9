# One interface target carries the warnings, so that system headers and tests get the same treatment.
add_library(findings_warnings INTERFACE)
target_compile_options(findings_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wformat=2 $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${FINDINGS_WERROR}>:-Werror>)
# -Wsign-conversion is off: sizes and ICU lengths (int32_t) meet in every loop of the text code. -Wrestrict is off, in
# g++ which alone has it: version 12 sees overlaps in std::string concatenation that are not there (GCC bug 105651).
# -Wnull-dereference is left out for the same reason: it fires inside libstdc++ from -O2 on.

if(FINDINGS_FUZZ)
  target_compile_options(findings_warnings INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_link_options(findings_warnings INTERFACE -fsanitize=address,undefined)
endif()

if(FINDINGS_SANITIZE)
  # -Wmaybe-uninitialized sees paths that only exist in instrumented code (g++ 12).
  target_compile_options(findings_warnings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  # The standard library checks indices and empty optionals, which the sanitizers see only where memory ends.
  target_compile_definitions(findings_warnings INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(findings_warnings INTERFACE -fsanitize=address,undefined)
endif()

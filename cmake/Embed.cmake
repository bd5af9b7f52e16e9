# findings_embed(TARGET SYMBOL FILE): the bytes of FILE become `embedded::SYMBOL()` in a generated header
# "embedded/SYMBOL.hpp". Through .incbin: no size limit, no generated source of megabytes.
function(findings_embed target symbol file)
  get_filename_component(path ${file} ABSOLUTE)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded_${target})
  set(asm ${folder}/${symbol}.S)
  file(CONFIGURE OUTPUT ${folder}/include/embedded/${symbol}.hpp CONTENT
"#pragma once
#include <string_view>
extern \"C\" const char findings_embedded_${symbol}[];
extern \"C\" const char findings_embedded_${symbol}_end[];
namespace findings::embedded {
/// The bytes of ${symbol}'s data file, as they were when the program was built.
inline std::string_view ${symbol}() {
    return {findings_embedded_${symbol},
            static_cast<std::size_t>(findings_embedded_${symbol}_end - findings_embedded_${symbol})};
}
}  // namespace findings::embedded
" @ONLY)
  file(CONFIGURE OUTPUT ${asm} CONTENT
".section .rodata
.global findings_embedded_${symbol}
.global findings_embedded_${symbol}_end
.balign 16
findings_embedded_${symbol}:
.incbin \"${path}\"
findings_embedded_${symbol}_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
" @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${asm})
  target_include_directories(${target} SYSTEM PUBLIC ${folder}/include)
endfunction()

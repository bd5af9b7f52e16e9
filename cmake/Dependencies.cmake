find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.18)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc>=67 icu-i18n)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd>=0.9.75)
find_library(MIMALLOC_LIBRARY mimalloc REQUIRED)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
# From archives where there are any: a search of a few milliseconds waits 0.1 ms for each library that is loaded. ICU
# stays shared: its archive brings 31 MB of tables.
set(Boost_USE_STATIC_LIBS ON)
find_package(Boost 1.74 QUIET COMPONENTS program_options)
if(NOT Boost_FOUND)
  set(Boost_USE_STATIC_LIBS OFF)
  find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
endif()
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)

# MuPDF has no pkg-config file on Debian 12; it is a static library that names its own needs nowhere.
find_path(MUPDF_INCLUDE mupdf/fitz.h REQUIRED)
find_library(MUPDF_LIBRARY mupdf REQUIRED)
add_library(findings_mupdf INTERFACE)
target_include_directories(findings_mupdf SYSTEM INTERFACE ${MUPDF_INCLUDE})
find_library(MUPDF_THIRD_LIBRARY mupdf-third)
target_link_libraries(findings_mupdf INTERFACE ${MUPDF_LIBRARY})
if(MUPDF_THIRD_LIBRARY)
  target_link_libraries(findings_mupdf INTERFACE ${MUPDF_THIRD_LIBRARY})
endif()
foreach(name mujs gumbo freetype harfbuzz jbig2dec jpeg openjp2 z m)
  find_library(MUPDF_NEEDS_${name} ${name} REQUIRED)
  target_link_libraries(findings_mupdf INTERFACE ${MUPDF_NEEDS_${name}})
endforeach()

pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
find_library(DEFLATE_ARCHIVE libdeflate.a)
if(DEFLATE_ARCHIVE)
  set_target_properties(PkgConfig::DEFLATE PROPERTIES INTERFACE_LINK_LIBRARIES ${DEFLATE_ARCHIVE})
endif()

# Office documents are ZIP archives of XML; mails.
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)

# Without it the reader program may reach the network and start processes, and every build says so.
pkg_check_modules(SECCOMP IMPORTED_TARGET libseccomp)

# Without it pages that are pictures are not read, and each is warned of.
pkg_check_modules(TESSERACT IMPORTED_TARGET tesseract lept)

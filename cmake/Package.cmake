# `cpack` makes the Debian package; `./dev package` calls it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME findings)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
# Whoever packs it maintains it: packaging/make_package takes DEBFULLNAME and DEBEMAIL.
set(CPACK_PACKAGE_CONTACT "Findings maintainers <findings@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for inspection reports and news about them")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Findings indexes the reports of UK inspectorates and news about them, reads
grades, providers, places, dates and findings from them, each with the
sentence that proves it, and searches them on the command line
(findings-search) or in a browser (findings-serve). A timer rebuilds the
index each night and mails what has changed.")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "tesseract-ocr-eng, tesseract-ocr-cym, tesseract-ocr-osd")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "default-mta | mail-transport-agent, systemd")
set(debian ${CMAKE_SOURCE_DIR}/packaging/debian)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${debian}/postinst ${debian}/prerm ${debian}/postrm ${debian}/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
# The units name the programs where the package puts them, not where CPack gathers them.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_FINDINGS_SOURCE_DIR ${CMAKE_SOURCE_DIR})
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/finish_tree.cmake)
include(CPack)

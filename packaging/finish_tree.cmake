# Run by CPack over the installed tree before it becomes a package: what Debian wants and `cmake --install` to a prefix of
# one's own does not.
set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(source ${CPACK_FINDINGS_SOURCE_DIR})
set(documents ${tree}/usr/share/doc/findings)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

configure_file(${source}/docs/nightly/findings.conf ${tree}/etc/findings/findings.conf COPYONLY)
configure_file(${source}/docs/nightly/findings.default ${tree}/etc/default/findings COPYONLY)

file(READ ${source}/packaging/debian/copyright notice)
file(READ ${source}/LICENSE text)
file(WRITE ${documents}/copyright "${notice}${text}")
# The date is that of the commit, so that the same sources give the same package.
execute_process(COMMAND git -C ${source} log -1 --format=%cD OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT date)
  string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
# Git does not pad the day.
string(REGEX REPLACE ", ([0-9]) " ", 0\\1 " date "${date}")
file(WRITE ${documents}/changelog "findings (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md beside this file.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
configure_file(${source}/README.md ${documents}/README.md COPYONLY)
configure_file(${source}/CHANGELOG.md ${documents}/CHANGELOG.md COPYONLY)

file(GLOB pages ${tree}/usr/share/man/man?/*)
foreach(page ${pages} ${documents}/changelog)
  run(gzip -9nf ${page})
endforeach()
# Whatever the umask of the one who packs.
run(chmod -R go-w,a+rX ${tree})

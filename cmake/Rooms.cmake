# findings_rooms(TARGET FOLDER...): the sources of each folder, of none below it, belong to TARGET. A folder that nobody
# names is not built; a new file in a named one needs no entry.
function(findings_rooms target)
  foreach(room ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cpp)
    target_sources(${target} PRIVATE ${sources})
  endforeach()
endfunction()

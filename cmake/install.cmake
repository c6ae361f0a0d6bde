# What `cmake --install` and CPack put where. Two components: the program, and libcandor with its headers.

# Completions, printed by the program itself.
set(COMPLETIONS ${PROJECT_BINARY_DIR}/completions)
set(COMPLETION_FILES ${COMPLETIONS}/bash/candor ${COMPLETIONS}/zsh/_candor ${COMPLETIONS}/fish/candor.fish)
foreach(file ${COMPLETION_FILES})
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(GET folder FILENAME shell)
  add_custom_command(
    OUTPUT ${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND candor completions ${shell} > ${file}
    DEPENDS candor
    COMMENT "Completions for ${shell}"
    VERBATIM)
endforeach()
add_custom_target(candor_completions ALL DEPENDS ${COMPLETION_FILES})

install(TARGETS candor COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/lint/cli/candor.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${COMPLETIONS}/bash/candor DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${COMPLETIONS}/fish/candor.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
# Debian's zsh looks elsewhere for what a package brings than for what an administrator installs.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\" AND EXISTS /etc/debian_version)
    set(folder vendor-completions)
  endif()
  file(INSTALL ${COMPLETIONS}/zsh/_candor DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\")"
  COMPONENT program)
# For editors: a finding's code leads to the rule.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/candor/rules COMPONENT program
        FILES_MATCHING PATTERN "*.toml" PATTERN "schema" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/schema/ DESTINATION ${CMAKE_INSTALL_DATADIR}/candor/schema COMPONENT program
        FILES_MATCHING PATTERN "*.json")
foreach(component program library)
  string(REPLACE "program" "candor" package ${component})
  string(REPLACE "library" "libcandor-dev" package ${package})
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} RENAME copyright COMPONENT ${component})
endforeach()

# The library: find_package(candor), then link candor::candor.
include(CMakePackageConfigHelpers)
set(CANDOR_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/candor)
install(TARGETS candor_library EXPORT candor COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/candor COMPONENT library
        FILES_MATCHING PATTERN "*.h" PATTERN "cli" EXCLUDE PATTERN "toml_file.h" EXCLUDE)
install(EXPORT candor NAMESPACE candor:: FILE candorTargets.cmake DESTINATION ${CANDOR_CMAKE_DIR} COMPONENT library)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/candorConfig.cmake.in ${PROJECT_BINARY_DIR}/candorConfig.cmake
                              INSTALL_DESTINATION ${CANDOR_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/candorConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/candorConfig.cmake ${PROJECT_BINARY_DIR}/candorConfigVersion.cmake
        DESTINATION ${CANDOR_CMAKE_DIR} COMPONENT library)

# `cpack -G DEB`: candor_0.1.0_amd64.deb and libcandor-dev_0.1.0_amd64.deb.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME candor)
set(CPACK_PACKAGE_VENDOR "the candor authors")
set(CPACK_PACKAGE_CONTACT "the candor authors <candor@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME candor)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libcandor-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libicu-dev, libre2-dev, libfmt-dev, libmd4c-dev, nlohmann-json3-dev, pkg-config")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Finds what weakens the explanation of a setback: blame put on others, too
much detail, acts hidden behind passives, missing parts, dates that do not
agree. Works on files on this machine; it never opens a network connection.")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"The engine of candor as a static C++20 library, with headers and a CMake
package: find_package(candor), then link candor::candor.")
include(CPack)

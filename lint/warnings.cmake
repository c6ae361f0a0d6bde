# What every target of the project is compiled with.
add_library(candor_warnings INTERFACE)
target_compile_options(candor_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wnull-dereference -Wimplicit-fallthrough)
if(CANDOR_WERROR)
  target_compile_options(candor_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees a null std::string in inlined library code where there is none.
  target_compile_options(candor_warnings INTERFACE -Wno-null-dereference -Wno-restrict)
endif()
if(CANDOR_SANITIZE)
  target_compile_options(candor_warnings INTERFACE -fsanitize=${CANDOR_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(candor_warnings INTERFACE -fsanitize=${CANDOR_SANITIZE})
endif()

# Flags for every target of the project, each with its reason.
add_library(entente_options INTERFACE)
target_include_directories(entente_options INTERFACE ${CMAKE_CURRENT_LIST_DIR})
target_compile_options(entente_options INTERFACE
  -Wall -Wextra            # the reasonable base
  -Wpedantic               # standard C++ only: three compilers and three SFML generations build this
  -Wshadow                 # one name, one thing
  -Wnon-virtual-dtor       # deleting through a base without one loses memory
  -Wold-style-cast         # a C cast hides which conversion is meant
  -Wcast-align             # slow or fatal on some machines
  -Woverloaded-virtual     # an override that is not one
  -Wconversion             # silent loss of a value
  -Wsign-conversion        # silent change of sign
  -Wdouble-promotion       # a float calculation that slides into double
  -Wformat=2               # printf formats are data from the outside too
  -Wimplicit-fallthrough   # a forgotten break
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(entente_options INTERFACE
    -Wduplicated-cond      # if-chains copied and not changed
    -Wlogical-op           # && where & was meant
    -Wno-missing-field-initializers # designated initialisers leave the rest at its default on purpose
  )
endif()
if(ENTENTE_WERROR)
  target_compile_options(entente_options INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE)
  target_compile_options(entente_options INTERFACE -fsanitize=${ENTENTE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all # a report fails the test that caused it
    -Wno-maybe-uninitialized) # GCC's instrumentation makes this one cry wolf
  target_link_options(entente_options INTERFACE -fsanitize=${ENTENTE_SANITIZE})
  target_compile_definitions(entente_options INTERFACE ENTENTE_SANITIZED)
endif()
if(ENTENTE_FUZZ) # without this libFuzzer sees only its own target and searches blind
  target_compile_options(entente_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(ENTENTE_COVERAGE)
  target_compile_options(entente_options INTERFACE --coverage -O0)
  target_link_options(entente_options INTERFACE --coverage)
endif()
target_compile_definitions(entente_options INTERFACE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>) # bounds checks of the standard library

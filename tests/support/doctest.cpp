// Apart from main(): a benchmark has one of its own and shares what the tests are made of.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

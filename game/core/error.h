#pragma once

// What went wrong, where, and what to do about it: the one shape of every expected failure.
// Programmer errors are asserts; no exception crosses a folder's border.

#include <string>
#include <utility>

namespace entente::core {

enum class ErrorCode {
  not_found,    // a file, card or deck that is not there
  not_readable, // it is there but could not be read (permission, I/O)
  not_writable, // could not be written (permission, full disk)
  malformed,    // its content breaks its format
  too_large,    // over a stated limit
  unsupported,  // understood, but not something this program does
  busy,         // somebody else holds it
  cancelled,    // the user or a shutdown asked to stop
  usage         // the caller's words are off
};

struct Error {
  ErrorCode code{};
  std::string message; // what happened, one sentence for a person
  std::string where;   // file, or file:line:column; empty when the message says it
  std::string advice;  // what to do; empty when there is nothing to do

  bool operator==(const Error&) const = default;
};

// "WHERE: MESSAGE ADVICE", the parts that are there.
[[nodiscard]] inline std::string describe(const Error& error) {
  std::string text = error.where.empty() ? error.message : error.where + ": " + error.message;
  return error.advice.empty() ? text : text + " " + error.advice;
}

} // namespace entente::core

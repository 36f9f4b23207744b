#pragma once

// The drill for a terminal and a screen reader: no cursor tricks, one thing a line. Same session,
// same history as the window.

#include "service/desk.h"
#include "terminal/verbs.h"

namespace entente::terminal {

// Asks until the session or the input ends, then prints the summary. Exit code.
int text_drill(service::Desk& desk, service::Begun begun, Context& context);

} // namespace entente::terminal

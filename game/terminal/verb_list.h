#pragma once

// Every verb, in the order --help lists them: a declaration and a place in the table.

#include "terminal/verbs.h"

namespace entente::terminal {

using Declare = void (*)(CLI::App& app, Run& chosen);

void add_check(CLI::App& app, Run& chosen);
void add_convert(CLI::App& app, Run& chosen);
void add_diff(CLI::App& app, Run& chosen);
void add_drill(CLI::App& app, Run& chosen);
void add_generate(CLI::App& app, Run& chosen);
void add_history(CLI::App& app, Run& chosen);
void add_judge(CLI::App& app, Run& chosen);
void add_memory(CLI::App& app, Run& chosen);
void add_overrules(CLI::App& app, Run& chosen);
void add_plan(CLI::App& app, Run& chosen);
void add_print(CLI::App& app, Run& chosen);
void add_stats(CLI::App& app, Run& chosen);
void add_where(CLI::App& app, Run& chosen);

inline constexpr Declare verbs[] = {
    add_check,  add_convert,   add_diff, add_drill, add_generate, add_history, add_judge,
    add_memory, add_overrules, add_plan, add_print, add_stats,    add_where,
};

} // namespace entente::terminal

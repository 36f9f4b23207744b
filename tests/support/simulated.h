#pragma once

// A learner made up, who studies at a desk day after day. Histories made so went through the
// program itself.

#include "core/random.h"
#include "service/desk.h"
#include "support/answering.h"

namespace entente::tests {

// Remembers as the question's own prediction says, moved by `shift` in ln(p / (1 - p)); knows a
// third of new cards at first sight.
class SimulatedLearner {
public:
  explicit SimulatedLearner(std::uint64_t seed, double shift = 0) : random_(seed), shift_(shift) {}

  // One session to its end or to `most` questions; each takes some 8 seconds of `time_ms`, which
  // the desk's clock must read. Gives the number of answers.
  int study(service::Desk& desk, const std::string& deck, quiz::Mode mode, std::int64_t& time_ms,
            int most = 1000) {
    auto begun = desk.begin(deck, {mode, {}, 0});
    if (!begun) return 0;
    quiz::Session& session = begun->session;
    int answers = 0;
    const auto send = [&](const quiz::Message& message) {
      const core::Moment now{time_ms, desk.now().offset_minutes};
      const auto outputs = session.take(message, now);
      [[maybe_unused]] const auto kept = desk.keep(begun->ledger, outputs);
    };
    while (!std::holds_alternative<quiz::Finished>(session.phase()) && answers < most) {
      if (const auto* asked = std::get_if<quiz::Asked>(&session.phase())) {
        time_ms += 4000 + static_cast<std::int64_t>(random_.below(8000));
        send(quiz::Answer{given(session.material(), *asked, knows(asked->question))});
        ++answers;
      } else if (std::holds_alternative<quiz::Revealed>(session.phase())) {
        time_ms += 3000;
        send(quiz::Settle{});
      } else {
        time_ms = std::get<quiz::Waiting>(session.phase()).until.utc_ms;
        send(quiz::Tick{});
      }
    }
    [[maybe_unused]] const auto compared = desk.finish(begun->ledger, session);
    return answers;
  }

private:
  bool knows(const quiz::Question& question) {
    if (question.first_sight) return random_.below(3) == 0;
    return random_.unit() < memory::shifted(question.recall.value_or(0.9), shift_);
  }

  core::Random random_;
  double shift_;
};

} // namespace entente::tests

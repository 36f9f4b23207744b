#include "deck/judged_as.h"

namespace entente::deck {

judge::Kind judge_kind(AnswerKind kind) {
  switch (kind) {
  case AnswerKind::date:
    return judge::Kind::date;
  case AnswerKind::number:
    return judge::Kind::number;
  case AnswerKind::person:
    return judge::Kind::person;
  case AnswerKind::place:
    return judge::Kind::place;
  case AnswerKind::organisation:
    return judge::Kind::organisation;
  case AnswerKind::quote:
    return judge::Kind::quote;
  case AnswerKind::sequence:
    return judge::Kind::sequence;
  case AnswerKind::set:
    return judge::Kind::set;
  case AnswerKind::text:
  case AnswerKind::pairs:
    break;
  }
  return judge::Kind::text;
}

} // namespace entente::deck

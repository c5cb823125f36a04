import { HUB } from '../kernel/decider.js';
import { ok, refuse } from '../kernel/result.js';
import { countedAgain, fullTimeFrom, type AnswerDays } from '../uk/answer-time.js';
import type { MentorshipEvent } from './mentorship.events.js';
import type { MentorshipFacts } from './mentorship.facts.js';
import type { Completion, Decision, Of, Started } from './mentorship.state.js';
import { othersThan } from './participants.js';

type Completing =
  'ProposeCompletion' | 'CompleteMentorship' | 'DeclineCompletion' | 'WithdrawCompletion' | 'RemindOfCompletion' | 'MoveCompletionDay';

/** [R8] Completing is by both: one proposes, and the other agrees or lets the days pass. */
export function completing(command: Of<Completing>, mentorship: Started, facts: MentorshipFacts): Decision {
  const { completion } = mentorship;
  switch (command.type) {
    case 'ProposeCompletion':
      return propose(command, mentorship, facts);
    case 'CompleteMentorship':
      return command.by === HUB ? completeInTime(command, mentorship, facts) : agree(command, mentorship);
    case 'DeclineCompletion':
      if (!completion) return refuse({ code: 'MENTORSHIP.NO_COMPLETION' });
      return completion.by === command.by
        ? refuse({ code: 'MENTORSHIP.WAITS_FOR_THE_OTHER' })
        : ok([{ type: 'CompletionDeclined', data: { ...command.data, by: command.by } }]);
    case 'WithdrawCompletion':
      if (!completion) return ok([]);
      return completion.by === command.by
        ? ok([{ type: 'CompletionWithdrawn', data: { ...command.data, by: command.by } }])
        : refuse({ code: 'MENTORSHIP.NOT_YOUR_PROPOSAL' });
    case 'RemindOfCompletion':
      return remind(command, mentorship, facts);
    case 'MoveCompletionDay':
      return ok(completion ? movedDays(command.data, completion, countedAgain(daysOf(completion), completion.counted, facts.time)) : []);
  }
}

function propose(command: Of<'ProposeCompletion'>, mentorship: Started, { time }: MentorshipFacts): Decision {
  const { completion, agreed } = mentorship;
  if (!agreed) return refuse({ code: 'MENTORSHIP.NOT_AGREED' });
  // Nothing new is said by completing: a pair that its roles keep apart can still be thanked.
  if (mentorship.paused?.why === 'chosen') return refuse({ code: 'MENTORSHIP.PAUSED' });
  if (completion) return completion.by === command.by ? ok([]) : ok([completed(command, mentorship)]);
  const { remindOn, answerBy, counted } = fullTimeFrom(command.on, time);
  return ok([{ type: 'CompletionProposed', data: { ...command.data, by: command.by, remindOn, agreeBy: answerBy, counted } }]);
}

function agree(command: Of<'CompleteMentorship'>, mentorship: Started): Decision {
  if (!mentorship.agreed) return refuse({ code: 'MENTORSHIP.NOT_AGREED' });
  if (!mentorship.completion) return refuse({ code: 'MENTORSHIP.NO_COMPLETION' });
  return mentorship.completion.by === command.by
    ? refuse({ code: 'MENTORSHIP.WAITS_FOR_THE_OTHER' })
    : ok([completed(command, mentorship)]);
}

/** The clock may come late, or after a “not yet”: then there is nothing to do. */
function completeInTime(command: Of<'CompleteMentorship'>, mentorship: Started, { time }: MentorshipFacts): Decision {
  const { completion } = mentorship;
  if (!completion) return ok([]);
  if (command.on <= completion.agreeBy) return refuse({ code: 'MENTORSHIP.NOT_DUE' });
  const days = countedAgain(daysOf(completion), completion.counted, time);
  return ok(command.on <= days.answerBy ? movedDays(command.data, completion, days) : [completed(command, mentorship)]);
}

function remind({ data, on }: Of<'RemindOfCompletion'>, { completion, participants }: Started, { time }: MentorshipFacts): Decision {
  if (!completion || completion.reminded) return ok([]);
  if (on < completion.remindOn) return refuse({ code: 'MENTORSHIP.NOT_DUE' });
  const days = countedAgain(daysOf(completion), completion.counted, time);
  if (on < days.remindOn) return ok(movedDays(data, completion, days));
  return ok(othersThan(participants, completion.by).map((waitsFor) => ({ type: 'CompletionReminded', data: { ...data, waitsFor } })));
}

const daysOf = ({ remindOn, agreeBy }: Completion): AnswerDays => ({ remindOn, answerBy: agreeBy });

function movedDays(
  { mentorship }: Of<'MoveCompletionDay'>['data'],
  before: Completion,
  { remindOn, answerBy }: AnswerDays,
): readonly MentorshipEvent[] {
  const same = answerBy === before.agreeBy && (before.reminded || remindOn === before.remindOn);
  return same ? [] : [{ type: 'CompletionDayMoved', data: { mentorship, remindOn, agreeBy: answerBy } }];
}

const completed = ({ data, by }: Of<'ProposeCompletion' | 'CompleteMentorship'>, { participants }: Started): MentorshipEvent => ({
  type: 'MentorshipCompleted',
  data: { ...data, participants, by },
});

import { OPEN_GOALS_LIMIT, STEPS_PER_GOAL_LIMIT } from '@alongside/domain/development/goals.decider.js';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { byId } from '@alongside/domain/kernel/by-id.js';
import { AGENDA_LIMIT_ITEMS } from '@alongside/domain/meetings/meeting.events.js';
import type { Meeting } from '@alongside/domain/meetings/meeting.state.js';
import { BOOKING_GRACE_MINUTES } from '@alongside/domain/meetings/booking-grace.js';
import type { RefusalCode } from '@alongside/domain/protocol/refusal-codes.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { Said, Screen } from './pair-world.testing.js';

/** A command as it is decided: by whom, when, and on what is so at that moment. */
export interface Decided {
  readonly by: PersonId;
  readonly said: Said;
  readonly now: Instant;
  readonly state: Screen;
}
type IsTrue = (decided: Decided) => boolean;

const meetingOf = ({ state, said }: Decided): Exclude<Meeting, { status: 'none' }> | undefined => {
  const meeting = state.meetings.get(String(said.data['meeting']));
  return meeting === undefined || meeting.status === 'none' ? undefined : meeting;
};
const goalOf = ({ state, said }: Decided) => byId.get(state.goals.goals, said.data['goal'] as never);
const stepsOf = (decided: Decided) => goalOf(decided)?.steps ?? [];
const stepOf = (decided: Decided) => stepsOf(decided).find(({ step }) => step === decided.said.data['step']);
const actionOf = (decided: Decided) => byId.get(meetingOf(decided)?.actions ?? {}, decided.said.data['action'] as never);
const timeNow = (decided: Decided): string | null => {
  const meeting = meetingOf(decided);
  return meeting && 'time' in meeting ? meeting.time.startsAt : null;
};
const isOver: IsTrue = ({ state }) => state.mentorship.over !== null;
const isPaused: IsTrue = ({ state }) => state.mentorship.paused !== null;
const isMeeting =
  (...statuses: readonly Meeting['status'][]): IsTrue =>
  (decided) =>
    statuses.includes(meetingOf(decided)?.status ?? 'none');

const timesIn = ({ data }: Said) => [data['time'] ?? data['times']].flat() as readonly { readonly startsAt: Instant }[];
const suggestedIn = ({ meetings }: Screen, id: unknown) => {
  const meeting = meetings.get(String(id));
  return meeting?.status === 'proposed' ? meeting : undefined;
};
const suggestionIn = (screen: Screen, id: unknown): number | undefined => suggestedIn(screen, id)?.suggestion;
const placeIn = ({ meetings, places }: Screen, id: unknown): string | undefined => {
  const meeting = meetings.get(String(id));
  return meeting && 'place' in meeting ? places.get(String(id)) : undefined;
};
const isDeclined = (screen: Screen, id: unknown): boolean => suggestedIn(screen, id)?.declined === true;

/** What each refusal says, as something that is so or not. A code that is not here may not be met. */
export const SAYS: { readonly [Code in RefusalCode]?: IsTrue } = {
  'MENTORSHIP.OVER': isOver,
  'MENTORSHIP.PAUSED': isPaused,
  'MENTORSHIP.ALREADY_ENDED': ({ state: { mentorship }, by }) => mentorship.over?.how === 'ended' && mentorship.over.by === by,
  'MENTORSHIP.NOT_AGREED': ({ state }) => !state.mentorship.agreed,
  'MENTORSHIP.NO_PROPOSAL': ({ state }) => state.mentorship.agreement === null,
  'MENTORSHIP.PROPOSAL_REPLACED': ({ state, said }) => state.mentorship.agreement?.id !== said.data['agreement'],
  'MENTORSHIP.SUGGESTED_MEANWHILE': ({ state, said }) => (state.mentorship.agreement?.id ?? null) !== said.data['seen'],
  'MENTORSHIP.PAUSED_MEANWHILE': ({ state, said }) => state.mentorship.paused !== null && state.mentorship.pauses !== said.data['seen'],
  'MENTORSHIP.NO_COMPLETION': ({ state }) => state.mentorship.completion === null,
  'MENTORSHIP.WAITS_FOR_THE_OTHER': ({ state, by }) => state.mentorship.completion?.by === by,
  'MENTORSHIP.NOT_YOUR_PROPOSAL': ({ state, by }) => state.mentorship.completion !== null && state.mentorship.completion.by !== by,

  'GOAL.MENTORSHIP_OVER': isOver,
  'GOAL.TOO_MANY_OPEN': ({ state }) => byId.values(state.goals.goals).filter(({ status }) => status === 'open').length >= OPEN_GOALS_LIMIT,
  'GOAL.ALREADY_ACHIEVED': (decided) => goalOf(decided)?.status === 'achieved',
  'GOAL.SET_ASIDE': (decided) => goalOf(decided)?.status === 'aside',
  'GOAL.TOO_MANY_STEPS': (decided) => stepsOf(decided).length >= STEPS_PER_GOAL_LIMIT,
  'GOAL.STEP_ALREADY_TAKEN': (decided) => stepOf(decided)?.taken === true,
  'GOAL.STEP_NOT_NEXT': (decided) => stepsOf(decided).find(({ taken }) => !taken)?.step !== decided.said.data['step'],

  'MEETING.MENTORSHIP_PAUSED': isPaused,
  'MEETING.MENTORSHIP_OVER': isOver,
  'MEETING.RECORD_STANDS': isOver,
  'MEETING.ALREADY_ARRANGED': isMeeting('booked', 'closed'),
  'MEETING.NOT_BOOKED': isMeeting('proposed'),
  'MEETING.SUGGESTED_ALREADY': ({ state }) => [...state.meetings.values()].some(({ status }) => status === 'proposed'),
  'MEETING.TIMES_REPLACED': (decided) => suggestionIn(decided.state, decided.said.data['meeting']) !== decided.said.data['suggestion'],
  'MEETING.TIMES_DECLINED': (decided) => isDeclined(decided.state, decided.said.data['meeting']),
  'MEETING.PLACE_CHANGED': (decided) => placeIn(decided.state, decided.said.data['meeting']) !== decided.said.data['seen'],
  'MEETING.CANCELLED': isMeeting('cancelled'),
  'MEETING.ALREADY_CLOSED': isMeeting('closed'),
  'MEETING.IN_THE_PAST': ({ said, now }) => timesIn(said).some(({ startsAt }) => plusMinutes(startsAt, BOOKING_GRACE_MINUTES) < now),
  'MEETING.NOT_STARTED': (decided) => (timeNow(decided) ?? '') > decided.now,
  'MEETING.ALREADY_RECORDED': (decided) => byId.has(meetingOf(decided)?.attendance ?? {}, decided.by),
  'MEETING.ALREADY_CONFIRMED': (decided) => meetingOf(decided)?.confirmed === true,
  'MEETING.NOTES_CHANGED': (decided) => meetingOf(decided)?.edition !== decided.said.data['edition'],
  'MEETING.TIME_CHANGED': (decided) => timeNow(decided) !== decided.said.data['seen'],
  'MEETING.AGENDA_FULL': (decided) =>
    (meetingOf(decided)?.agenda.length ?? 0) + 1 > AGENDA_LIMIT_ITEMS - (decided.said.data['items'] as []).length,
  'MEETING.ACTION_DONE': (decided) => actionOf(decided)?.done === true,
};

/** Words and things that the two put there, by whom each is; `undefined` where either may. */
export function wordsOn({ goals, meetings, notes }: Screen): ReadonlyMap<string, PersonId | undefined> {
  const words = new Map<string, PersonId | undefined>();
  for (const [goal, { steps }] of byId.entries(goals.goals)) {
    words.set(`goal ${goal}`, undefined);
    for (const { step } of steps) words.set(`step ${step}`, undefined);
  }
  for (const [feedback, { from }] of byId.entries(goals.feedback)) words.set(`feedback ${feedback}`, from);
  for (const [id, text] of notes) for (const word of text.split(' ').filter(Boolean)) words.set(`notes ${id} ${word}`, undefined);
  for (const [id, meeting] of meetings) {
    if (meeting.status === 'none') continue;
    for (const item of meeting.agenda) words.set(`agenda ${id} ${item.id} ${item.title}`, item.by);
    for (const [action, { by, notes: said }] of byId.entries(meeting.actions)) {
      words.set(`action ${action}`, by);
      for (const one of said) words.set(`note ${action} ${one.note}`, one.by);
    }
    for (const [by, { took, minutes }] of byId.entries(meeting.attendance)) words.set(`record ${id} ${by} ${took} ${minutes}`, by);
  }
  return words;
}

/** What the other had there before an accepted command and is not there after it, though its sender had never seen it. */
export function lostUnseen(
  before: Screen,
  after: Screen,
  { by, screen }: { readonly by: PersonId; readonly screen: Screen },
): readonly string[] {
  const [now, seen] = [wordsOn(after), wordsOn(screen)];
  return [...wordsOn(before)].flatMap(([word, whose]) => (whose === by || now.has(word) || seen.has(word) ? [] : [word]));
}

const timeIn = ({ meetings }: Screen, id: unknown): string | null => {
  const meeting = meetings.get(String(id));
  return meeting && 'time' in meeting ? meeting.time.startsAt : null;
};

const isUnseenPause = ({ mentorship }: Screen, screen: Screen): boolean =>
  mentorship.paused !== null && mentorship.pauses !== screen.mentorship.pauses;

/** Whether an accepted command undid what the other had done since its sender looked. */
export function undoesUnseen({ type, data }: Said, before: Screen, screen: Screen): boolean {
  const decided = { said: { type, data }, state: before, by: '' as PersonId, now: '' as Instant };
  const replaced = suggestionIn(before, data['meeting']) !== suggestionIn(screen, data['meeting']);
  switch (type) {
    case 'ChooseTime':
    case 'SuggestOtherTimes':
    case 'DeclineTimes':
      return replaced;
    case 'CancelMeeting':
    case 'MoveMeeting':
      if (suggestedIn(before, data['meeting'])) return replaced;
      // One that the other has cancelled too is as its sender wants it.
      return timeIn(before, data['meeting']) !== null && timeIn(before, data['meeting']) !== timeIn(screen, data['meeting']);
    case 'SetMeetingPlace':
      return placeIn(before, data['meeting']) !== placeIn(screen, data['meeting']) && placeIn(before, data['meeting']) !== data['place'];
    case 'DropAction':
    case 'KeepAction':
      return actionOf(decided)?.done === true;
    case 'SetGoalAside':
      return goalOf(decided)?.status === 'achieved';
    case 'PauseMentorship':
      return isUnseenPause(before, screen) && before.mentorship.paused?.until !== data['until'];
    case 'ResumeMentorship':
      return isUnseenPause(before, screen);
    case 'ProposeAgreement':
    case 'SignAgreement':
      return before.mentorship.agreement?.id !== screen.mentorship.agreement?.id;
    default:
      return false;
  }
}

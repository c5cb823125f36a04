import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { byId } from '@alongside/domain/kernel/by-id.js';
import { nextStep, OPEN_GOALS_LIMIT, STEPS_PER_GOAL_LIMIT } from '@alongside/domain/development/goals.decider.js';
import { AGENDA_LIMIT_ITEMS } from '@alongside/domain/meetings/meeting.events.js';
import type { Meeting } from '@alongside/domain/meetings/meeting.state.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { seeded } from '@alongside/domain/testing/seeded.js';
import { asha, ben, PAIR, type Said, type Screen } from './pair-world.testing.js';

/** Who looks at which screen, and when. */
export interface Looking {
  readonly me: PersonId;
  readonly screen: Screen;
  readonly now: Instant;
  readonly random: ReturnType<typeof seeded>;
  /** An id that nothing has yet. */
  readonly newId: () => string;
}

const of = { mentorship: PAIR };
const DAY_MINUTES = 24 * 60;
/** A school day, long after every history. */
const REVIEW_ON = '2026-09-07' as Day;

/** Everything that a screen lets its reader do. What it offers to a reader who is up to date is never refused. */
export const offeredTo = (looking: Looking): readonly Said[] =>
  looking.screen.mentorship.over ? [] : [...ofPair(looking), ...ofGoals(looking), ...ofMeetings(looking)];

function ofPair({ me, screen: { mentorship }, newId, random }: Looking): readonly Said[] {
  const { agreement, agreed, paused, completion } = mentorship;
  const terms = { purpose: `For ${newId()}`, frequency: 'weekly', minutes: 45, format: 'either', confidentiality: '', reviewOn: REVIEW_ON };
  if (paused) return [{ type: 'ResumeMentorship', data: { ...of, seen: mentorship.pauses } }];
  return [
    { type: 'ProposeAgreement', data: { ...of, agreement: newId(), terms, seen: agreement?.id ?? null } },
    ...(agreement && !agreement.signedBy.includes(me) ? [{ type: 'SignAgreement', data: { ...of, agreement: agreement.id } }] : []),
    ...(random.below(4) === 0 ? [{ type: 'PauseMentorship', data: { ...of, until: null, seen: mentorship.pauses } }] : []),
    ...(agreed && !completion ? [{ type: 'ProposeCompletion', data: of }] : []),
    ...(completion?.by === me ? [{ type: 'WithdrawCompletion', data: of }] : []),
    ...(completion && completion.by !== me ? [{ type: 'DeclineCompletion', data: of }] : []),
    ...(completion && completion.by !== me && random.below(4) === 0 ? [{ type: 'CompleteMentorship', data: of }] : []),
    ...(random.below(30) === 0 ? [{ type: 'EndMentorship', data: { ...of, reason: `Because ${newId()}`, wantsAnother: false } }] : []),
  ];
}

function ofGoals({ screen: { goals: state }, newId }: Looking): readonly Said[] {
  const all = byId.entries(state.goals);
  const open = all.filter(([, { status }]) => status === 'open');
  const description = { title: `Goal ${newId()}`, why: '', success: '' };
  return [
    { type: 'GiveFeedback', data: { ...of, feedback: newId(), saw: `Saw ${newId()}`, nextStep: '' } },
    ...(open.length < OPEN_GOALS_LIMIT
      ? [{ type: 'AgreeGoal', data: { ...of, goal: newId(), description, tag: null, statements: [], due: null, steps: [] } }]
      : []),
    ...open.flatMap(([goal, { steps }]): Said[] => {
      const next = nextStep(steps);
      const taken = steps.find((step) => step.taken);
      return [
        { type: 'AchieveGoal', data: { ...of, goal, evidence: `Evidence ${newId()}` } },
        { type: 'SetGoalAside', data: { ...of, goal } },
        ...(steps.length < STEPS_PER_GOAL_LIMIT
          ? [{ type: 'PlanStep', data: { ...of, goal, step: newId(), title: `Step ${newId()}` } }]
          : []),
        ...(next ? [{ type: 'RecordProgress', data: { ...of, goal, step: next.step, note: `Went ${newId()}` } }] : []),
        ...(taken ? [{ type: 'ReopenStep', data: { ...of, goal, step: taken.step } }] : []),
      ];
    }),
  ];
}

function ofMeetings(looking: Looking): readonly Said[] {
  const { screen, newId } = looking;
  const where = { ...of, meeting: newId(), format: 'online', place: '' };
  const isPaused = screen.mentorship.paused !== null;
  const few = [...screen.meetings.values()].filter(({ status }) => status !== 'cancelled').length < 4;
  const isSuggested = [...screen.meetings.values()].some(({ status }) => status === 'proposed');
  const arrange: Said[] = [
    ...(isSuggested ? [] : [{ type: 'ProposeMeeting', data: { ...where, times: [timeFor(looking), timeFor(looking)] } }]),
    { type: 'BookMeeting', data: { ...where, time: timeFor(looking) } },
  ];
  return [...(few && !isPaused ? arrange : []), ...[...screen.meetings].flatMap(([meeting, state]) => ofMeeting(meeting, state, looking))];
}

const timeFor = ({ now, random }: Looking) => ({ startsAt: plusMinutes(now, 60 + random.below(4 * DAY_MINUTES)), minutes: 45 });

function ofMeeting(meeting: string, state: Meeting, looking: Looking): readonly Said[] {
  const { me, now, newId, random, screen } = looking;
  if (state.status === 'none' || state.status === 'cancelled') return [];
  const isPaused = screen.mentorship.paused !== null;
  const items = (screen.agendas.get(meeting) ?? []).map(({ item }) => item);
  const kept = random.below(2) === 0 ? items : items.filter((_, at) => at !== random.below(items.length));
  const agenda = {
    meeting,
    seen: items.map(({ id }) => id),
    items: [...kept, { id: newId(), title: `Item ${newId()}`, minutes: 5 }],
    letGo: [],
  };
  const setAgenda: Said[] = state.status !== 'closed' && items.length < AGENDA_LIMIT_ITEMS ? [{ type: 'SetAgenda', data: agenda }] : [];
  if (state.status === 'proposed') {
    const { times, by, declined, suggestion } = state;
    const time = random.pick(times);
    const about = { meeting, suggestion };
    const where = { format: 'online', place: `Room ${newId()}` };
    const choose: Said[] = by !== me && !declined && time.startsAt > now ? [{ type: 'ChooseTime', data: { ...about, time } }] : [];
    const others: Said[] = [
      { type: 'SuggestOtherTimes', data: { ...about, ...where, times: [timeFor(looking)] } },
      { type: 'BookMeeting', data: { ...of, ...about, ...where, time: timeFor(looking) } },
      ...(by === me ? [] : [{ type: 'DeclineTimes', data: about }]),
    ];
    return [...(isPaused ? [] : [...choose, ...others]), ...setAgenda, { type: 'CancelMeeting', data: { ...about, seen: null } }];
  }
  const seen = state.time.startsAt;
  const begun = seen <= now;
  const record = { meeting, took: true, minutes: 10 };
  const action = { action: newId(), owner: random.pick([asha, ben]), title: `Action ${newId()}`, due: null };
  return [
    ...setAgenda,
    { type: 'SaveNotes', data: { meeting, edition: state.edition, text: `${screen.notes.get(meeting) ?? ''} ${newId()}` } },
    { type: 'AgreeAction', data: { meeting, ...action } },
    ...(state.status === 'booked' ? [{ type: 'CancelMeeting', data: { meeting, seen } }] : []),
    ...(state.status === 'booked' && !isPaused ? [{ type: 'MoveMeeting', data: { meeting, seen, time: timeFor(looking) } }] : []),
    ...(state.status === 'booked'
      ? [{ type: 'SetMeetingPlace', data: { meeting, place: `Link ${newId()}`, seen: screen.places.get(meeting) ?? '' } }]
      : []),
    ...(begun && !byId.has(state.attendance, me) ? [{ type: 'CloseMeeting', data: { ...record, actions: [], carryOver: [] } }] : []),
    ...(state.status === 'closed' && !state.confirmed
      ? [{ type: 'RecordAttendance', data: { ...record, minutes: 5 + random.below(6) } }]
      : []),
    ...byId.entries(state.actions).flatMap(([id, { done, dropped, owner }]): Said[] => {
      const about = { meeting, action: id };
      if (done || dropped) return [{ type: 'ReopenAction', data: about }];
      return [
        { type: 'FinishAction', data: { ...about, note: `Done ${newId()}` } },
        { type: 'NoteAction', data: { ...about, note: `Note ${newId()}` } },
        { type: 'DropAction', data: about },
        ...(owner === me ? [{ type: 'KeepAction', data: about }] : []),
      ];
    }),
  ];
}

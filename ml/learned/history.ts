import type { Day, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { FIT_ANSWERS } from '@alongside/domain/mentorships/mentorship.events.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';

/** What has happened in a mentorship that says how well it goes. Days and counts alone. */
export interface History {
  readonly started: Day;
  /** Meetings that took place, by when. */
  readonly met: ReadonlyMap<MeetingId, Day>;
  /** The last answer of each to whether they fit. */
  readonly fits: ReadonlyMap<PersonId, (typeof FIT_ANSWERS)[number]>;
  readonly goals: { readonly agreed: number; readonly steps: number; readonly achieved: number };
  /** Who gave feedback. */
  readonly gave: ReadonlySet<PersonId>;
  /** Both wished to go on, or agreed that it was complete. */
  readonly wishedOn: boolean;
  readonly ended: { readonly on: Day; readonly how: 'completed' | 'early' | 'by-circumstance' } | null;
}

export const historyFrom = (started: Day): History => ({
  started,
  met: new Map(),
  fits: new Map(),
  goals: { agreed: 0, steps: 0, achieved: 0 },
  gave: new Set(),
  wishedOn: false,
  ended: null,
});

/** The history after one more event, which came on a day. */
export function after(history: History, event: AnyEvent, on: Day): History {
  const { goals } = history;
  switch (event.type) {
    case 'MeetingClosed':
      return event.data.took ? { ...history, met: new Map([...history.met, [event.data.meeting, event.data.on]]) } : history;
    case 'RecordSetAside':
      return event.data.said.length > 0 && !event.data.same
        ? history
        : { ...history, met: new Map([...history.met].filter(([meeting]) => meeting !== event.data.meeting)) };
    case 'FitChecked':
      return { ...history, fits: new Map([...history.fits, [event.data.by, event.data.answer]]) };
    case 'GoalAgreed':
      return { ...history, goals: { ...goals, agreed: goals.agreed + 1 } };
    case 'ProgressRecorded':
      return { ...history, goals: { ...goals, steps: goals.steps + 1 } };
    case 'GoalAchieved':
      return { ...history, goals: { ...goals, achieved: goals.achieved + 1 } };
    case 'FeedbackGiven':
      return { ...history, gave: new Set([...history.gave, event.data.from]) };
    case 'AgreementReviewed':
      return { ...history, wishedOn: true };
    case 'MentorshipCompleted':
      return { ...history, wishedOn: true, ended: { on, how: 'completed' } };
    case 'HandoverNeeded':
      return event.data.ends ? { ...history, ended: { on, how: 'by-circumstance' } } : history;
    case 'MentorshipEnded': {
      const how = event.data.because === 'mentor-left' || history.ended?.how === 'by-circumstance' ? 'by-circumstance' : 'early';
      return { ...history, ended: { on, how } };
    }
    default:
      return history;
  }
}

import type { ActionId, Day, Instant, MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import { change } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** Something that one of a pair took on at a meeting. */
export interface ActionRow {
  readonly action: ActionId;
  readonly meeting: MeetingId;
  readonly mentorship: MentorshipId;
  /** Who worded it. */
  readonly by: PersonId;
  readonly owner: PersonId;
  readonly title: string;
  readonly due: Day | null;
  /** `dropped`: it is not needed any more. */
  readonly done: 'yes' | 'no' | 'dropped';
  /** On its owner's own list, to do once the mentorship is over as well. */
  readonly kept: boolean;
  /** Ids of the framework statements that its owner links it to. */
  readonly statements: readonly string[];
  readonly agreedAt: Instant;
  readonly doneAt: Instant | null;
  /** How it went, in the words of each of the two, in the order in which they said it. */
  readonly notes: readonly { readonly by: PersonId; readonly note: string; readonly at: Instant }[];
}

/** Actions, to the pair. */
export const actionView = hubView<MeetingEvent, ActionRow>()({
  name: 'action',
  version: 5,
  title: 'Actions from meetings',
  readers: ['mentorship'],
  own: 'actions',
  indexes: ['owner', 'mentorship', 'meeting', 'done'],
  forget: (rows, id, person) =>
    change(rows, id, (data) => ({
      ...data,
      title: data.by === person ? '' : data.title,
      notes: data.notes.filter(({ by }) => by !== person),
    })),
  on: firstCome('action', {
    ActionAgreed: ({ data, at }, rows) => {
      rows.put(data.action, {
        audience: onlyPair(data.mentorship),
        data: { ...data, done: 'no', kept: false, statements: [], agreedAt: at, doneAt: null, notes: [] },
      });
    },
    ActionDone: ({ data: { action }, at }, rows) => change<ActionRow>(rows, action, (data) => ({ ...data, done: 'yes', doneAt: at })),
    ActionReopened: ({ data: { action } }, rows) => change<ActionRow>(rows, action, (data) => ({ ...data, done: 'no', doneAt: null })),
    ActionDropped: ({ data: { action } }, rows) => change<ActionRow>(rows, action, (data) => ({ ...data, done: 'dropped', kept: false })),
    ActionLinked: ({ data: { action, statements } }, rows) => change<ActionRow>(rows, action, (data) => ({ ...data, statements })),
    ActionKept: ({ data: { action } }, rows) => change<ActionRow>(rows, action, (data) => ({ ...data, done: 'no', kept: true })),
    ActionNoted: ({ data: { action, by, note }, at }, rows) => {
      // Words of an erased person read as none.
      if (note === '') return;
      change<ActionRow>(rows, action, (data) => ({ ...data, notes: [...data.notes, { by, note, at }] }));
    },
  }),
});

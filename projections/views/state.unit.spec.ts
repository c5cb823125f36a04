import { meeting } from '@alongside/domain/meetings/meeting.decider.js';
import { aggregates, type AnyAggregate, type Category } from '@alongside/domain/protocol/registry.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import type { View } from '../engine/view.js';
import { communityStory } from '../testing/community.js';
import { given, happened } from '../testing/given-events.js';
import { STATE_LIMIT_BYTES, stateView, type StateRow } from './state.view.js';

const story = communityStory();
const before = (type: string) =>
  story.slice(
    0,
    story.findIndex((event) => event.type === type),
  );

describe('the state of a stream', () => {
  test('is what its own decider makes of it', () => {
    const events = before('MentorshipCompleted');
    const view = given(stateView, events);
    for (const stream of new Set(events.map((event) => event.stream))) {
      const { decider, knownTo } = aggregates[stream.slice(0, stream.indexOf('-')) as Category] as unknown as AnyAggregate;
      const state = events.filter((event) => event.stream === stream).reduce(decider.evolve, decider.initial);
      const row = view.row(stream);
      const held = (knownTo?.(state, stream.slice(stream.indexOf('-') + 1)).length ?? 0) > 0;
      expect([stream, row]).toEqual([stream, held ? { stream, held, state } : row && { stream, held }]);
    }
    expect(view.ids().length).toBeGreaterThan(10);
  });

  test.each([
    ['goals-m1', ['mentorship:m1']],
    ['meeting-k1', ['mentorship:m1']],
    ['mentorship-m1', ['mentorship:m1']],
    ['growth-ben', ['person:ben']],
    ['person-ben', ['person:ben']],
    ['message-w1', ['person:ben', 'person:cora']],
    ['caseload-asha', []],
    ['institution-oakfield', []],
    ['credential-c-ben', []],
  ])('%s is known to %j', (stream, audience) => {
    expect(given(stateView, before('MentorshipCompleted')).audience(stream)).toEqual(audience);
  });

  test('[R8] of a mentorship that is over is not held: why it ended is private', () => {
    const ended = given(stateView, story);
    for (const id of ['m1', 'm2']) expect(ended.row(`mentorship-${id}`)).toEqual({ stream: `mentorship-${id}`, held: false });
  });

  test('[R6] does not show that one of the two asked for help, or said how it fits', () => {
    const all = before('MentorshipCompleted');
    for (const type of ['HelpAsked', 'FitChecked']) {
      const at = all.findIndex((event) => event.type === type);
      const rows = new MapRows<StateRow>();
      for (const event of all.slice(0, at)) tell(stateView as unknown as View<Event, StateRow>, event, rows);
      const row = rows.get('mentorship-m1');
      expect(row?.data.held).toBe(true);
      tell(stateView as unknown as View<Event, StateRow>, all[at] as (typeof all)[number], rows);
      expect(rows.get('mentorship-m1')).toBe(row);
    }
  });

  test('is not held once it has outgrown its limit, and stays so', () => {
    const credits = Math.ceil(STATE_LIMIT_BYTES / 60) + 1;
    const credited = Array.from({ length: credits }, (_, revision) => {
      const data = { person: 'asha', mentorship: 'm1', meeting: `${'k'.repeat(54)}${revision}`, on: '2026-03-05', minutes: 40 };
      return happened('CpdCredited', { ...data, as: 'mentor' }, { stream: 'growth-asha', revision });
    });
    expect(given(stateView, credited.slice(0, 900)).row('growth-asha')).toMatchObject({ held: true });
    expect(given(stateView, credited).row('growth-asha')).toEqual({ stream: 'growth-asha', held: false });
  });

  test('[R9] is not held once somebody whose words it knows by their digest is erased, and theirs alone is gone', () => {
    const erased = happened('PersonErased', { person: 'ben' }, { stream: 'person-ben' });
    const late = happened('CpdCredited', {
      ...{ person: 'ben', mentorship: 'm1', meeting: 'k9', on: '2026-03-05', minutes: 40, as: 'mentee' as const },
    });
    const after = given(stateView, [...before('MentorshipCompleted'), erased, { ...late, stream: 'growth-ben' as typeof late.stream }]);
    for (const stream of ['meeting-k1', 'mentorship-m1', 'goals-m1', 'message-w1'])
      expect(after.row(stream)).toEqual({ stream, held: false });
    expect([after.row('person-ben'), after.row('growth-ben')]).toEqual([undefined, undefined]);
    expect(after.row('person-asha')).toMatchObject({ held: true });
  });

  test('begins with the first event of its stream, and with no other', () => {
    const first = story.find(({ stream }) => stream.startsWith('meeting-'));
    if (!first) throw new Error('The story has a meeting.');
    expect(given(stateView, [first]).row(first.stream)).toEqual({
      stream: first.stream,
      held: true,
      state: meeting.evolve(meeting.initial, first as never),
    });
    expect(given(stateView, [{ ...first, revision: 3 }]).ids()).toEqual([]);
  });
});

import type { Command } from '@alongside/domain/kernel/decider.js';
import type { JoiningFacts } from '@alongside/domain/joining/joining.facts.js';
import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { COUNTED, foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gather } from './index.js';

type Told = Parameters<typeof foldView>[1];
const joined = (person: string) => [
  happened('PersonJoined', { person, name: person, email: `${person}@oakfield.example` }),
  happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }),
];
const asked = (request: string, mentor: string, mentee: string) =>
  happened('MentoringRequested', {
    ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  });
const closed = (request: string, mentor: string, mentee: string) =>
  happened('RequestDeclined', { request, mentor, mentee, reason: '', next: null });

/** What is known of the records “ben” and “ben-2” after these events. */
function factsAfter(events: Told, [record, other] = ['ben', 'ben-2']): JoiningFacts {
  const aggregate = aggregateOf('ProposeJoining');
  if (!aggregate) throw new Error('Two records cannot be joined.');
  const told = [...['asha', 'ben', 'ben-2'].flatMap(joined), ...events];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, told)])));
  const data = { record, other };
  const command = { type: 'ProposeJoining', by: 'helen', at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', data } as unknown as Command;
  return gather(aggregate, command, look).facts as JoiningFacts;
}

describe('two records that may be joined', () => {
  test('have who stands above either, the kept one’s first, and nobody who has left or is themself', () => {
    const line = (person: string, lineManager: string | null, inductionTutor: string | null) =>
      happened('ReportingLineSet', { institution: 'oakfield', person, lineManager, inductionTutor });
    const [cleo, gone] = [joined('cleo'), [...joined('gone'), happened('MemberLeft', { institution: 'oakfield', person: 'gone' })]];
    const here = (...events: Told) => {
      const { lineManager, inductionTutor } = factsAfter([...cleo, ...gone, ...events]).belongs[0] ?? {};
      return [lineManager, inductionTutor];
    };
    expect(here(line('ben', 'cleo', null), line('ben-2', 'asha', 'asha'))).toEqual(['cleo', 'asha']);
    expect(here(line('ben-2', 'asha', 'asha'), line('ben', 'gone', null))).toEqual(['asha', 'asha']);
    expect(here(line('ben', 'ben-2', 'cleo'))).toEqual([undefined, 'cleo']);
    // Whichever of the two is named first.
    expect(factsAfter([...cleo, line('ben', 'cleo', null), line('ben-2', 'asha', null)], ['ben-2', 'ben']).belongs).toMatchObject([
      { lineManager: 'cleo' },
    ]);
  });

  test.each([
    ['ben', 'ben-2'],
    ['ben-2', 'ben'],
  ])('have a request between them while it is open, and not once it is closed (%s is asked by %s)', (mentor, mentee) => {
    const request = asked('r-1', mentor, mentee);
    expect(factsAfter([request]).between).toBe('request');
    expect(factsAfter([request, closed('r-1', mentor, mentee)]).between).toBe('nothing');
  });

  test.each([
    ['mentor', (one: string): readonly [string, string] => ['asha', one]],
    ['mentee', (one: string): readonly [string, string] => [one, 'asha']],
  ])('have the same %s in open requests alone', (_, twoOf) => {
    const both = [asked('r-1', ...twoOf('ben')), asked('r-2', ...twoOf('ben-2'))];
    expect(factsAfter(both).withTheSame).toBe(true);
    expect(factsAfter([...both, closed('r-1', ...twoOf('ben'))]).withTheSame).toBe(false);
    expect(factsAfter([...both, closed('r-2', ...twoOf('ben-2'))]).withTheSame).toBe(false);
  });

  test('have nothing with the same person where one asked them and the other is asked by them', () => {
    expect(factsAfter([asked('r-1', 'asha', 'ben'), asked('r-2', 'ben-2', 'asha')]).withTheSame).toBe(false);
  });
});

import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubEvent } from '../views/hub-event.js';
import { happened } from '../testing/given-events.js';
import { MapRows } from './map-rows.js';
import { tell, telling } from './tell.js';
import { view, type View } from './view.js';

interface Letter {
  readonly text: string;
  readonly seen?: true;
}
const written = (from: string, message = 'l1') => happened('MessageWritten', { message, from, to: 'asha', text: 'Hello' });
const suggested = (from: string) => happened('MentorsSuggested', { message: 'l1', from, to: 'asha', mentors: [], text: 'Look' });
const paused = happened('MentoringPaused', { person: 'asha', until: null });

const letters = (rest: Partial<View<HubEvent, Letter>> = {}) =>
  view<HubEvent, Letter>({
    name: 'letter',
    version: 1,
    indexes: [],
    on: {
      MessageWritten: ({ data }, rows) => rows.put(data.message, { audience: [], data: { text: data.text } }),
      MentorsSuggested: ({ data }, rows) => rows.put(data.message, { audience: [], data: { text: data.text } }),
      MentoringPaused: ({ data: { person } }, rows) => rows.put('l1', { audience: [], data: { text: '', seen: true }, about: [person] }),
    },
    forget: () => undefined,
    ...rest,
  }) as unknown as View;

const told = (one: View, ...events: Parameters<typeof tell>[1][]) => {
  const rows = new MapRows<unknown>();
  for (const event of events) tell(one, event, rows);
  return rows;
};

describe('telling a view of an event', () => {
  test('[R9] notes whose words went into a row, by the marks of the event, so that a view that forgets finds them', () => {
    const rows = told(letters(), written('ben'), written('cleo', 'l2'));
    expect([rows.about('ben' as PersonId), rows.about('cleo' as PersonId), rows.about('asha' as PersonId)]).toEqual([['l1'], ['l2'], []]);
  });

  test('[R9] a row that is written anew stays about all whose words it ever held', () => {
    const rows = told(letters(), written('ben'), suggested('cleo'), paused);
    expect(rows.get('l1')).toEqual({ audience: [], data: { text: '', seen: true }, about: ['ben', 'cleo', 'asha'] });
    expect((['ben', 'cleo', 'asha'] as PersonId[]).map((person) => rows.about(person))).toEqual([['l1'], ['l1'], ['l1']]);
  });

  test('somebody who is named twice is noted once', () => {
    const twice = letters({
      on: {
        MentoringPaused: ({ data: { person } }, rows) => rows.put('l1', { audience: [], data: { text: '' }, about: [person, person] }),
      },
    });
    expect(told(twice, paused).get('l1')?.about).toEqual(['asha']);
    expect(told({ ...twice, on: { ...letters().on, ...twice.on } }, written('ben'), paused).get('l1')?.about).toEqual(['ben', 'asha']);
  });

  test('a view that keeps no words is spared the trail, and finds what it said itself', () => {
    const { forget: _, ...rest } = letters();
    const rows = told(rest, written('ben'), paused);
    expect(rows.get('l1')?.about).toEqual(['asha']);
  });

  describe('tells a view again that a person is erased', () => {
    /** Of whom the view was told, and when. */
    const again: string[] = [];
    const erasing = letters({ erase: ({ type, data, at }) => void again.push(`${type} ${data.person} ${at}`) });
    const erased = (person: string) => happened('PersonErased', { person });
    const behind = (...events: Parameters<typeof tell>[1][]) => {
      again.length = 0;
      const told = telling(erasing, new MapRows<unknown>());
      for (const event of events) told(event);
      return again;
    };

    test('[R9] behind an event that names them, at its moment, and not before they are', () => {
      expect(behind(paused, erased('asha'), paused)).toEqual([`PersonErased asha ${paused.at}`]);
    });

    test('[R9] behind an event that writes a row about them and names them nowhere', () => {
      const events = [written('ben'), erased('ben'), { ...suggested('cleo'), data: { ...suggested('cleo').data, to: 'dev' } }];
      expect(behind(...(events as Parameters<typeof tell>[1][]))).toEqual([`PersonErased ben ${paused.at}`]);
    });

    test('once each, and of nobody else', () => {
      expect(behind(erased('ben'), erased('asha'), erased('cleo'), written('ben')).map((one) => one.split(' ')[1])).toEqual([
        'asha',
        'ben',
      ]);
    });
  });

  describe('once a person is erased', () => {
    const erased = (person: string) => happened('PersonErased', { person });
    /** What `forget` was led to, in its order. */
    const led: string[] = [];
    const forgetful = (rest: Partial<View<HubEvent, Letter>> = {}) =>
      letters({
        forget: (rows, id, person) => {
          led.push(`${person} in ${id}`);
          const row = rows.get(id);
          if (row) rows.put(id, { ...row, data: { text: '' } });
        },
        ...rest,
      });
    const after = (one: View, ...events: Parameters<typeof tell>[1][]) => {
      led.length = 0;
      const rows = new MapRows<unknown>();
      const told = telling(one, rows);
      for (const event of events) told(event);
      return rows;
    };

    test('[R9] they are forgotten in each row about them that is written behind it, and in no other', () => {
      const rows = after(forgetful(), written('ben'), erased('ben'), written('cleo', 'l2'), written('ben', 'l3'), suggested('cleo'));
      expect(led).toEqual(['ben in l3', 'ben in l1']);
      expect(['l1', 'l2', 'l3'].map((id) => rows.get(id))).toEqual([
        { audience: [], data: { text: '' }, about: ['ben', 'cleo'] },
        { audience: [], data: { text: 'Hello' }, about: ['cleo'] },
        { audience: [], data: { text: '' }, about: ['ben'] },
      ]);
    });

    test('a row that the handler removes again is not gone into, and several are in the order of their ids', () => {
      const busy = forgetful({
        on: {
          MessageWritten: ({ data: { from } }, rows) => {
            for (const id of ['l3', 'l1', 'l2']) rows.put(id, { audience: [], data: { text: from } });
            rows.remove('l2');
          },
        },
      });
      expect([...after(busy, erased('ben'), written('ben')).all.keys()]).toEqual(['l3', 'l1']);
      expect(led).toEqual(['ben in l1', 'ben in l3']);
    });

    test('a view that cannot forget is told as ever', () => {
      const { forget: _, ...rest } = letters();
      expect(after(rest, erased('ben'), written('ben'), paused).get('l1')).toEqual({
        audience: [],
        data: { text: '', seen: true },
        about: ['asha'],
      });
    });
  });
});

import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { EventTyped } from '../reactors/reactor.js';
import { news, type News, type NewsType } from './news.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
type Told = Parameters<typeof foldView>[1];

/** What is written about the last of these events. */
function written(...events: Told): News | undefined {
  const named = [asha, ben].map((person) =>
    happened('PersonJoined', { person, name: `${person} Name`, names: { given: person }, email: `${person}@x.example` }),
  );
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, [...named, ...events])])));
  const last = events.at(-1);
  // The event is of the type under which its letter is looked up.
  const tell = news[last?.type as NewsType] as (event: EventTyped<NewsType>, look: ReturnType<typeof lookInto>) => News | undefined;
  return tell(last as EventTyped<NewsType>, look);
}

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const reminded = (actsNext: 'mentor' | 'mentee') => happened('RequestReminded', { request: 'r1', actsNext });

test('somebody is called what they asked for, apart from the sentence around it, and never by the first word of their name', () => {
  const renamed = (name: string, names?: object) => happened('PersonRenamed', { person: ben, name, ...(names && { names }) });
  const subjects = [renamed('Nguyễn Thị Hạnh'), renamed('Ann Ray', { given: 'Ann', addressed: 'Mrs Ray' }), renamed('مريم حداد')].map(
    (rename) => written(rename, asked)?.subject,
  );
  expect(subjects).toEqual([
    'Nguyễn Thị Hạnh asks you to be their mentor',
    'Mrs Ray asks you to be their mentor',
    '\u2068مريم حداد\u2069 asks you to be their mentor',
  ]);
});

describe('letters about a request that waits', () => {
  test('[R4] whoever must move next is reminded, and the other is not', () => {
    expect(written(asked, reminded('mentor'))).toMatchObject({ to: asha, subject: 'ben is waiting for your answer' });
    expect(written(asked, reminded('mentee'))).toMatchObject({ to: ben, subject: 'asha wrote to you about your request' });
  });

  test('[R4] a lapse blames nobody: it reads the same whoever had the last word', () => {
    const lapsed = (actsNext: 'mentor' | 'mentee') =>
      written(asked, happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext, next: null }));
    expect(lapsed('mentor')).toMatchObject({ to: ben, subject: 'The time for your request to asha has run out' });
    expect(lapsed('mentee')).toEqual(lapsed('mentor'));
    expect(JSON.stringify(lapsed('mentor'))).not.toMatch(/did not/);
  });
});

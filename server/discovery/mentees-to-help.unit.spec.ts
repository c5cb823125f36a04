import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import { actorOf } from '@alongside/projections/facts/actor.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { MenteePool } from './mentee-pool.js';
import { menteesToHelp, SHOWN_LIMIT_PEOPLE } from './mentees-to-help.js';
import { MentorPool } from './mentor-pool.js';

type Told = ReturnType<typeof happened>;
const [BEHAVIOUR, ADHD] = ['exp-behaviour-classroom-routines-and-expectations', 'exp-send-adhd'] as const;
const NOW = '2026-03-06T12:00:00.000Z' as Instant;
const joins = (person: string, institution = 'elm'): Told[] => [
  happened('PersonJoined', { person, name: `${person} Surname`, email: `${person}@x.example` }),
  happened('MemberJoined', { institution, person, from: '2025-09-01' }),
];
const wants = (person: string, ...tags: string[]): Told[] => [
  happened('AimsSet', { person, aims: tags.map((tag) => ({ tag, from: 1, to: 3 })) }),
  happened('OpenToOffersSet', { person, open: true }),
];
const school = [
  ...['elm', 'oak'].map((institution) =>
    happened('InstitutionRegistered', { institution, details: { name: institution, kind: 'school', nation: 'england' } }),
  ),
  ...['asha', 'ben', 'cleo', 'dan'].flatMap((person) => joins(person)),
  happened('ExpertiseDeclared', { person: 'asha', expertise: [BEHAVIOUR, ADHD].map((tag) => ({ tag, level: 4 })) }),
  happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: '' } }),
  happened('CapacityChanged', { mentor: 'asha', places: 2 }),
];
const storeOf = (views: ReadonlyMap<string, ReadonlyMap<string, object>>): Pick<ViewStore, 'list'> => ({
  list: ((view: string) => [...(views.get(view) ?? [])].map(([id, row]) => ({ id, ...row }))) as unknown as ViewStore['list'],
});

/** What Asha is answered after these events. */
function after(events: readonly Told[], { now = NOW, person = 'asha' } = {}) {
  const views = new Map(allViews.map((view) => [view.name, foldView(view, [...school, ...events])]));
  const look = lookInto(views);
  const [mentors, mentees] = [new MentorPool(), new MenteePool()];
  for (const pool of [mentors, mentees]) pool.fill(storeOf(views));
  const me = person as PersonId;
  return menteesToHelp(me, new Set(principalsOf(actorOf(me, look))), { mentors, mentees, look, now });
}
const shown = (...given: Parameters<typeof after>) => after(...given).groups.flatMap(({ people }) => people.map(({ person }) => person));

const offered = (helpOffer: string, mentee: string, mentor = 'asha') =>
  happened('HelpOffered', {
    ...{ helpOffer, mentor, mentee, note: '', aims: [BEHAVIOUR], answerBy: '2026-03-13', counted: COUNTED },
  });
const asks = (request: string, mentor: string, mentee: string) =>
  happened('MentoringRequested', {
    ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
  });
const pair = (mentorship: string, mentor: string, mentee: string) =>
  happened('MentorshipStarted', { mentorship, mentor, mentee, request: null, aims: [] });

describe('whom a mentor could help', () => {
  test('are those who chose it, by the focus area that they share, each once', () => {
    const { state, groups, more } = after([...wants('ben', BEHAVIOUR, ADHD), ...wants('cleo', ADHD), ...wants('dan', 'exp-other')]);
    expect({ state, more }).toEqual({ state: 'open', more: false });
    expect(groups.map(({ aim, people }) => [aim, people.map(({ person }) => person)])).toEqual([
      [ADHD, ['cleo']],
      [BEHAVIOUR, ['ben']],
    ]);
  });

  test('nobody who did not choose it, or took it back', () => {
    const aims = happened('AimsSet', { person: 'ben', aims: [{ tag: BEHAVIOUR, from: 1, to: 3 }] });
    expect(shown([aims])).toEqual([]);
    expect(shown([...wants('ben', BEHAVIOUR), happened('OpenToOffersSet', { person: 'ben', open: false })])).toEqual([]);
  });

  test('tell what they opened and no more: no level, no score, no way of working', () => {
    const preferences = happened('PreferencesSet', { person: 'ben', preferences: { 'comm-pace': 5 } });
    const [ben] = after([...wants('ben', BEHAVIOUR), preferences]).groups.flatMap(({ people }) => people);
    expect(Object.keys(ben ?? {}).toSorted()).toEqual([...['called', 'institutions', 'jobTitle', 'name', 'person', 'remarks']]);
    expect(ben?.remarks[0]?.text).toBe('ben Surname wants to work on classroom routines and expectations, and you can help with it.');
    expect(JSON.stringify(ben)).not.toMatch(/level|score|"from"/);
  });

  test.each<[string, readonly Told[]]>([
    [
      '[R6] the mentor manages them',
      [happened('ReportingLineSet', { institution: 'elm', person: 'ben', lineManager: 'asha', inductionTutor: null })],
    ],
    [
      '[R6] the mentor assesses them',
      [happened('ReportingLineSet', { institution: 'elm', person: 'ben', lineManager: null, inductionTutor: 'asha' })],
    ],
    ['[R5] they exclude the mentor', [happened('ExclusionAdded', { person: 'ben', other: 'asha' })]],
    ['[R5] the mentor excludes them', [happened('ExclusionAdded', { person: 'asha', other: 'ben' })]],
    ['the two are paired', [pair('m1', 'asha', 'ben')]],
    ['they asked the mentor', [asks('r1', 'asha', 'ben')]],
    ['the mentor offered already', [offered('o1', 'ben')]],
    ['nobody may find them', [happened('VisibilitySet', { person: 'ben', visibility: 'nobody' })]],
    ['they have three mentors and requests', [pair('m1', 'cleo', 'ben'), pair('m2', 'dan', 'ben'), asks('r1', 'cleo', 'ben')]],
    ['three others offered', ['o1', 'o2', 'o3'].map((id) => offered(id, 'ben', 'cleo'))],
  ])('nobody where %s', (_why, events) => {
    expect(shown([...wants('ben', BEHAVIOUR)])).toEqual(['ben']);
    expect(shown([...wants('ben', BEHAVIOUR), ...events])).toEqual([]);
  });

  test('nobody of another school, until they choose to be found there', () => {
    const eve = [...joins('eve', 'oak'), ...wants('eve', BEHAVIOUR)];
    expect(shown(eve)).toEqual([]);
    expect(shown([...eve, happened('VisibilitySet', { person: 'eve', visibility: 'everyone' })])).toEqual([]);
    const ashaToo = happened('VisibilitySet', { person: 'asha', visibility: 'everyone' });
    expect(shown([...eve, happened('VisibilitySet', { person: 'eve', visibility: 'everyone' }), ashaToo])).toEqual(['eve']);
  });

  test('those who said “not this time” come again after 90 days', () => {
    const no = happened('OfferDeclined', { helpOffer: 'o1', mentor: 'asha', mentee: 'ben', notBefore: '2026-06-04' }, { at: NOW });
    const events = [...wants('ben', BEHAVIOUR), offered('o1', 'ben'), no];
    expect(shown(events)).toEqual([]);
    expect(shown(events, { now: '2026-06-03T12:00:00.000Z' as Instant })).toEqual([]);
    expect(shown(events, { now: '2026-06-04T12:00:00.000Z' as Instant })).toEqual(['ben']);
  });

  test('are a bounded few, of every focus area, in the order of the day', () => {
    const people = Array.from({ length: 40 }, (_, at) => `p${at}`);
    const events = [...people.flatMap((person) => [...joins(person), ...wants(person, BEHAVIOUR)]), ...wants('ben', ADHD)];
    const { groups, more } = after(events);
    expect(groups.flatMap((group) => group.people)).toHaveLength(SHOWN_LIMIT_PEOPLE);
    expect({ more, groups: groups.map(({ aim }) => aim) }).toEqual({ more: true, groups: [ADHD, BEHAVIOUR] });
    expect(shown(events)).not.toEqual(shown(events, { now: '2026-03-09T12:00:00.000Z' as Instant }));
  });
});

describe('within capacity', () => {
  const some = wants('ben', BEHAVIOUR);

  test('a mentor without a place is told so and shown nobody', () => {
    const full = [pair('m1', 'asha', 'cleo'), happened('CapacityChanged', { mentor: 'asha', places: 0 })];
    expect(after([...some, ...full])).toEqual({ state: 'full', left: 0, groups: [], more: false });
  });

  test('each open offer stands for a place', () => {
    expect(after([...some, offered('o1', 'cleo')])).toMatchObject({ state: 'open', left: 1 });
    expect(after([...some, offered('o1', 'cleo'), offered('o2', 'dan')])).toMatchObject({ state: 'all-offered', groups: [] });
  });

  test('nobody is shown to a mentor who is paused, or to a person who does not offer mentoring', () => {
    expect(after([...some, happened('MentoringPaused', { person: 'asha', until: null })])).toMatchObject({ state: 'paused', groups: [] });
    expect(after(some, { person: 'cleo' })).toMatchObject({ state: 'not-offering', groups: [] });
  });
});

import type { But } from '@alongside/domain/suggestions/alike.js';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import { anyModel } from '@alongside/ml/learned/testing/any-model.js';
import type { Learned } from '@alongside/ml/ranking/learned.js';
import { DEFAULT_WEIGHTS } from '@alongside/ml/ranking/weights.js';
import { actorOf } from '@alongside/projections/facts/actor.js';
import type { ViewStore } from '@alongside/projections/store/view-store.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { mentorsFor } from './mentors-for.js';
import { MentorPool } from './mentor-pool.js';
import { Suggestions } from './suggestions.js';

type Told = Parameters<typeof foldView>[1];
const ben = 'ben' as PersonId;
const joined = (person: string) => [
  happened('PersonJoined', { person, name: person, email: `${person}@x.example` }),
  happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' }),
];
const offers = (mentor: string) => [
  happened('MentoringOffered', { person: mentor, offer: { careerStages: [], note: '' } }),
  happened('CapacityChanged', { mentor, places: 2 }),
];
const school = [
  happened('InstitutionRegistered', { institution: 'oakfield', details: { name: 'Oakfield', kind: 'school', nation: 'england' } }),
  ...['ben', 'asha', 'cleo'].flatMap(joined),
  ...['asha', 'cleo'].flatMap(offers),
];

/** A store that lists whole views: all that the pool asks of it. */
const storeOf = (views: ReadonlyMap<string, ReadonlyMap<string, object>>): Pick<ViewStore, 'list'> => ({
  list: ((view: string) => [...(views.get(view) ?? [])].map(([id, row]) => ({ id, ...row }))) as unknown as ViewStore['list'],
});

/** What the hub would suggest after these events, on a day. */
function after(events: Told, now = '2026-03-06T12:00:00.000Z' as Instant, learned?: Learned) {
  const views = new Map(allViews.map((view) => [view.name, foldView(view, [...school, ...events])]));
  const look = lookInto(views);
  const pool = new MentorPool();
  pool.fill(storeOf(views));
  const suggestions = new Suggestions(
    pool,
    look,
    () => now,
    () => '7' as Position,
    () => learned,
  );
  const principals = new Set(principalsOf(actorOf(ben, look)));
  const own = look.row('profile', ben);
  if (!own) throw new Error('Ben has a profile.');
  return {
    suggested: suggestions.forMentee(ben, principals, { weights: DEFAULT_WEIGHTS }).people.map(({ person }) => person),
    ranked: suggestions.forMentee(ben, principals, { weights: DEFAULT_WEIGHTS }).ranked,
    like: (mentor: string, but: But) => {
      const { people, like, ranked } = suggestions.forMentee(ben, principals, {
        weights: DEFAULT_WEIGHTS,
        alike: { mentor: mentor as PersonId, but },
      });
      return { people: people.map(({ person }) => person), like, alike: ranked.alike };
    },
    others: (mentor: string) => suggestions.othersLike(ben, mentor as PersonId, principals)?.but,
    why: (mentor: string) => suggestions.whyYouTwo(ben, mentor as PersonId, principals, DEFAULT_WEIGHTS),
    offered: (among?: ReadonlySet<PersonId>) => mentorsFor(own, principals, { pool, look, now, among }).mentors.map(({ id }) => id),
  };
}
const pair = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
const started = happened('MentorshipStarted', { ...pair, request: null, aims: [] });
const ENDS = {
  'ended early': happened('MentorshipEnded', { ...pair, by: 'ben', reason: '', wantsAnother: true }),
  completed: happened('MentorshipCompleted', { ...pair, by: 'ben' }),
};

describe('others like a mentor, but better in one thing', () => {
  const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
  const can = (person: string, level = 4) => happened('ExpertiseDeclared', { person, expertise: [{ tag: ROUTINES, level }] });
  const aims = happened('AimsSet', { person: 'ben', aims: [{ tag: ROUTINES, from: 2, to: 3 }] });
  const asks = happened('MentoringRequested', {
    ...{
      request: 'r1',
      mentor: 'asha',
      mentee: 'dee',
      note: '',
      aims: [],
      times: [],
      reserves: [],
      remindOn: '2026-03-17',
      answerBy: '2026-03-20',
      counted: COUNTED,
    },
  });

  test('are offered where there is somebody, and found: both with the name of the mentor they are like', () => {
    const { others, like } = after([aims, can('asha'), can('cleo'), asks]);
    expect(others('asha')).toEqual(['fewer-requests']);
    expect(like('asha', 'fewer-requests')).toEqual({
      people: ['cleo'],
      like: { called: 'asha', by: 'focus' },
      alike: { mentor: 'asha', but: 'fewer-requests' },
    });
    expect(others('cleo')).toEqual([]);
  });

  test('are not offered where nobody is like them, and none are made up', () => {
    const { others, like } = after([aims, can('asha'), asks]);
    expect(others('asha')).toEqual([]);
    expect(like('asha', 'fewer-requests').people).toEqual([]);
  });

  test('[R5] nobody who is kept apart from the mentee is among them or moves what is offered', () => {
    const { others, like } = after([aims, can('asha'), can('cleo'), asks, happened('ExclusionAdded', { person: 'cleo', other: 'ben' })]);
    expect([others('asha'), like('asha', 'fewer-requests').people]).toEqual([[], []]);
  });

  test('somebody who is not found names nobody: the usual list comes', () => {
    const { others, like, suggested } = after([aims, can('asha'), can('cleo')]);
    expect(others('nobody')).toBeUndefined();
    expect(like('nobody', 'nearer')).toEqual({ people: suggested, like: null, alike: undefined });
  });
});

describe('what is never used', () => {
  const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
  const work = { phases: ['ph-ks3'], subjects: ['sub-mathematics'], settings: [], roles: [] };
  /** Both offer the same; each says of themselves what is given. */
  const people = (asha: Identity, cleo: Identity, own: Identity = {}): Told =>
    Object.entries({ asha, cleo, ben: own }).flatMap(
      ([person, { name = person, jobTitle = '', about = '', note = '', roles = [], since, title }]) => [
        happened('PersonRenamed', { person, name, ...(title && { names: { title } }) }),
        happened('ProfileDescribed', { person, profile: { ...work, jobTitle, about, roles, ...(since && { inEducationSince: since }) } }),
        ...(person === 'ben'
          ? [happened('AimsSet', { person, aims: [{ tag: ROUTINES, from: 2, to: 3 }] })]
          : [
              happened('ExpertiseDeclared', { person, expertise: [{ tag: ROUTINES, level: 4 }] }),
              happened('MentoringOffered', { person, offer: { careerStages: [], note } }),
            ]),
      ],
    );
  const saidBy =
    (learned: Learned | undefined) =>
    (...identities: Parameters<typeof people>) => {
      const { suggested, why } = after(people(...identities), undefined, learned);
      return { suggested, scores: ['asha', 'cleo'].map((mentor) => [why(mentor)?.score, why(mentor)?.parts, why(mentor)?.chance]) };
    };

  test.each([
    ['by the rules', undefined],
    ['where a model serves', anyModel(1)],
    ['where another model serves', anyModel(2)],
  ])('a name, a title, pronouns, an age or a belief moves no score and no place, wherever it is written: %s', (_how, learned) => {
    const said = saidBy(learned);
    const without = said({}, {});
    const identities: readonly Identity[] = [
      { name: 'Muhammad Hussain', title: 'Mr', jobTitle: 'Head of mathematics (he/him)', since: 1985 },
      {
        title: 'Mrs',
        name: 'Chidinma Okonkwo',
        about: 'She is 58, a mother of three, and a practising Catholic.',
        roles: ['role-governor'],
      },
      { name: 'Sir Hugh Smythe', about: 'I am a white man of 61.', note: 'Women returning to work are welcome.', since: 1988 },
      { name: '王小明', jobTitle: 'they/them', note: 'I use a wheelchair.', since: 2024 },
    ];
    for (const one of identities)
      for (const other of [{}, ...identities]) {
        expect(said(one, other)).toEqual(without);
        expect(said(other, one, one)).toEqual(without);
      }
  });
});

interface Identity {
  readonly name?: string;
  readonly title?: string;
  readonly jobTitle?: string;
  readonly about?: string;
  readonly note?: string;
  readonly roles?: readonly string[];
  readonly since?: number;
}

describe('a model that serves', () => {
  test('is named with its share in what reproduces the list, and tells its chance in a sentence', () => {
    const { ranked, why } = after([], undefined, anyModel(1, 0.25));
    expect(ranked).toMatchObject({ ranking: 'rules-6:a-model', weights: { learned: 0.25, expertise: 0.3 * 0.75 } });
    expect(why('asha')?.chance).toMatch(
      /^Of 100 mentorships like this that we looked at, about [37] in 10 lasted a term or were completed\./,
    );
    expect(after([]).ranked).toMatchObject({ ranking: 'rules-6', weights: DEFAULT_WEIGHTS });
    expect(after([]).why('asha')?.chance).toBeNull();
  });
});

describe('whoever was one’s mentor until lately', () => {
  for (const [how, end] of Object.entries(ENDS))
    test(`${how}: is not suggested as new, by the hub or to the coordinator, and is found and asked`, () => {
      const { suggested, offered, why } = after([started, end]);
      expect(suggested).toEqual(['cleo']);
      expect(offered()).toEqual(['cleo']);
      expect(offered(new Set(['asha' as PersonId]))).toEqual(['asha']);
      expect(why('asha')).toMatchObject({ person: 'asha', cannotAsk: null });
    });

  test('is suggested again after a year', () => {
    expect(after([started, ENDS.completed], '2027-03-05T12:00:00.000Z' as Instant).suggested).toEqual(['cleo']);
    expect(after([started, ENDS.completed], '2027-03-06T12:00:00.000Z' as Instant).suggested.toSorted()).toEqual(['asha', 'cleo']);
  });
});

describe('a mentor who said no', () => {
  const asked = happened('MentoringRequested', {
    ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  });
  const no = happened('RequestDeclined', { request: 'r1', mentor: 'asha', mentee: 'ben', reason: 'This term is full.', next: null });

  test('is not suggested for a term, nor as a second choice, and is found and asked', () => {
    const { suggested, why } = after([asked, no]);
    expect(suggested).toEqual(['cleo']);
    expect(why('asha')).toMatchObject({ person: 'asha', cannotAsk: null });
    expect(after([asked, no], '2026-06-04T12:00:00.000Z' as Instant).suggested.toSorted()).toEqual(['asha', 'cleo']);
  });

  test('what the hub closed for them was not their no', () => {
    const closed = { ...no, data: { ...no.data, because: 'not-taking-new-mentees' } } as typeof no;
    expect(after([asked, closed]).suggested.toSorted()).toEqual(['asha', 'cleo']);
  });
});

describe('who cannot be asked', () => {
  test('a mentor who paused says so, and until when; on that day they can be asked', () => {
    const paused = (until: string | null) => after([happened('MentoringPaused', { person: 'asha', until })]);
    expect(paused('2026-04-13').why('asha')?.cannotAsk).toEqual({ because: 'paused', until: '2026-04-13' });
    expect(paused(null).why('asha')?.cannotAsk).toEqual({ because: 'paused', until: null });
    expect(paused('2026-03-06').why('asha')?.cannotAsk).toBeNull();
    expect(paused(null).suggested).toEqual(['cleo']);
  });

  test('[R5] neither a line manager nor an exclusion is told by it', () => {
    const line = happened('ReportingLineSet', { institution: 'oakfield', person: 'ben', lineManager: 'asha', inductionTutor: null });
    expect(after([line]).why('asha')?.cannotAsk).toBeNull();
    expect(after([happened('ExclusionAdded', { person: 'asha', other: 'ben' })]).why('asha')).toBeUndefined();
  });
});

import type { Day } from '@alongside/domain/kernel/brand.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { isLeftOut, type Lesson } from './lesson.js';
import { Lessons } from './lessons.js';
import { plantedHub, type PlantedEvent } from './testing/planted-hub.js';

const SIZE = { mentees: 12, mentors: 6, each: 2, taste: 1 };
const TODAY = '2026-09-01' as Day;

function lessonsOf(
  planted: readonly PlantedEvent[],
  today = TODAY,
): { readonly all: readonly Lesson[]; readonly erased: ReadonlySet<string> } {
  const lessons = new Lessons();
  const ended = planted.flatMap(({ at, event }) => lessons.hear(event, dayOf(at)) ?? []);
  return { all: [...ended, ...lessons.underWay(today)], erased: lessons.erased };
}
// Plain text stands for branded ids.
const happened = (type: AnyEvent['type'], data: object) => ({ type, data }) as unknown as AnyEvent;
const atEnd = (event: AnyEvent): PlantedEvent => ({ at: '2026-08-31T12:00:00.000Z' as PlantedEvent['at'], event });
const isStart = ({ event }: PlantedEvent) => event.type === 'MentoringRequested';

describe('lessons of a log', () => {
  const planted = plantedHub(4, SIZE);
  const { all } = lessonsOf(planted);

  test('there is one of each mentorship that ended', () => {
    expect(all).toHaveLength(SIZE.mentees * SIZE.each);
    expect(all.some(({ lasted }) => lasted) && all.some(({ lasted }) => !lasted)).toBe(true);
  });

  test('people are as they were when the mentor was asked: what they answered later teaches nothing', () => {
    const later = planted
      .filter(({ event }) => event.type === 'PersonJoined')
      .flatMap(({ event }) => {
        const { person } = event.data as { readonly person: string };
        return [
          happened('PreferencesSet', { person, preferences: { 'comm-pace': 1 } }),
          happened('AimsSet', { person, aims: [] }),
          happened('ExpertiseDeclared', { person, expertise: [] }),
          happened('ProfileDescribed', { person, profile: { phases: ['ph-other'], subjects: [], settings: [] } }),
        ];
      });
    expect(lessonsOf([...planted, ...later.map(atEnd)]).all).toEqual(all);
    // Said before anybody asks, it does.
    const first = planted.findIndex(isStart);
    expect(lessonsOf([...planted.slice(0, first), ...later.map(atEnd), ...planted.slice(first)]).all).not.toEqual(all);
  });

  test('who was erased is named, also where a lesson of theirs came before', () => {
    const erased = happened('PersonErased', { person: 'mentee-3' });
    expect([...lessonsOf([...planted, atEnd(erased)]).erased]).toEqual(['mentee-3']);
  });

  test('a request that came to nothing teaches nothing', () => {
    const asked = planted.find(isStart)?.event.data as { readonly request: string };
    const declined = { ...asked, request: 'r-other' };
    const more = [happened('MentoringRequested', declined), happened('RequestDeclined', declined)].map(atEnd);
    expect(lessonsOf([...planted, ...more]).all).toEqual(all);
  });

  test('one that goes on is learned from after a term', () => {
    const from = [
      happened('MentorshipStarted', {
        ...{ mentorship: 'm-new', request: null, aims: [] },
        participants: [
          { person: 'mentor-0', as: 'mentor' },
          { person: 'mentee-0', as: 'mentee' },
        ],
      }),
    ].map(atEnd);
    expect(lessonsOf([...planted, ...from], '2026-11-01' as Day).all).toHaveLength(all.length);
    expect(lessonsOf([...planted, ...from], '2026-12-01' as Day).all).toHaveLength(all.length + 1);
  });

  test('about three mentees in ten are left out, always the same', () => {
    const left = Array.from({ length: 2000 }, (_, at) => ({ mentee: `person-${at}` as Lesson['mentee'] })).filter(isLeftOut);
    expect(left.length / 2000).toBeGreaterThan(0.27);
    expect(left.length / 2000).toBeLessThan(0.33);
  });
});

describe('what is never learned from', () => {
  const planted = plantedHub(5, SIZE);
  const identities = [
    { name: 'Mr Muhammad Hussain', about: 'I am 61 and a father of three.', jobTitle: 'Head of maths (he/him)', since: 1985 },
    { name: '王小明', about: 'They, and a wheelchair user.', jobTitle: 'they/them', since: 2024 },
    { name: 'Hope Reading', about: 'A practising Catholic woman. Behaviour, reading and phonics.', jobTitle: '', since: 1999 },
  ];

  test('names, titles, pronouns, age, belief and free text change no lesson, wherever they are written', () => {
    const told = (one: (typeof identities)[number]) =>
      planted.flatMap(({ at, event }): readonly PlantedEvent[] => {
        if (event.type === 'PersonJoined') {
          const { person } = event.data;
          const names = { title: 'Mrs', given: one.name, addressed: 'she' };
          return [
            { at, event: { ...event, data: { ...event.data, name: one.name, names } } },
            { at, event: happened('PersonRenamed', { person, name: one.name, names }) },
          ];
        }
        if (event.type === 'ProfileDescribed') {
          const { about, jobTitle, since } = one;
          const profile = { ...event.data.profile, about, jobTitle, roles: ['role-governor'], inEducationSince: since };
          return [{ at, event: { ...event, data: { ...event.data, profile } } }];
        }
        if (event.type === 'MentoringOffered')
          return [{ at, event: { ...event, data: { ...event.data, offer: { ...event.data.offer, note: one.about } } } }];
        if (event.type === 'MentoringRequested') return [{ at, event: { ...event, data: { ...event.data, note: one.about } } }];
        return [{ at, event }];
      });
    const without = lessonsOf(planted).all;
    for (const one of identities) expect(lessonsOf(told(one)).all).toEqual(without);
  });

  test('a record names nobody, no school and no place', () => {
    const words = JSON.stringify(lessonsOf(planted).all.map(({ left, right }) => [left, right]));
    expect(words).not.toMatch(/mentee-|mentor-|school-|Name of|planted|400000|300000/);
  });
});

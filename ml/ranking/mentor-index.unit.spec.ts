import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { FREQUENCIES, MEETING_FORMATS } from '@alongside/domain/people/person.events.js';
import { MUST_HAVES } from '@alongside/domain/suggestions/must-haves.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentor } from '../features/candidate.js';
import { free, mentee, mentor, school } from '../testing/people.js';
import { fit } from './fit.js';
import { MentorIndex } from './mentor-index.js';
import { meetsAll } from './must-haves.js';
import { best } from './rank.js';
import { those } from './mentors.js';
import { PART_IDS } from './part.js';
import { seekerOf } from './seeker.js';
import { DEFAULT_WEIGHTS, weightsFrom } from './weights.js';

const random = seeded();
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const some = <T>(from: readonly T[], most: number) => Array.from({ length: random.below(most + 1) }, () => random.pick(from));
const level = () => 1 + random.below(5);
const TAGS = ids(EXPERTISE_TAGS).slice(0, 40);
const SLOTS = ['monday', 'tuesday', 'wednesday', 'thursday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);
const SCHOOLS = [
  ...Array.from({ length: 8 }, (_, at) => school(`School ${at}`, at * at, random.below(2) === 0 ? 'trust' : null)),
  { ...school('Not on the map', 0, 'trust'), easting: undefined as never },
];

const educator = () => ({
  expertise: some(TAGS, 14).map((tag) => ({ tag, level: level() })),
  phases: some(ids(PHASES), 4),
  subjects: some(ids(SUBJECTS), 5),
  settings: some(ids(SETTINGS), 3),
  careerStage: random.below(4) === 0 ? null : random.pick(ids(CAREER_STAGES)),
  availability:
    random.below(4) === 0
      ? null
      : { ...free(some(SLOTS, 4), { format: random.pick(MEETING_FORMATS) }), frequency: random.pick(FREQUENCIES) },
  preferences: random.below(2) === 0 ? {} : { 'comm-pace': level(), 'comm-detail': level(), 'comm-channel': level() },
  workplaces: some(SCHOOLS, 2),
});
const anyMentor = (at: number): Mentor =>
  mentor(`Mentor ${at}`, {
    ...educator(),
    person: `mentor-${at}` as PersonId,
    helps: some(ids(CAREER_STAGES), 6),
    places: 1 + random.below(4),
    openRequests: random.below(4),
    unanswered: random.below(5),
    usualReplyDays: random.below(2) === 0 ? null : 1 + random.below(12),
  });
const anySeeker = () =>
  seekerOf(
    mentee({
      ...educator(),
      aims: some(TAGS, 5).map((tag) => ({ tag, from: random.below(5), to: level() })),
      mustHaves: random.below(3) === 0 ? some(MUST_HAVES, 2) : [],
    }),
  );

describe('the index of mentors', () => {
  test('leaves out nobody who reaches a score and has what is insisted on, whatever was put before', () => {
    const [index, mentors] = [new MentorIndex(), new Map<PersonId, Mentor>()];
    for (let run = 0; run < 300; run += 1) {
      const one = anyMentor(random.below(120));
      if (random.below(5) === 0) {
        index.remove(one.person);
        mentors.delete(one.person);
      } else {
        index.put(one);
        mentors.set(one.person, one);
      }
      if (run < 100) continue;
      const seeker = anySeeker();
      const weights = random.below(3) === 0 ? weightsFrom({ proximity: random.number(), expertise: random.number() }) : DEFAULT_WEIGHTS;
      for (const least of [0, 0.3, 0.5, 0.7]) {
        const visited = new Set<Mentor>();
        index.lookThrough(seeker, weights, { least: () => least, visit: (found) => visited.add(found) });
        expect([...visited].filter((found) => mentors.get(found.person) !== found)).toEqual([]);
        const reach = [...mentors.values()].filter(
          (found) => (fit(seeker, found, weights) ?? 0) >= least && meetsAll(seeker.mentee.mustHaves, seeker.mentee, found),
        );
        expect(reach.filter((found) => !visited.has(found)).map(({ person }) => person)).toEqual([]);
      }
    }
  });

  test('finds whom a look through all finds, whatever counts nothing', () => {
    const all = Array.from({ length: 12 }, (_, at) => anyMentor(at));
    for (let run = 0; run < 400; run += 1) {
      const mentors = all.slice(0, 1 + random.below(all.length));
      const index = new MentorIndex();
      for (const one of mentors) index.put(one);
      const weights = weightsFrom(
        Object.fromEntries(PART_IDS.map((part) => [part, random.below(2) === 0 ? 0 : Number(random.number().toFixed(2))])),
      );
      const seeker = anySeeker();
      const found = (from: Parameters<typeof best>[1]) => best(seeker, from, weights, 3).map(({ person }) => person);
      expect(found(index)).toEqual(found(those(mentors)));
    }
  });

  test('who insists on somebody near may have a colleague, where their school is on no map', () => {
    const here = { workplaces: SCHOOLS.slice(-1) };
    const [index, colleague] = [new MentorIndex(), mentor('Colleague', here)];
    index.put(colleague);
    const visited: Mentor[] = [];
    index.lookThrough(seekerOf(mentee({ ...here, mustHaves: ['near'] })), DEFAULT_WEIGHTS, {
      least: () => 0,
      visit: (one) => visited.push(one),
    });
    expect(visited).toEqual([colleague]);
  });

  test('looks at few of many, and nothing of what somebody was before makes it more', () => {
    const index = new MentorIndex();
    const [mentors, mentees, versions] = [3_000, 60, 8];
    for (let at = 0; at < mentors * versions; at += 1) index.put(anyMentor(at % mentors));
    let visits = 0;
    for (let at = 0; at < mentees; at += 1) {
      const seeker = anySeeker();
      best(
        seeker,
        {
          lookThrough: (who, weights, looking) =>
            index.lookThrough(who, weights, {
              ...looking,
              visit: (found) => {
                visits += 1;
                looking.visit(found);
              },
            }),
        },
        DEFAULT_WEIGHTS,
        10,
      );
    }
    expect(visits / mentees).toBeLessThan(mentors / 20);
    expect(visits / mentees).toBeGreaterThan(0);
  });
});

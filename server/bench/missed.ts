import { ENDS } from './community/size.js';
import type { Roll } from './community/kept.js';
import { Telling, type Told } from './community/telling.js';
import { aTitle, sentences, TAGS } from './community/words.js';

/** What those who return have missed: a row of their own each, or that and as many rows that everybody sees. */
export type Shape = 'few' | 'many';

/** Mentors whose names change in the shape `many`: a row of the directory and a name each, for everybody. */
const RENAMED_MENTORS = 475;

/** A stretch of so many events while the clients are away. `home` stay out of what others do, so that what each is sent is known. */
export function missedStretch(shape: Shape, events: number, roll: Roll, home: readonly string[], seed: number): readonly Told[] {
  const telling = new Telling(seed);
  const { random } = telling;
  const away = new Set(home);
  const others = roll.people.filter((person) => !away.has(person));
  const pairs = roll.pairs.filter(({ mentor, mentee }) => !away.has(mentor) && !away.has(mentee));
  const at = Date.parse(ENDS);
  for (const person of home) writes(telling, person, at);
  if (shape === 'many')
    for (const person of roll.mentors.filter((mentor) => !away.has(mentor)).slice(0, RENAMED_MENTORS)) {
      const given = random.pick(['Robin', 'Alex', 'Sam', 'Jo']);
      const how = { ...({ on: 'person', of: person, at, by: person } as const), institutions: [] };
      telling.tell(how, 'PersonRenamed', { person, name: `${given} ${random.whole(1, 999)} Taylor`, names: { given } });
    }
  while (telling.told.length < events) {
    const kind = random.next();
    if (kind < 0.6) writes(telling, random.pick(others), at);
    else if (kind < 0.8) {
      const person = random.pick(others);
      const how = { ...({ on: 'growth', of: person, at, by: person } as const), institutions: [] };
      telling.tell(how, 'SkillRated', { person, mentorship: null, tag: random.pick(TAGS), level: random.whole(1, 5), when: 'before' });
    } else {
      const { mentorship, mentee } = random.pick(pairs);
      telling.tell({ on: 'goals', of: mentorship, at, by: mentee, institutions: [] }, 'GoalAgreed', {
        mentorship,
        goal: telling.id(at),
        mentee,
        tag: null,
        statements: [],
        due: null,
        description: { title: aTitle(random), why: sentences(random, 1, 2), success: sentences(random, 1, 2) },
      });
    }
  }
  return telling.inOrder();
}

function writes(telling: Telling, person: string, at: number): void {
  const { random } = telling;
  telling.tell({ on: 'growth', of: person, at, by: person, institutions: [] }, 'ReflectionWritten', {
    reflection: telling.id(at),
    person,
    mentorship: null,
    meeting: null,
    prompt: null,
    statements: [],
    title: aTitle(random),
    text: sentences(random, 2, 6),
  });
}

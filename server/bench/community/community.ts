import { foundSchools } from './houses.js';
import { tellPair } from './pairs.js';
import { welcome, type Somebody } from './people.js';
import { BEGINS, ENDS, type CommunitySize } from './size.js';
import { Telling, type Told } from './telling.js';

/** Made-up people with their pairs, from a seed: the same seed gives the same events. `nameOf` names addresses in the log that is written. */
export function communityOf(size: CommunitySize, seed: number, nameOf: (email: string) => string): readonly Told[] {
  const telling = new Telling(seed);
  const [begins, ends] = [Date.parse(BEGINS), Date.parse(ENDS)];
  const people: Somebody[] = [];
  for (const school of foundSchools(telling, size.people, begins)) {
    for (let rank = 0; rank < school.staff; rank += 1)
      people.push(welcome(telling, school, people.length, rank, { begins, ends, inOneTrust: size.inOneTrust, nameOf }));
  }
  const mentors = people.filter(({ places }) => places > 0);
  const mentees = people.filter(({ aims }) => aims.length > 0);
  while (mentors.length > 0 && mentees.length > 0 && telling.told.length < size.events) {
    const mentor = telling.random.pick(mentors);
    const mentee = telling.random.pick(mentees);
    if (mentor === mentee) continue;
    tellPair(telling, mentor, mentee, ends);
    // A full mentor leaves the list, in no order: looking for them each time would take the square of everybody.
    if (mentor.taken >= mentor.places) replaceWithLast(mentors, mentor);
  }
  return telling.inOrder();
}

function replaceWithLast<T>(list: T[], one: T): void {
  const place = list.indexOf(one);
  const last = list.pop();
  if (last !== undefined && place < list.length) list[place] = last;
}

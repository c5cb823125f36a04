import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { digestOf } from '../kernel/digest.js';
import { given } from '../testing/given.js';
import type { PersonCommand } from './person.commands.js';
import { digestOfMailbox, digestOfName, person } from './person.decider.js';
import type { PersonEvent, Profile } from './person.events.js';
import type { PersonFacts } from './person.facts.js';

const [asha, facts] = ['asha' as PersonId, {} as PersonFacts];
const said = { by: 'helen' as PersonId, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day };
const joined: PersonEvent = { type: 'PersonJoined', data: { person: asha, name: 'Asha', names: { given: 'Asha' }, email: 'a@a.example' } };
const renamed = (name: string): PersonEvent => ({ type: 'PersonRenamed', data: { person: asha, name } });
const work = (jobTitle: string): Profile => ({ jobTitle, about: '', phases: [], subjects: [], settings: [], roles: [] });
const described = (jobTitle: string): PersonEvent => ({ type: 'ProfileDescribed', data: { person: asha, profile: work(jobTitle) } });

describe('what was changed since its sender saw it', () => {
  const rename = (name: string, seen: string): PersonCommand => ({ ...said, type: 'RenamePerson', data: { person: asha, name, seen } });
  const describeAs = (jobTitle: string, seen: string | null): PersonCommand => ({
    ...said,
    type: 'DescribeProfile',
    data: { person: asha, profile: work(jobTitle), seen },
  });

  test('a name stays, and one that is as it was seen is replaced', () => {
    const seen = digestOfName({ name: 'Asha', names: { given: 'Asha' } });
    given(person, [joined, renamed('Asha Rahman')], facts)
      .when(rename('A. Rahman', seen))
      .refused('PERSON.CHANGED_SINCE');
    given(person, [joined], facts).when(rename('A. Rahman', seen)).happens(renamed('A. Rahman'));
  });

  test('a name that is already as it is wanted is nothing new, whatever was seen', () =>
    given(person, [joined, renamed('Asha Rahman')], facts)
      .when(rename('Asha Rahman', digestOfName({ name: 'Asha' })))
      .nothingHappens());

  test('an address stays, and one that is as it was seen, in whatever letters, is replaced', () => {
    const change = (email: string, seen: string): PersonCommand => ({
      ...said,
      type: 'ChangeEmail',
      data: { person: asha, email, seen: digestOfMailbox(seen) },
    });
    const changed = (email: string): PersonEvent => ({ type: 'EmailChanged', data: { person: asha, email, before: 'a@a.example' } });
    given(person, [joined, changed('hand@a.example')], facts)
      .when(change('list@a.example', 'a@a.example'))
      .refused('PERSON.CHANGED_SINCE');
    given(person, [joined], { email: 'a@a.example' } as PersonFacts)
      .when(change('list@a.example', 'A@a.example'))
      .happens(changed('list@a.example'));
  });

  test('a profile stays, where one was written or another was', () => {
    given(person, [joined, described('Head')], facts)
      .when(describeAs('SENCO', null))
      .refused('PERSON.CHANGED_SINCE');
    given(person, [joined, described('Teacher'), described('Head')], facts)
      .when(describeAs('SENCO', digestOf(work('Teacher'))))
      .refused('PERSON.CHANGED_SINCE');
  });

  test('a profile that is already as it is wanted is nothing new, whatever was seen', () =>
    given(person, [joined, described('SENCO')], facts)
      .when(describeAs('SENCO', null))
      .nothingHappens());

  test('a profile that is as it was seen is replaced', () => {
    given(person, [joined], facts).when(describeAs('SENCO', null)).happens(described('SENCO'));
    given(person, [joined, described('Teacher')], facts)
      .when(describeAs('SENCO', digestOf(work('Teacher'))))
      .happens(described('SENCO'));
  });
});

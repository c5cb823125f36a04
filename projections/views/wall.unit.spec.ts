import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes } from '@alongside/domain/protocol/registry.js';
import { principalsOf, type Actor, type Principal } from '@alongside/domain/policies/actor.js';
import { isCrowd, isPrincipal, meets } from '@alongside/domain/policies/audience.js';
import { actorOf } from '../facts/actor.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import type { Row, View } from '../engine/view.js';
import { communityStory, fiveAnswers, ownWords, pairWords } from '../testing/community.js';
import { foldView } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from './index.js';
import { isPrivate } from './private-rows.js';

const story = [...communityStory(), ...fiveAnswers()];
const folded = new Map<string, ReadonlyMap<string, Row<unknown>>>(allViews.map((view) => [view.name, foldView(view, story)]));
const look = lookInto(folded);

const as = (person: string): ReadonlySet<Principal> => new Set(principalsOf(actorOf(person as Actor['person'], look)));
const withRole = (institution: string, suffix: 'coordinators' | 'leaders' | 'administrators'): ReadonlySet<Principal> =>
  new Set<Principal>(['everyone', 'person:outsider', `institution:${institution}`, `institution:${institution}#${suffix}`]);

/** Everything a person is shown, as text. */
const shownTo = (principals: ReadonlySet<Principal>): string =>
  JSON.stringify([...folded].map(([name, rows]) => [name, [...rows].filter(([, row]) => meets(row.audience, principals))]));

/** Of which kinds a view’s audiences ever were while the story was told, exceptions left out: those only narrow. */
function readersIn(view: View): readonly string[] {
  const kinds = new Set<string>();
  class Noting extends MapRows<unknown> {
    override put(id: string, row: Row<unknown>): void {
      super.put(id, row);
      for (const part of row.audience) if (isPrincipal(part)) kinds.add(kindOf(part));
    }
  }
  const rows = new Noting();
  for (const event of story) tell(view, event, rows);
  return [...kinds].sort();
}

const kindOf = (part: Principal): string => part.match(/#\w+$/)?.[0] ?? part.split(':')[0] ?? part;

describe('the one list of views', () => {
  test('has every view of this folder, once', () => {
    const files = readdirSync(join(process.cwd(), 'projections/views')).filter((file) => file.endsWith('.view.ts'));
    expect(files.map((file) => file.replace('.view.ts', '')).toSorted()).toEqual(allViews.map(({ name }) => name).toSorted());
  });
});

describe('the assessment wall', () => {
  test('the story tells every kind of event that the mentoring views follow', () => {
    const told = new Set<string>(story.map(({ type }) => type));
    const elsewhere = [
      'PersonErased',
      'DateConfirmed',
      'LetterClaimed',
      'NoticesDismissed',
      'SignInCodeSent',
      'SignInCodeRefused',
      'SignInCodeUsed',
      'SessionOpened',
      'SignedInAgain',
      'SessionClosed',
      'AllSessionsClosed',
      'AddressClaimed',
      'AddressReleased',
      'AddressGivenUp',
      // Who was suggested to whom: ids alone, which no view shows.
      'SuggestionsShown',
      // What columns of a staff list hold: no words, and nobody reads it.
      'StaffColumnsRemembered',
    ];
    expect(eventTypes.filter((type) => !told.has(type)).sort()).toEqual(elsewhere.sort());
  });

  test.each(allViews.map((view) => [view.name, view] as const))(
    '[R6] %s is shown to the readers that it names and to nobody else',
    (_, view) => {
      expect(readersIn(view)).toEqual([...view.readers].sort());
    },
  );

  test('[R9] the record that a person takes away has every view with rows for them by name or for a mentorship of theirs, or says that it adds nothing', () => {
    const personal = allViews.filter(({ readers }) => readers.some((reader) => reader === 'person' || reader === 'mentorship'));
    const taken = allViews.filter(({ own }) => own !== undefined);
    expect(taken.map(({ name }) => name)).toEqual(personal.map(({ name }) => name));
    const names = taken.flatMap(({ own }) => own ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  test('[R6] what a whole school or everyone is shown names no mentorship, and nothing that happened in one', () => {
    const told = new Set(['mentorship', 'meeting', 'request', 'goal', 'action', 'feedback', 'agreement']);
    const crowded = [...folded].flatMap(([name, rows]) =>
      [...rows.values()].filter(({ audience }) => audience.filter(isPrincipal).some(isCrowd)).map((row) => [name, row.data] as const),
    );
    expect(new Set(crowded.map(([name]) => name)).size).toBeGreaterThan(4);
    const named = crowded.flatMap(([name, data]) =>
      Object.keys(data as object)
        .filter((key) => told.has(key))
        .map((key) => `${name}.${key}`),
    );
    expect([...new Set(named)]).toEqual([]);
  });

  test('private rows have no audience', () => {
    const privateRows = [...folded.values()].flatMap((rows) => [...rows].filter(([id]) => isPrivate(id)));
    expect(privateRows.length).toBeGreaterThan(50);
    expect(privateRows.filter(([, row]) => row.audience.length > 0)).toEqual([]);
  });

  test.each([
    ['a leader of the school', as('lea')],
    ['a coordinator of the school, who is the mentee’s induction tutor', as('dev')],
    ['an administrator of the school', withRole('oakfield', 'administrators')],
    ['a leader of the trust', withRole('riverbank', 'leaders')],
    ['a coordinator of the trust', withRole('riverbank', 'coordinators')],
    ['an administrator of the trust', withRole('riverbank', 'administrators')],
    ['an administrator of the hub', withRole('hub', 'administrators')],
    ['a stranger', new Set<Principal>(['everyone', 'person:stranger'])],
  ])('[R6] %s reads nothing that a pair said or wrote', (_who, principals) => {
    expect(shownTo(principals).match(/canary-[a-z]+-pair-[a-z0-9-]+/g)).toBeNull();
  });

  test('[R6] the two read what they wrote to each other, and neither the other’s private words', () => {
    const [asha, ben] = [shownTo(as('asha')), shownTo(as('ben'))];
    for (const words of [pairWords('ben', 'notes'), pairWords('asha', 'saw'), pairWords('ben', 'goal-g1'), pairWords('ben', 'message')]) {
      expect(asha).toContain(words);
      expect(ben).toContain(words);
    }
    expect(asha).not.toContain(pairWords('ben', 'ending'));
    expect(ben).not.toContain(pairWords('asha', 'text-2'));
    expect(asha).toContain(pairWords('ben', 'text-2'));
  });

  test('[R6] what somebody publishes is read at the institutions that they belong to, and nowhere else', () => {
    const colleague = new Set<Principal>(['everyone', 'person:colleague', 'institution:riverbank']);
    const stranger = new Set<Principal>(['everyone', 'person:stranger', 'institution:elsewhere']);
    expect(shownTo(colleague)).toContain(ownWords('ben', 'published'));
    expect(shownTo(stranger)).not.toContain(ownWords('ben', 'published'));
  });

  test('[R6] leaders see that the two meet and how it stands', () => {
    expect(folded.get('pairing')?.get('m1')).toMatchObject({
      audience: [
        'institution:oakfield#coordinators',
        'institution:oakfield#leaders',
        'institution:riverbank#coordinators',
        'institution:riverbank#leaders',
      ],
      data: { mentor: 'asha', mentee: 'ben', status: 'completed', meetingsHeld: 3, minutes: 55, lastMetOn: '2026-03-05' },
    });
    expect(shownTo(as('lea'))).toContain(ownWords('ben', 'renamed'));
  });

  test('nobody but the person sees an e-mail address', () => {
    expect(shownTo(as('ben'))).toContain(ownWords('ben', 'new-email'));
    for (const person of ['asha', 'lea', 'dev']) expect(shownTo(as(person))).not.toContain(ownWords('ben', 'new-email'));
  });
});

import type { Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { commandTypes } from '../protocol/registry.js';
import { asksForFreshSignIn, FRESH_SIGN_IN_MS, NEW_ADDRESS_MS, whyNotForGood } from './fresh-sign-in.js';

const NOW = '2026-11-28T09:00:00.000Z' as Instant;
const ago = (milliseconds: number) => new Date(Date.parse(NOW) - milliseconds).toISOString() as Instant;

/** `given(a sign-in).when(a command).isAsked()`. */
const given = (signedInAt: Instant | undefined) => ({
  when: (type: string, by = 'ben') => ({
    goesOn: () => expect(asksForFreshSignIn({ type, by: by as PersonId, at: NOW }, signedInAt)).toBe(false),
    isAsked: () => expect(asksForFreshSignIn({ type, by: by as PersonId, at: NOW }, signedInAt)).toBe(true),
  }),
});

describe.each(['ErasePerson', 'JoinRecords'])('a fresh sign-in before %s', (type) => {
  test('goes on within 10 minutes of it, and not from the tenth on', () => {
    given(NOW).when(type).goesOn();
    given(ago(FRESH_SIGN_IN_MS - 1))
      .when(type)
      .goesOn();
    given(ago(FRESH_SIGN_IN_MS)).when(type).isAsked();
    expect(FRESH_SIGN_IN_MS).toBe(600_000);
  });

  test('[deny by default] a session of which nothing is known has none', () => {
    given(undefined).when(type).isAsked();
    given('' as Instant)
      .when(type)
      .isAsked();
  });

  test('a process whose clock is a little ahead has signed in somebody freshly; one that is far ahead has not', () => {
    given(ago(-1_000)).when(type).goesOn();
    given(ago(1 - FRESH_SIGN_IN_MS))
      .when(type)
      .isAsked();
    given(ago(-FRESH_SIGN_IN_MS)).when(type).isAsked();
  });

  test('the hub signs in nowhere: its operators have a door of their own', () => {
    given(undefined).when(type, HUB).goesOn();
  });
});

test('only what cannot be undone asks for it, and all of it is a command', () => {
  const asking = commandTypes.filter((type) => asksForFreshSignIn({ type, by: 'ben' as PersonId, at: NOW }, undefined));
  expect(asking.toSorted()).toEqual(['ErasePerson', 'JoinRecords']);
});

describe('an address that was changed lately', () => {
  const why = (agoMs: number | undefined, type = 'ErasePerson', by = 'ben') =>
    whyNotForGood(
      { type, by: by as PersonId, at: NOW },
      { signedInAt: NOW, addressChangedAt: () => (agoMs === undefined ? undefined : ago(agoMs)) },
    );

  test('proves nobody for what cannot be undone until three days have passed: its owner may have lost it to another person', () => {
    for (const type of ['ErasePerson', 'JoinRecords']) {
      expect(why(NEW_ADDRESS_MS - 1, type)).toBe('SIGN_IN.ADDRESS_NEW');
      expect([why(NEW_ADDRESS_MS, type), why(undefined, type)]).toEqual([undefined, undefined]);
    }
    expect(NEW_ADDRESS_MS).toBe(259_200_000);
  });

  test('hinders nothing else, and not the hub', () => {
    expect([why(0, 'RenamePerson'), why(0, 'ErasePerson', HUB)]).toEqual([undefined, undefined]);
  });
});

import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { AccessDeniedError, UnavailableError, type ResolvedEvent } from '@eventstore/db-client';
import type { EventId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { sampleEvent } from '@alongside/domain/testing/event-store.samples.js';
import { inOperatorsWords, withoutCredentials } from './failures.js';
import { KnownStreams } from './known-streams.js';
import { fromPosition, fromServer, toPosition, toServer } from './mapping.js';

const random = numbersFrom(3);

/** What the server would give back for an event that was sent. */
function answered(sent: ReturnType<typeof toServer>, extra: object = {}): ResolvedEvent {
  return {
    event: {
      ...sent,
      streamId: 'goals-m1',
      revision: 4n,
      isJson: true,
      created: new Date(0),
      position: { commit: 9n, prepare: 8n },
      ...extra,
    },
  } as ResolvedEvent;
}

describe('events on the server', () => {
  test('[ES8] everything about an event goes there and back', () => {
    const event = {
      ...sampleEvent(random),
      causationId: '0189dcd5-5311-7d40-8db0-9496a2eef37b' as EventId,
      fingerprint: { hash: 'pQ-_', of: ['person-asha' as PersonId] },
    };
    const place = { stream: 'goals-m1', revision: 4, hash: 'abc', position: '00000000000000000009:00000000000000000008' };
    expect(fromServer(answered(toServer(event, 'abc')))).toEqual({ ...event, ...place });
    const { causationId: _, fingerprint: _none, ...byAPerson } = event;
    expect(fromServer(answered(toServer(byAPerson, 'abc')))).toEqual({ ...byAPerson, ...place });
  });

  test('what we did not write is not ours', () => {
    const sent = toServer(sampleEvent(random), '');
    expect(fromServer(answered(sent, { metadata: undefined }))).toBeUndefined();
    expect(fromServer(answered(sent, { metadata: { ...(sent.metadata as object), alongside: undefined } }))).toBeUndefined();
    expect(fromServer(answered(sent, { isJson: false }))).toBeUndefined();
    expect(fromServer(answered(sent, { type: '$metadata' }))).toBeUndefined();
    expect(fromServer({})).toBeUndefined();
  });

  test('a server too old to tell positions is told so', () => {
    expect(() => fromServer(answered(toServer(sampleEvent(random), ''), { position: undefined }))).toThrow('older than version 22.6');
  });

  test('[ES9] positions sort as text as they do as numbers, and come back', () => {
    const places = [0n, 9n, 10n, 99n, 12_345_678_901n, 2n ** 64n - 1n].map((commit) => ({ commit, prepare: commit / 2n }));
    const positions = places.map(toPosition);
    expect(positions.toSorted()).toEqual(positions);
    expect(positions.map(fromPosition)).toEqual(places);
    for (const alien of ['0000000000000042', '', '1:2']) expect(() => fromPosition(alien as Position)).toThrow(RangeError);
  });
});

describe('failures in the operator’s words', () => {
  const url = 'esdb+discover://hub:s3cret@one.example:2113,two.example:2113?tls=true&tlsCAFile=/ca.pem';

  test('an address shows no credentials', () => {
    expect(withoutCredentials(url)).toBe('esdb+discover://one.example:2113,two.example:2113');
    expect(withoutCredentials('esdb://localhost:2113')).toBe('esdb://localhost:2113');
  });

  test('away, refused, or something else', () => {
    expect(inOperatorsWords(new UnavailableError(), url)).toMatchObject({ code: 'EVENT_STORE.UNAVAILABLE' });
    expect(inOperatorsWords(new Error('Failed to discover after 10 attempts.'), url)).toMatchObject({ code: 'EVENT_STORE.UNAVAILABLE' });
    expect(inOperatorsWords(new AccessDeniedError(), url)).toMatchObject({ code: 'EVENT_STORE.ACCESS_DENIED' });
    const other = new TypeError('a bug of ours');
    expect(inOperatorsWords(other, url)).toBe(other);
  });
});

describe('what is remembered of streams', () => {
  const id = (index: number) => `id-${index}` as EventId;
  const stream = (index: number) => `goals-${index}` as StreamId;

  test('ids, end and last hash; events that are known already change nothing', () => {
    const known = new KnownStreams();
    known.add(stream(1), [{ id: id(1), revision: 0, hash: 'a' }]);
    known.add(stream(1), [
      { id: id(1), revision: 0, hash: 'x' },
      { id: id(2), revision: 1, hash: 'b' },
    ]);
    expect(known.get(stream(1))).toEqual({
      revision: 1,
      hash: 'b',
      revisions: new Map([
        [id(1), 0],
        [id(2), 1],
      ]),
    });
    known.forget(stream(1));
    expect(known.get(stream(1))).toBeUndefined();
  });

  test('the streams unused for longest are forgotten first', () => {
    const known = new KnownStreams();
    const events = Array.from({ length: 90_000 }, (_, index) => ({ id: id(index), revision: index, hash: '' }));
    for (const index of [1, 2]) known.add(stream(index), events);
    known.add(stream(1), [{ id: id(90_000), revision: 90_000, hash: '' }]);
    known.add(stream(3), events);
    expect([1, 2, 3].map((index) => known.get(stream(index)) !== undefined)).toEqual([true, false, true]);
  });
});

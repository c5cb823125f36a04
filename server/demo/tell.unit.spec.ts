import type { Instant } from '@alongside/domain/kernel/brand.js';
import { parseEvent } from '@alongside/domain/protocol/registry.js';
import { LEADS } from './cast.js';
import { hubPlay } from './seed.js';
import { DEMO_SEED, tellDemo } from './tell.js';

const now = '2026-11-20T09:00:00.000Z' as Instant;
const told = tellDemo(hubPlay(DEMO_SEED), now);
const countOf = (type: string) => told.filter(({ event }) => event.type === type).length;

describe('the demo community', () => {
  test('is about 240 people in ten schools and a trust, with two school years behind them', () => {
    expect(countOf('PersonJoined')).toBeGreaterThan(220);
    expect(countOf('PersonJoined')).toBeLessThan(260);
    expect(countOf('InstitutionRegistered')).toBe(12);
    expect(told[0]?.event.at.slice(0, 7)).toBe('2024-08');
    expect(told.at(-1)?.event.at.slice(0, 7)).toBe('2026-11');
    expect(told.length).toBeGreaterThan(15_000);
    expect(told.length).toBeLessThan(30_000);
  });

  test('has lived through everything that the screens show', () => {
    const wanted = [
      'RequestLapsed',
      'RequestDeclined',
      'MentorshipEnded',
      'MentorshipPaused',
      'MentorshipCompleted',
      'CredentialIssued',
      'GoalAchieved',
      'FeedbackGiven',
      'ReflectionShared',
      'MeetingCancelled',
      'CpdCredited',
    ];
    for (const type of wanted) expect([type, countOf(type) > 0]).toEqual([type, true]);
  });

  test('is the same for everybody: the same seed and day tell the same story', () => {
    expect(JSON.stringify(tellDemo(hubPlay(DEMO_SEED), now))).toBe(JSON.stringify(told));
  });

  test('holds only events of the shapes that the catalogue knows, in order of time, without gaps in a stream', () => {
    const revisions = new Map<string, number>();
    let at = '';
    for (const { stream, revision, event } of told) {
      expect(revision).toBe((revisions.get(stream) ?? -1) + 1);
      revisions.set(stream, revision);
      expect(event.at >= at).toBe(true);
      at = event.at;
      parseEvent({ type: event.type, version: 1, data: event.data });
    }
  });

  test('leaves a newcomer without a mentor, and a mentor with a place free, for a visitor to be', () => {
    const [ben, asha] = [LEADS[0]?.id, LEADS[1]?.id];
    expect(told.some(({ event }) => event.type === 'MentoringRequested' && (event.data as { mentee: string }).mentee === ben)).toBe(false);
    const taken = told.filter(({ event }) => event.type === 'RequestAccepted' && (event.data as { mentor: string }).mentor === asha).length;
    const released = told.filter(
      ({ event }) => event.type === 'PlaceReleased' && (event.data as { mentor: string }).mentor === asha,
    ).length;
    expect(taken).toBeGreaterThan(1);
    expect(taken - released).toBeLessThan(4);
  });
});

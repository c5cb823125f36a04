import { z } from 'zod';
import type { PersonId } from '../kernel/brand.js';
import type { Happened } from './notices.js';
import type { EventType, Outcome } from './outcome.js';
import { eventShapeOf, eventTypes } from '../protocol/registry.js';
import { isOfThePast, isTooLateToTell, makesUntrue, overtakes, UNTRUE_AFTER, WHEN_PAST } from './past.js';
import { NOTICES } from './table.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const two = { mentor: asha, mentee: ben };
const event = (type: EventType, data: object, actor: string): Happened => ({ type, data, actor }) as unknown as Happened;
const notice = (type: EventType, person: PersonId, shown: Record<string, unknown> = {}, pair: typeof two | null = two) => ({
  ...{ type, person, shown, pair },
});

/** Whether any answer of an outcome of the table is listed as a notification. */
const isListed = (rule: unknown): boolean => {
  const asked = typeof rule === 'function' ? ['mentor', 'mentee', 'nobody', 'pair'] : [undefined];
  return asked.some((one) => {
    const outcome = (
      typeof rule === 'function' ? rule({ actsNext: one, with: one, first: {}, movedFrom: 'old', because: 'mentor-left' }) : rule
    ) as Outcome;
    return outcome.tell && outcome.today === 'notification';
  });
};

test('every notification of the table says when it is past, and nothing else does', () => {
  const listed = Object.entries(NOTICES).flatMap(([type, rules]) => (Object.values(rules).some(isListed) ? [type] : []));
  expect(Object.keys(WHEN_PAST).toSorted()).toEqual(listed.toSorted());
});

/** The fields of a type of event. */
const fieldsOf = (type: EventType) => {
  const schema = eventShapeOf(type)?.data;
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
};
const PAIRED = ['participants', 'mentorship', 'request', 'mentee'];
/** By which fields an event can be compared with a notice. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  pair: PAIRED,
  mentee: [...PAIRED, 'to'],
  conversation: ['from', 'to'],
  records: ['joined'],
};
const settling = [WHEN_PAST, UNTRUE_AFTER].flatMap((list) =>
  Object.entries(list).flatMap(([type, past]) => (past === 'when-old' ? [] : [[type as EventType, past] as const])),
);

test('whatever overtakes a notice is an event that has in common with it what the two are compared by', () => {
  expect(settling.filter(([, past]) => past.length === 0)).toEqual([]);
  for (const [type, past] of settling)
    for (const { by, same } of past)
      for (const one of [type, ...by]) {
        expect(eventTypes).toContain(one);
        expect([one, same, fieldsOf(one).some((field) => (COMPARED[same] ?? [same]).includes(field))]).toEqual([one, same, true]);
      }
});

test('that either address of two joined records signs in is past once their person chose one of the two', () => {
  const told = notice('RecordsJoined', ben, { person: ben, joined: 'moved' }, null);
  const isPast = (type: EventType, data: object) => overtakes(event(type, data, 'hub'), undefined, told);
  expect(isPast('FurtherAddressLeft', { person: ben, joined: 'moved' })).toBe(true);
  expect(isPast('EmailChanged', { person: ben, email: 'ben@new.example' })).toBe(true);
  expect(isPast('FurtherAddressLeft', { person: ben, joined: 'third' })).toBe(false);
  expect(isPast('EmailChanged', { person: asha, email: 'asha@new.example' })).toBe(false);
});

describe('an email that was held up is too late', () => {
  const at = '2026-03-06T15:40:00.000Z';
  const [sooner, later] = ['2026-03-06T15:39:00.000Z', '2026-03-06T15:41:00.000Z'];
  const late = (type: EventType, more: object, now: string) => isTooLateToTell({ type, shown: {}, startsAt: null, ...more } as never, now);

  test('to ask for a choice, once the last of the times has begun', () => {
    expect([sooner, at, later].map((now) => late('MeetingProposed', { lastTime: at }, now))).toEqual([false, true, true]);
  });

  test('to tell of a meeting, once it has begun; of one that was moved, once its time before has begun as well', () => {
    expect([sooner, at].map((now) => late('MeetingBooked', { startsAt: at }, now))).toEqual([false, true]);
    const moved = (was: string) => late('MeetingMoved', { startsAt: at, shown: { was: { startsAt: was } } }, at);
    expect([moved(sooner), moved(later)]).toEqual([true, false]);
  });

  test('never to tell of a yes, or of anything that lies behind', () => {
    expect(late('RequestAccepted', { shown: { first: { time: { startsAt: at } } } }, later)).toBe(false);
    expect(late('MeetingCancelled', { startsAt: at }, later)).toBe(false);
  });
});

describe('a notice is past', () => {
  test('of a withdrawn request, once the same mentee asks the same mentor again', () => {
    const withdrawn = notice('RequestWithdrawn', asha, { request: 'r1' });
    expect(overtakes(event('MentoringRequested', { request: 'r2', ...two }, ben), two, withdrawn)).toBe(true);
    const another = { mentor: asha, mentee: 'cleo' as PersonId };
    expect(overtakes(event('MentoringRequested', { request: 'r2', ...another }, 'cleo'), another, withdrawn)).toBe(false);
  });

  test('of a declined request, once the mentee asks again or has a mentor, and not while the hub asks their second choice', () => {
    const declined = notice('RequestDeclined', ben, { request: 'r1' });
    const cleo = { mentor: 'cleo' as PersonId, mentee: ben };
    expect(overtakes(event('MentoringRequested', { request: 'r2', ...cleo }, 'hub'), cleo, declined)).toBe(false);
    expect(overtakes(event('MentoringRequested', { request: 'r2', ...cleo }, ben), cleo, declined)).toBe(true);
    expect(overtakes(event('RequestAccepted', { request: 'r2', ...cleo }, 'cleo'), cleo, declined)).toBe(true);
  });

  test('of a pause, once it is resumed, by the reader too', () => {
    const paused = notice('MentorshipPaused', ben, { mentorship: 'm' });
    expect(overtakes(event('MentorshipResumed', { mentorship: 'm' }, ben), two, paused)).toBe(true);
    expect(overtakes(event('MentorshipResumed', { mentorship: 'other' }, ben), two, paused)).toBe(false);
  });

  test('of a reflection, once its author says anew who can read it: its email, too', () => {
    const shared = notice('ReflectionShared', asha, { reflection: 'x', person: ben, mentorship: 'm', with: 'pair' });
    const anew = (reflection: string) => event('ReflectionShared', { reflection, person: ben, mentorship: 'm', with: 'nobody' }, ben);
    expect([overtakes(anew('x'), two, shared), makesUntrue(anew('x'), two, shared)]).toEqual([true, true]);
    expect([overtakes(anew('y'), two, shared), makesUntrue(anew('y'), two, shared)]).toEqual([false, false]);
  });

  test('of a message, once the reader has replied', () => {
    const written = notice('MessageWritten', ben, { from: 'helen', to: ben, message: 'x' }, null);
    expect(overtakes(event('MessageWritten', { from: ben, to: 'helen', message: 'y' }, ben), undefined, written)).toBe(true);
    expect(overtakes(event('MessageWritten', { from: 'helen', to: ben, message: 'z' }, 'helen'), undefined, written)).toBe(false);
  });

  test('of a meeting ahead, once it has begun', () => {
    const booked = { type: 'MeetingBooked', shown: {}, startsAt: '2026-03-06T15:40:00.000Z' } as const;
    expect(isOfThePast(booked, '2026-03-06T15:39:00.000Z')).toBe(false);
    expect(isOfThePast(booked, '2026-03-06T15:40:00.000Z')).toBe(true);
    const first = { type: 'RequestAccepted', shown: { first: { time: { startsAt: booked.startsAt } } }, startsAt: null } as const;
    expect(isOfThePast(first, '2026-03-06T15:40:00.000Z')).toBe(true);
    expect(isOfThePast({ ...booked, type: 'MeetingConfirmed' }, '2026-03-07T15:40:00.000Z')).toBe(false);
  });
});

import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { HubEvent } from '../views/hub-event.js';
import { forgetStreams, placeIn } from './story-streams.js';
import { happened } from './given-events.js';

/** Words that mark whose they are and which side of the assessment wall they belong on: found anywhere, they tell where they came from. */
export const ownWords = (person: string, what: string): string => `canary-${person}-open-${what}`;
export const pairWords = (person: string, what: string): string => `canary-${person}-pair-${what}`;

export const HOUSES = ['oakfield', 'riverbank'] as const;

const MINUTE_MS = 60_000;
const BEGINS = Date.parse('2026-03-02T09:00:00.000Z');
let now = BEGINS;

/** The story's clock back at its beginning: a story that is told twice is the same twice. */
export function beginAgain(): void {
  now = BEGINS;
  forgetStreams();
}
/** The story goes on at this moment. */
export const goOnAt = (instant: string): void => void (now = Date.parse(instant));
/** The moment of the story at which the next event happens. */
export const nextMoment = (): string => new Date(now + MINUTE_MS).toISOString();

/** An event of the story, a minute after the one before. */
export const tell = (...[type, data]: Parameters<typeof happened>): Recorded<HubEvent> => {
  const at = nextMoment();
  now += MINUTE_MS;
  return happened(type, data, { institutions: HOUSES, at, ...placeIn(type, data) });
};

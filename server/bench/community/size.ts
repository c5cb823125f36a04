import type { Instant } from '@alongside/domain/kernel/brand.js';

/** How large a community is. */
export interface CommunitySize {
  readonly people: number;
  /** About how many events its history has: people first, then as many pairs as it takes. */
  readonly events: number;
  /** How many of the people one large trust lists as its own members. */
  readonly inOneTrust: number;
}

export const USUAL_SIZE: CommunitySize = { people: 5_000, events: 100_000, inOneTrust: 5_000 };
export const FULL_SIZE: CommunitySize = { people: 50_000, events: 1_000_000, inOneTrust: 5_000 };

export const COMMUNITY_SEED = 20_260_619;
/** The first and the last moment of the history. Benches start their hubs at its end, so that no clock has years to make up for. */
export const BEGINS = '2024-09-02T08:00:00.000Z' as Instant;
export const ENDS = '2026-06-19T15:00:00.000Z' as Instant;

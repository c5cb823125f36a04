import { rm } from 'node:fs/promises';
import { seedDemo } from '../../scripts/lib/hub.mjs';

/** The fictional community moves in once; every hub of the journeys starts from a copy of it. */
export default async function seedOnce() {
  process.env.DEMO_SEEDED = await seedDemo();
}

export async function removeSeed() {
  if (process.env.DEMO_SEEDED) await rm(process.env.DEMO_SEEDED, { recursive: true, force: true });
}

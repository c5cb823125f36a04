import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHub } from '../hub-process.js';
import { communityOf } from './community.js';
import { MASTER_KEY, openLog, type CommunityLog } from './log.js';
import { COMMUNITY_SEED, type CommunitySize } from './size.js';
import { writeTold } from './write.js';

/** Raised when the same seed would give other events, so that no kept community of before is taken for one of today. */
const EDITION = 1;

/** Whom a bench can speak of without reading the log. */
export interface Roll {
  readonly people: readonly string[];
  /** Mentors who let everybody find them. */
  readonly mentors: readonly string[];
  readonly pairs: readonly { readonly mentorship: string; readonly mentor: string; readonly mentee: string }[];
}

/** A data folder of a bench's own, with the community in it and its views built. */
export interface CommunityCopy {
  readonly folder: string;
  readonly roll: Roll;
  openLog(): Promise<CommunityLog>;
  remove(): Promise<void>;
}

/** A copy of the community of this size. The first call for a seed and size makes it, which takes minutes where it is large. */
export async function communityCopy(size: CommunitySize, say: (line: string) => void, seed = COMMUNITY_SEED): Promise<CommunityCopy> {
  const kept = join(tmpdir(), `alongside-community-${seed}-${size.people}-${size.events}-${size.inOneTrust}-${EDITION}`);
  if (!existsSync(kept)) await make(kept, size, seed, say);
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-'));
  await cp(join(kept, 'data'), folder, { recursive: true });
  return {
    folder,
    // Written by this very file.
    roll: JSON.parse(await readFile(join(kept, 'roll.json'), 'utf8')) as Roll,
    openLog: () => openLog(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Made beside its place and then moved there: a run that is broken off leaves nothing half-made. */
async function make(kept: string, size: CommunitySize, seed: number, say: (line: string) => void): Promise<void> {
  const making = `${kept}.${process.pid}`;
  await mkdir(join(making, 'data'), { recursive: true });
  try {
    say(`Making a community of ${size.people} people and about ${size.events} events; it is kept in ${kept}.`);
    const log = await openLog(join(making, 'data'));
    const told = communityOf(size, seed, log.nameOf);
    await writeTold(log, told, seed);
    await log.close();
    await writeFile(join(making, 'roll.json'), JSON.stringify(rollOf(told)));
    say(`${told.length} events are written. A hub builds its views.`);
    const hub = await openHub(join(making, 'data'), MASTER_KEY);
    const { unfinished } = await hub.ask('state');
    await hub.ask('settle');
    await hub.stop();
    if (unfinished.length > 0) throw new Error(`Views stopped at an event of the community: ${unfinished.join(', ')}.`);
    await rename(making, kept);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

function rollOf(told: ReturnType<typeof communityOf>): Roll {
  const people: string[] = [];
  const mentors = new Set<string>();
  const pairs: Roll['pairs'][number][] = [];
  const hidden = new Set<string>();
  for (const { event } of told) {
    if (event.type === 'PersonJoined') people.push(event.data.person);
    if (event.type === 'MentoringOffered') mentors.add(event.data.person);
    if (event.type === 'VisibilitySet' && event.data.visibility !== 'everyone') hidden.add(event.data.person);
    if (event.type === 'MentorshipStarted') {
      pairs.push({ mentorship: event.data.mentorship, ...theTwo(event.data) });
    }
  }
  return { people, mentors: [...mentors].filter((person) => !hidden.has(person)), pairs };
}

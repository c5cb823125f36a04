import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { CommandId, Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { hashOfToken, newToken } from '../identity/secrets.js';
import { sessionCookie } from '../identity/sessions.js';
import type { Clock } from './clock.js';
import { readConfig } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { createLogger } from './logger.js';

/** A clock that stands still until it is set. */
export class TestClock implements Clock {
  constructor(private at: Instant) {}
  now(): Instant {
    return this.at;
  }
  set(at: string): void {
    this.at = at as Instant;
  }
}

const MASTER_KEY = randomBytes(32).toString('base64');

/** Folders for hubs of one test, removed by `clean`. */
export async function testFolders(): Promise<{ next(): string; log: string; clean(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'alongside-hub-'));
  let count = 0;
  return {
    log: join(root, 'log-of-all'),
    next: () => join(root, `process-${++count}`),
    clean: () => rm(root, { recursive: true, force: true }),
  };
}

/** A whole hub on any free port, without the demo. Processes that share a log folder share the log. */
export function openTestHub(
  dataDir: string,
  logDir: string,
  clock?: Clock,
  env: Readonly<Record<string, string>> = {},
  as: 'hub' | 'command' = 'hub',
): Promise<Hub> {
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY, ...env });
  const logger = createLogger('error');
  return createHub(config, { logDir, logger, as, ...(clock && { clock }) });
}

let commands = 0;
/** An envelope with a new id, or with the one given. */
export const envelopeOf = (type: string, data: unknown, commandId = `t-${process.pid}-${++commands}`) => ({
  commandId: commandId as CommandId,
  type,
  stampedAt: new Date().toISOString() as Instant,
  data,
});

/** The newest event, where the views of this process have yet to take it in: another process, or a reactor, may have written it. */
async function notYetSeen(hub: Hub): Promise<Position | undefined> {
  const through = hub.parts.views.through();
  let newest: Position | undefined;
  for await (const events of hub.parts.log.readAll(through === undefined ? {} : { after: through })) newest = events.at(-1)?.position;
  return newest;
}

/** Each waits for some seconds. */
const BEHIND_LIMIT_TRIES = 10;

/** Gives a command past HTTP, by a person who has seen all that was written before; a refusal is a mistake in the test and throws. */
export async function must(hub: Hub, by: PersonId, type: string, data: unknown): Promise<Position> {
  const after = await notYetSeen(hub);
  // Through no session: as a person who signed in a moment ago.
  const signedInAt = hub.parts.clock.now();
  const envelope = envelopeOf(type, data);
  const give = (): Promise<Answer> => hub.parts.dispatcher.dispatch(envelope, by, { after, signedInAt });
  let answer = await give();
  // A busy machine: as its sender would, the test tries again.
  for (let tries = 1; tries < BEHIND_LIMIT_TRIES && answer.outcome === 'rejected' && answer.code === 'COMMAND.BEHIND'; tries += 1)
    answer = await give();
  if (answer.outcome === 'rejected') throw new Error(`${type} was refused: ${answer.code} ${JSON.stringify(answer.problems ?? [])}`);
  return answer.position;
}

/** Settles once something holds of the views; asked after each change. */
export async function until(hub: Hub, holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const stop = hub.parts.views.onChanges(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

/** Signs a person in and gives the cookie that their browser would hold. */
export async function cookieOf(hub: Hub, person: PersonId): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.parse(hub.parts.clock.now()) + 3_600_000).toISOString();
  const position = await must(hub, HUB, 'OpenSession', { person, session: hashOfToken(token), shared: false, expiresAt });
  await hub.parts.views.caughtUp(position);
  return `${sessionCookie(hub.parts.config)}=${token}`;
}

/** The end of every session of a person. */
export const signOutEverywhere = (hub: Hub, person: PersonId) => must(hub, HUB, 'CloseAllSessions', { person });

const PROFILE = { jobTitle: 'Teacher', about: '', phases: [], subjects: [], settings: [], roles: [] };

/** A school with these people in it; those of `mentors` offer mentoring with so many places. Settles once the views know. */
export async function makeSchool(hub: Hub, people: readonly string[], mentors: Readonly<Record<string, number>> = {}): Promise<void> {
  const details = { name: 'Hillside School', kind: 'school', nation: 'england' };
  const institution = 'hillside';
  let last = await must(hub, HUB, 'RegisterInstitution', { institution, details });
  for (const person of people) {
    await hub.parts.views.caughtUp(last);
    await must(hub, HUB, 'InvitePerson', { person, name: `Name of ${person}`, email: `${person}@hillside.example`, institution });
    last = await must(hub, HUB, 'DescribeProfile', { person, profile: PROFILE });
    await hub.parts.views.caughtUp(last);
    last = await must(hub, HUB, 'AddMember', { institution, person, from: '2026-01-05' });
  }
  await hub.parts.views.caughtUp(last);
  for (const [mentor, places] of Object.entries(mentors)) {
    const person = mentor as PersonId;
    await must(hub, person, 'DeclareExpertise', {
      person,
      expertise: [{ tag: 'exp-behaviour-classroom-routines-and-expectations', level: 4 }],
    });
    await must(hub, person, 'OfferMentoring', { person, offer: { careerStages: [], note: '' } });
    last = await must(hub, person, 'ChangeCapacity', { mentor, places });
  }
  await hub.parts.views.caughtUp(last);
}

/** What a mentee asks a mentor with. */
export const asking = (mentor: string, mentee: string, request = uuidv7(), reserves: readonly string[] = []) => ({
  ...{ mentor, mentee, request, reserves, note: 'May I learn from you?', aims: [], times: [] },
});

import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import { failureFields } from '../app/logger.js';
import { planFile } from './plan-file.js';
import { batchesOf } from './planned-rows.js';
import { ASK_LIMIT_EMAILS, BATCH_LIMIT_ROWS, type KnownMembers, type Members, type ReadingOrder, type Told } from './reading-messages.js';

/** Says something to the hub; settles once it is on its way, so that no more than one batch waits here. */
const tell = (told: Told): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('The process that reads files is started by the hub.'));
    process.send(told, undefined, {}, (error) => (error ? reject(error) : resolve()));
  });

async function askMembers(emails: readonly string[], names: readonly string[]): Promise<KnownMembers> {
  const members = new Set<string>();
  let joined: KnownMembers['joined'] = new Map();
  const called = new Map<string, readonly CalledMember[]>();
  for (let from = 0; from < Math.max(emails.length, names.length); from += ASK_LIMIT_EMAILS) {
    const answered = once(process, 'message');
    const some = (all: readonly string[]) => all.slice(from, from + ASK_LIMIT_EMAILS);
    await tell({ kind: 'ask', emails: some(emails), names: some(names) });
    const [answer] = (await answered) as [Members];
    joined = answer.joined;
    for (const email of answer.emails) members.add(email);
    for (const [name, people] of answer.called) called.set(name, people);
  }
  return { isMember: (email) => members.has(email), membersCalled: (key) => called.get(key) ?? [], joined };
}

async function read(order: ReadingOrder): Promise<void> {
  const plan = await planFile(await buffer(process.stdin), order, askMembers);
  if (!plan.ok) return tell({ kind: 'refused', refusal: plan.error });
  for (const rows of batchesOf(plan.value.rows, BATCH_LIMIT_ROWS)) await tell({ kind: 'batch', rows });
  await tell({ kind: 'read', summary: plan.value.summary });
}

// The hub is done with this process, or is no more.
process.once('disconnect', () => process.exit());
// A person who waits for a page comes before the person who waits for a file.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  const [order] = (await once(process, 'message')) as [ReadingOrder];
  await read(order);
} catch (error) {
  await tell({ kind: 'failed', failure: failureFields(error) });
}

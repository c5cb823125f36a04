import { comparableEmail } from '@alongside/domain/text/folding.js';
import { streamOf, type CommandId, type EventId, type PersonId } from '@alongside/domain/kernel/brand.js';
import { claimUntil } from '@alongside/domain/addresses/address.decider.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { uuidv7 } from 'uuidv7';
import type { Hub } from '../app/create-hub.js';
import { must } from '../app/hub.testing.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import { IdentitySecrets } from './secrets.js';

/** What happens to a hub that is not well, and what an older version of it wrote. */
export const actsFor = ({ parts }: Hub) => ({
  /** A claim for a command that never leaves its event: the process died between the two. */
  claimAndDie: (person: PersonId, email: string) =>
    must({ parts } as Hub, HUB, 'ClaimAddress', {
      ...{ address: new IdentitySecrets(parts.master.bytes).address(email), person },
      ...{ command: uuidv7(), until: claimUntil(parts.clock.now()) },
    }),
  /** A person joined while there were no claims. */
  joinWithoutClaim: (person: PersonId, email: string) =>
    parts.log.append(streamOf('person', person), 'noStream', [
      {
        ...{ type: 'PersonJoined', data: { person, name: `Name of ${person}`, email }, id: uuidv7() as EventId, at: parts.clock.now() },
        ...{ actor: HUB, commandId: uuidv7() as CommandId, institutions: [] },
      },
    ]),
});

/** Whose each address is, worked out from every event of the log and from nothing else: how many have each, and which are shared. */
export async function addressesIn(
  log: Pick<SealedLog, 'readAll'>,
): Promise<{ of: ReadonlyMap<string, string>; shared: readonly string[] }> {
  const of = new Map<string, string>();
  for await (const events of log.readAll())
    for (const { type, data } of events) {
      const { person, email } = data as { person: string; email: string };
      if (type === 'PersonJoined' || type === 'EmailChanged') of.set(person, comparableEmail(email));
      if (type === 'PersonErased') of.delete(person);
    }
  const all = [...of.values()];
  return { of, shared: [...new Set(all.filter((email, index) => all.indexOf(email) !== index))] };
}

export const hubAddresses = (hub: Hub) => addressesIn(hub.parts.log);

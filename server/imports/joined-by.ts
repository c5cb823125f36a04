import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';

/** Who became a member by one command. Two lists under way together may both ask for a person: one of them adds them. */
export interface JoinedBy {
  /** Where the log ends, before the command is given. */
  readonly head: () => Promise<Position | undefined>;
  /** `through`: the position that the command was answered with. */
  readonly of: (commandId: string, after: Position | undefined, through: Position) => Promise<ReadonlySet<PersonId>>;
}

export const joinedIn = (log: Pick<EventStore, 'head' | 'readAll'>): JoinedBy => ({
  head: () => log.head(),
  async of(commandId, after, through) {
    const joined = new Set<PersonId>();
    for await (const batch of log.readAll({ ...(after !== undefined && { after }) })) {
      for (const event of batch)
        // Ids are never sealed.
        if (event.type === 'MemberJoined' && event.commandId === commandId)
          joined.add((event.data as { readonly person: PersonId }).person);
      if ((batch.at(-1)?.position ?? through) >= through) break;
    }
    return joined;
  },
});

import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import type { SimHub } from './sim-hub.testing.js';
import type { VirtualTime } from './virtual-time.testing.js';

export const SCHOOLS = ['hillside', 'oakfield'] as const;
export const PEOPLE = ['asha', 'ben', 'cleo', 'dev', 'esi'] as const;
const FROM = '2026-02-02';

/** The hub itself does something, without a line in between. */
export async function hubDoes<Type extends CommandType>(hub: SimHub, time: VirtualTime, id: string, type: Type, data: DataOf<Type>) {
  const stampedAt = time.now().toISOString() as Instant;
  return hub.dispatcher.dispatch({ commandId: id, type, stampedAt, data }, HUB);
}

/** Two schools and five people, who belong here, there or to both; some look after a list of members. */
export async function settleIn(hub: SimHub, time: VirtualTime): Promise<void> {
  let ordinal = 0;
  const must = async <Type extends CommandType>(type: Type, data: DataOf<Type>, by = HUB) => {
    const commandId = `settle-${(ordinal += 1)}`;
    const answer = await hub.dispatcher.dispatch({ commandId, type, stampedAt: time.now().toISOString(), data }, by);
    if (answer.outcome === 'rejected') throw new Error(`${type} was refused: ${answer.code} ${JSON.stringify(answer.problems)}`);
    await hub.views.caughtUp(answer.position);
  };
  for (const institution of SCHOOLS)
    await must('RegisterInstitution', { institution, details: { name: institution, kind: 'school', nation: 'england' } });
  for (const [index, person] of PEOPLE.entries()) {
    const institution = SCHOOLS[index % SCHOOLS.length] ?? 'hillside';
    await must('InvitePerson', { person, name: person, email: `${person}@school.example`, institution });
    await must('AddMember', { institution, person, from: FROM });
    await must('SetVisibility', { person, visibility: 'institution' }, person as PersonId);
  }
  await must('AddMember', { institution: 'hillside', person: 'ben', from: FROM });
  await must('GrantRole', { institution: 'hillside', person: 'asha', role: 'coordinator' });
  await must('GrantRole', { institution: 'oakfield', person: 'ben', role: 'coordinator' });
}

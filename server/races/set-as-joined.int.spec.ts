import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { Hub } from '../app/create-hub.js';
import { makeSchool, must } from '../app/hub.testing.js';
import { join, sendCode, two } from './joining-by-code.testing.js';
import { Race, stretches } from './rounds.testing.js';
import { TwoHubs, type Act } from './two-hubs.testing.js';

/** Each join builds all views again, so a round costs the more the longer the log is. */
const ROUNDS_A_STRETCH = 8;
/** Runs the hub and administers Oak; and is a manager there. */
const [cora, xena] = ['cora', 'xena'];
let hubs: TwoHubs;

/** What is set of a record at Oak, which the other record had left, and how the person stands there in the end. */
const SETS = [
  (person: string) => [{ type: 'GrantRole', data: { institution: 'oak', person, role: 'leader' } }, { roles: ['leader'] }] as const,
  (person: string) =>
    [
      { type: 'SetReportingLine', data: { institution: 'oak', person, lineManager: xena, inductionTutor: null } },
      { lineManager: xena },
    ] as const,
  (person: string) =>
    [{ type: 'CorrectFirstDay', data: { institution: 'oak', person, from: '2025-09-01' } }, { from: '2025-09-01' }] as const,
];
/** Whether it is the younger record that stayed: both readings of one person come up. */
const staysOf = (round: number): readonly [stays: string, went: string] => {
  const [older, younger] = two('set', round);
  return round % 2 === 0 ? [older, younger] : [younger, older];
};

async function prepare(hub: Hub, rounds: readonly number[], people: readonly string[]): Promise<void> {
  await makeSchool(hub, people, {});
  const add = (institution: string, person: string) => must(hub, HUB, 'AddMember', { institution, person, from: '2026-01-05' });
  for (const [institution, kind] of [
    ['hub', 'hub'],
    ['oak', 'school'],
  ] as const) {
    await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: institution, kind, nation: 'england' } });
    await add(institution, cora);
    await must(hub, HUB, 'GrantRole', { institution, person: cora, role: 'administrator' });
  }
  await add('oak', xena);
  for (const round of rounds) {
    const [stays, went] = staysOf(round);
    await add('oak', stays);
    await add('oak', went);
    await must(hub, HUB, 'RemoveMember', { institution: 'oak', person: went });
    await sendCode(hub, ...two('set', round));
  }
}

test('what is set of a record as it is joined stands, though the other record had left that school', async () => {
  const race = new Race('a record is joined, and something is set of it', ['set as they were joined']);
  for (const rounds of stretches(ROUNDS_A_STRETCH)) {
    const people = [...rounds.flatMap((round) => two('set', round)), cora, xena];
    hubs = await TwoHubs.open(people, (hub) => prepare(hub, rounds, people));
    try {
      await race.run(rounds, async (round) => {
        const [older, younger] = two('set', round);
        const [set, stands] = (SETS[round % SETS.length] as (typeof SETS)[number])(staysOf(round)[0]);
        const act: Act = { by: cora, ...set };
        const answers = await hubs.answers(join(older, younger), act);
        expect(answers[0]).toMatchObject({ outcome: 'accepted' });
        await hubs.followed(cora);
        if (answers[1]?.outcome === 'rejected') return `refused: ${answers[1].code}`;
        const { memberships = [] } = (await hubs.agreed<MembershipRow>('membership', older, older)) ?? {};
        expect(memberships.find(({ institution }) => institution === 'oak')).toMatchObject(stands);
        return 'set as they were joined';
      });
    } finally {
      await hubs.close();
    }
  }
  race.tell();
});

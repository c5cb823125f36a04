import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { Category } from '@alongside/domain/protocol/registry.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gatherers } from './index.js';

const table = readFileSync(join(process.cwd(), 'docs/spec/across-streams.md'), 'utf8');
const nothing = lookInto(new Map(allViews.map((view) => [view.name, new Map()])));
/** A command of each category, as far as its facts are gathered by it. */
const COMMANDS: Partial<Record<Category, object>> = {
  person: { type: 'InvitePerson', data: { person: 'ben', institution: 'elm', email: 'ben@elm.example' } },
  institution: { type: 'AddMember', data: { institution: 'elm', person: 'ben' } },
  caseload: { type: 'RequestMentoring', data: { mentor: 'asha', mentee: 'ben' } },
  mentorship: { type: 'SignAgreement', data: { mentorship: 'm1' } },
  goals: { type: 'AgreeGoal', data: { mentorship: 'm1' } },
  growth: { type: 'WriteReflection', data: { person: 'ben', mentorship: null } },
  meeting: { type: 'BookMeeting', data: { meeting: 'k1', mentorship: 'm1', time: { startsAt: '2026-03-09T15:40:00.000Z', minutes: 45 } } },
  credential: { type: 'IssueCredential', data: { person: 'ben', mentorship: 'm1', issuer: 'elm' } },
  joining: { type: 'ProposeJoining', data: { record: 'ben', other: 'ben-2' } },
  message: { type: 'WriteMessage', data: { to: 'ben' } },
};

test.each(Object.entries(COMMANDS))(
  'docs/spec/across-streams.md says of every fact of %s what comes of it across processes',
  (category, said) => {
    const command = { by: 'asha', at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', ...said } as Command;
    const { facts } = gatherers[category as Category](command, nothing);
    const { ask = {}, ...others } = facts as Readonly<Record<string, object>>;
    const names = [...Object.keys(others), ...Object.keys(ask ?? {})];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !new RegExp(`\`(\\w+\\.)?${name}\``).test(table))).toEqual([]);
  },
);

test('no category gathers facts that the list above leaves out', () => {
  const bare = Object.keys(gatherers).filter((category) => !(category in COMMANDS)) as Category[];
  for (const category of bare) expect(gatherers[category]({ data: {} } as Command, nothing).facts).toBeUndefined();
});

/** What races for addresses has harnesses of its own. */
const OF_ADDRESSES = ['server/identity/address-races.int.spec.ts', 'server/imports/two-imports.int.spec.ts'];
const rows = table.split('\n').flatMap((line) => {
  const [fact, , kind, , racedIn] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return fact && kind && /^(Holds|Healed)/.test(kind) ? [{ fact, racedIn: racedIn ?? '' }] : [];
});

test.each(rows)('what holds or is healed is raced from two processes: $fact', ({ racedIn }) => {
  const named = [...racedIn.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
  const found = named.flatMap((name) =>
    [`server/${name}.int.spec.ts`, ...OF_ADDRESSES.filter((file) => file.includes(`/${name}.int`))].filter((file) => existsSync(file)),
  );
  expect(found).not.toEqual([]);
});

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

const rows = table.split('\n').flatMap((line) => {
  const [fact, , kind, , racedIn] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return fact && kind && fact !== 'Fact' && !/^-+$/.test(fact) ? [{ fact, kind, racedIn: racedIn ?? '' }] : [];
});
const filesIn = (racedIn: string): readonly string[] =>
  [...racedIn.matchAll(/`([^`]+)`/g)].map(([, name]) => `server/${name}${name?.endsWith('.unit') ? '' : '.int'}.spec.ts`);

test.each(rows)('every file that a row names is there, and what holds or is healed is raced in one: $fact', ({ kind, racedIn }) => {
  expect(kind).toMatch(/^(?:Holds(?: in the order of the log)?|Healed|As if a moment before|Only words)$/);
  const files = filesIn(racedIn);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  if (/^(?:Holds|Healed)/.test(kind)) expect(files.filter((file) => file.endsWith('.int.spec.ts'))).not.toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { Category } from '@alongside/domain/protocol/registry.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gatherers } from './index.js';

/** Of a second table, what comes of a join, tells `server/reactors/healed-by-joins.unit`. */
const [table = ''] = readFileSync(join(process.cwd(), 'docs/spec/across-streams.md'), 'utf8').split('\n## ');
const nothing = lookInto(new Map(allViews.map((view) => [view.name, new Map()])));
const when = { startsAt: '2026-03-09T15:40:00.000Z', minutes: 45 };
/** Commands of each category, as far as its facts are gathered by them: between them they look at every field. */
const COMMANDS: Partial<Record<Category, readonly object[]>> = {
  person: [
    { type: 'InvitePerson', data: { person: 'ben', institution: 'elm', email: 'ben@elm.example' } },
    { type: 'ChangeEmail', data: { person: 'ben', email: 'ben@elm.example' } },
    { type: 'RenamePerson', data: { person: 'ben', name: 'Ben' } },
  ],
  institution: [
    { type: 'AddMember', data: { institution: 'elm', person: 'ben' } },
    { type: 'AskToJoin', data: { institution: 'elm', person: 'ben', email: 'ben@elm.example', closed: 'oak' } },
    { type: 'JoinTrust', data: { institution: 'elm', trust: 'beacon' } },
  ],
  caseload: [
    { type: 'RequestMentoring', data: { mentor: 'asha', mentee: 'ben' } },
    { type: 'OfferHelp', data: { mentor: 'asha', mentee: 'ben' } },
    { type: 'DeclineRequest', data: { mentor: 'asha', request: 'r1' } },
  ],
  mentorship: [
    { type: 'SignAgreement', data: { mentorship: 'm1' } },
    { type: 'StartMentorship', data: { mentorship: 'm1', mentor: 'asha', mentee: 'ben' } },
    { type: 'AskForHelp', data: { mentorship: 'm1', coordinator: 'cora' } },
  ],
  goals: [{ type: 'AgreeGoal', data: { mentorship: 'm1' } }],
  growth: [
    { type: 'WriteReflection', data: { person: 'ben', mentorship: null } },
    { type: 'LinkReflection', data: { person: 'ben', reflection: 'x1' } },
  ],
  meeting: [
    { type: 'BookMeeting', data: { meeting: 'k1', mentorship: 'm1', time: when } },
    { type: 'ProposeMeeting', data: { meeting: 'k1', mentorship: 'm1', times: [when] } },
    { type: 'RecordPastMeeting', data: { meeting: 'k1', mentorship: 'm1', ...when } },
  ],
  credential: [
    { type: 'IssueCredential', data: { person: 'ben', mentorship: 'm1', issuer: 'elm' } },
    { type: 'RevokeCredential', data: { credential: 'c1' } },
  ],
  joining: [{ type: 'ProposeJoining', data: { record: 'ben', other: 'ben-2' } }],
  message: [
    { type: 'WriteMessage', data: { to: 'ben' } },
    { type: 'SuggestMentors', data: { to: 'ben', mentors: ['asha'] } },
    { type: 'MarkHelpDone', data: { help: 'h1', coordinator: 'cora' } },
  ],
};

/** The fields of every interface of facts, as the table names them: `ask.paired` of `AskFacts`. */
const declared = new Map(
  readdirSync(join(process.cwd(), 'domain'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.facts.ts') && !path.includes('node_modules'))
    .flatMap((path) => [
      ...readFileSync(join(process.cwd(), 'domain', path), 'utf8').matchAll(/^export interface (\w+)Facts \{\n([^]*?)^\}/gm),
    ])
    .map(([, name = '', body = '']) => {
      const fields = [...body.matchAll(/^ {2}readonly (\w+)\??: ?(.*)$/gm)];
      // What is said of facts in facts is said of each of those.
      const own = fields.filter(([, , type]) => !/^\w+Facts \| null;$/.test(type ?? ''));
      return [name.toLowerCase(), { all: fields.map(([, field]) => field), own: own.map(([, field]) => field) }] as const;
    }),
);

/** What commands gather, by what it is called in the table. */
function gathered(category: Category): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = (name: string, facts: object) => found.set(name, new Set([...(found.get(name) ?? []), ...Object.keys(facts)]));
  for (const said of COMMANDS[category] ?? []) {
    const command = { by: 'asha', at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', ...said } as Command;
    const facts = gatherers[category](command, nothing).facts as Readonly<Record<string, unknown>>;
    note(category, facts);
    for (const [field, value] of Object.entries(facts)) if (declared.has(field) && value) note(field, value);
  }
  return found;
}

test('every interface of facts is gathered by a command above, field by field', () => {
  const found = new Map((Object.keys(COMMANDS) as Category[]).flatMap((category) => [...gathered(category)]));
  const sorted = (fields: Iterable<string | undefined>) => [...fields].sort();
  expect(Object.fromEntries([...found].map(([name, fields]) => [name, sorted(fields)]))).toEqual(
    Object.fromEntries([...declared].map(([name, { all }]) => [name, sorted(all)])),
  );
});

test.each([...declared])('docs/spec/across-streams.md says of every fact of %s what comes of it across processes', (name, { own }) => {
  expect(own.length).toBeGreaterThan(0);
  expect(own.map((field) => `\`${name}.${field}\``).filter((fact) => !table.includes(fact))).toEqual([]);
});

test('no category gathers facts that the list above leaves out', () => {
  const bare = Object.keys(gatherers).filter((category) => !(category in COMMANDS)) as Category[];
  for (const category of bare) expect(gatherers[category]({ data: {} } as Command, nothing).facts).toBeUndefined();
});

const rows = table.split('\n').flatMap((line) => {
  const [fact, guards, kind, , racedIn] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return fact && kind && fact !== 'Fact' && !/^-+$/.test(fact) ? [{ fact, guards: guards ?? '', kind, racedIn: racedIn ?? '' }] : [];
});
const filesIn = (racedIn: string): readonly string[] =>
  [...racedIn.matchAll(/`([^`]+)`/g)].map(([, name]) => `server/${name}${name?.endsWith('.unit') ? '' : '.int'}.spec.ts`);

test.each(rows)('every file that a row names is there, and what holds or is healed is raced in one: $fact', ({ kind, racedIn }) => {
  expect(kind).toMatch(/^(?:Holds(?: in the order of the log)?|Healed|As if a moment before|Only words)$/);
  const files = filesIn(racedIn);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  if (/^(?:Holds|Healed)/.test(kind)) expect(files.filter((file) => file.endsWith('.int.spec.ts'))).not.toEqual([]);
});

test('no fact has two rows, but for those of which each tells a part', () => {
  const facts = rows.flatMap(({ fact }) => [...fact.matchAll(/`([\w.]+)`/g)].map(([, name]) => name));
  expect(facts.filter((name, at) => facts.indexOf(name) !== at)).toEqual(['joining.withTheSame']);
});

/** What a file that races a row must name: a rule of the row, or one of its facts; where it has neither, what the row is about. */
const namesOf = ({ fact, guards }: (typeof rows)[number]): readonly string[] => {
  const names = [...guards.matchAll(/\[(?:R|AD)\d+\]/g)]
    .map(([tag]) => tag)
    .concat([...fact.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name));
  return names.length > 0 ? names : [fact.split(',')[0] ?? fact];
};
const mentions = (file: string, name: string): boolean => {
  const [text, at] = [readFileSync(file, 'utf8').toLowerCase(), name.toLowerCase()];
  return new RegExp(`(?<![\\w.])${at.replaceAll(/[.[\]]/g, String.raw`\$&`)}(?!\\w)`).test(text);
};

test.each(rows.filter(({ racedIn }) => filesIn(racedIn).length > 0))('every file that a row names says that it tries it: $fact', (row) => {
  const names = namesOf(row);
  const files = filesIn(row.racedIn);
  expect(files.filter((file) => !names.some((name) => mentions(file, name)))).toEqual([]);
  // Every rule of it is in one of them.
  const rules = names.filter((name) => name.startsWith('['));
  expect(rules.filter((rule) => !files.some((file) => mentions(file, rule)))).toEqual([]);
});

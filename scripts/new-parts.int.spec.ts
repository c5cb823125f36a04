import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

// What a new view and a new aggregate cost, measured: each is added to a copy of the sources, and the compiler says what else it asks for.

const VIEW = `import type { LetterEvent } from '@alongside/domain/letters/letter.events.js';
import { hubView } from './hub-view.js';

/** How often each email was claimed. */
export interface PostmarkRow {
  readonly letter: string;
}
export const postmarkView = hubView<LetterEvent, PostmarkRow>()({
  name: 'postmark',
  version: 1,
  title: 'Letters that were claimed',
  readers: ['everyone'],
  indexes: ['letter'],
  on: { LetterClaimed: ({ data: { letter } }, rows) => rows.put(letter, { audience: ['everyone'], data: { letter } }) },
});
`;
const READ = `import { PUBLIC_VIEWS, type HubReader } from '../views/index.js';
export const claimed = (look: HubReader, letter: string): string | undefined => look.row('postmark', letter)?.letter;
export const shown: boolean = PUBLIC_VIEWS.has('postmark');
`;

/** The same for the members of circles. */
const VIEW_OF_CIRCLES = VIEW.replaceAll("['everyone']", "['circle']")
  .replace("audience: ['circle']", "audience: ['circle:c1']")
  .replace('postmarkView', 'postmarkInCirclesView')
  .replace("'postmark'", "'postmark-in-circles'");

const CIRCLES = `    gives: 'circles',
    principals: (held: readonly string[]): readonly \`circle:\${string}\`[] => held.map((circle) => \`circle:\${circle}\` as const),
    showsEarlier: 'unknown',
  }),`;
const IN_CIRCLES = `import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { actorWith, principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import type { Rows } from '../engine/view.js';
import { accessId, type AccessRow } from '../views/access.view.js';
import type { HubReader } from '../views/index.js';
import { actorOf } from './actor.js';

export const circlesOf = (person: PersonId, look: HubReader): readonly string[] => actorOf(person, look).circles;
export const asMember = (person: PersonId): readonly Principal[] => principalsOf(actorWith(person, { circles: ['c1'] }));
export const joins = (rows: Rows<AccessRow>, person: PersonId): void =>
  rows.put(accessId('circles', person), { audience: [\`circle:c1\`], data: { person, kind: 'circles', held: ['c1'] } });
`;

const FOLDER = {
  'domain/pins/pin.events.ts': `import { z } from 'zod';
import { personId } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';

export const pinEvents = { PagePinned: event(z.object({ person: personId, page: z.string().max(80) })) };
export type PinEvent = EventOf<typeof pinEvents>;
`,
  'domain/pins/pin.commands.ts': `import { z } from 'zod';
import { personId } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';

export const pinCommands = { PinPage: z.object({ person: personId, page: z.string().max(80) }) };
export type PinCommand = CommandOf<typeof pinCommands>;
`,
  'domain/pins/pin.decider.ts': `import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal } from '../kernel/result.js';
import type { PinCommand } from './pin.commands.js';
import type { PinEvent } from './pin.events.js';

export type PinRefusal = Refusal<'PIN.ALREADY_THERE'>;
export const pin: Decider<{ readonly pages: readonly string[] }, PinCommand, PinEvent, PinRefusal> = {
  initial: { pages: [] },
  decide: ({ data }, { pages }) => (pages.includes(data.page) ? refuse({ code: 'PIN.ALREADY_THERE' }) : ok([{ type: 'PagePinned', data }])),
  evolve: ({ pages }, { data }) => ({ pages: [...pages, data.page] }),
};
`,
  'domain/policies/pins.policy.ts': `import type { PinCommand } from '../pins/pin.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub } from './actor.js';

export const pinPolicies: Policies<PinCommand, unknown, unknown> = { PinPage: isHub };
`,
  'domain/pins/pin.aggregate.ts': `import { streamOf } from '../kernel/brand.js';
import { pinPolicies } from '../policies/pins.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { pinCommands } from './pin.commands.js';
import { pin } from './pin.decider.js';
import { pinEvents } from './pin.events.js';

export const pinAggregate = aggregate({
  category: 'pin',
  commands: pinCommands,
  events: pinEvents,
  decider: pin,
  streamOf: (command) => streamOf('pin', command.data.person),
  policies: pinPolicies,
});
`,
};

/** The compiler reads all packages, twice; in milliseconds. */
const COMPILED_MS = 300_000;
/** All that Node runs, in one reading: what a package imports is not read again for each that imports it. */
const atOnce = (names: readonly string[]) => ({
  extends: './tsconfig.base.json',
  compilerOptions: { types: ['jest', 'node'], resolveJsonModule: true, experimentalDecorators: true, emitDecoratorMetadata: true },
  include: names.map((name) => `${name}/**/*.ts`),
  exclude: ['**/dist', '**/node_modules', 'server/simulation'],
});

describe('what a new part of the hub costs', () => {
  let folder: string;

  // Once for both: the first adds what the second adds too.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-parts-'));
    cpSync('tsconfig.base.json', join(folder, 'tsconfig.base.json'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(atOnce(['domain', 'projections', 'server'])));
    writeFileSync(join(folder, 'tsconfig.wanting.json'), JSON.stringify(atOnce(['domain', 'projections'])));
    mkdirSync(join(folder, 'node_modules/@alongside'), { recursive: true });
    for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.') && one !== '@alongside'))
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
    for (const name of ['domain', 'projections', 'server', 'client', 'search', 'ml']) {
      cpSync(name, join(folder, name), { recursive: true, filter: (path) => !/(^|[/\\])(dist|node_modules)$/.test(path) });
      symlinkSync(join('..', '..', name), join(folder, 'node_modules/@alongside', name));
    }
    for (const name of ['server', 'client']) for (const own of ownPackages(name)) symlinkSync(resolve(own), join(folder, own));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ownPackages = (name: string) => (readdirSync(name).includes('node_modules') ? [join(name, 'node_modules')] : []);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  /** Puts lines in after the first line that holds a text. */
  const insert = (path: string, after: string, line: string) => {
    const lines = readFileSync(join(folder, path), 'utf8').split('\n');
    const at = lines.findIndex((one) => one.includes(after));
    expect(at).toBeGreaterThanOrEqual(0);
    writeFileSync(join(folder, path), [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)].join('\n'));
  };
  const compile = (project: string): readonly string[] => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        resolve('node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--pretty',
        'false',
        '-p',
        project,
        '--incremental',
        '--tsBuildInfoFile',
        join(folder, `read-${project === '.' ? 'all' : project}.tsbuildinfo`),
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    return stdout.split('\n').flatMap((line) => /^(.+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []);
  };
  /** The files that the compiler finds wanting. */
  const wanting = (...projects: readonly string[]): readonly string[] => [...new Set(projects.flatMap(compile))].sort();

  test(
    'a view that is in no list is not known to those who read views',
    () => {
      write('projections/views/postmark.view.ts', VIEW);
      write('projections/facts/claimed.ts', READ);
      expect([...new Set(compile('projections'))]).toEqual(['projections/facts/claimed.ts']);
    },
    COMPILED_MS,
  );

  // Together, for each reading of all sources takes half a minute: what is wanting is named by its file.
  test(
    'a view, a kind of principal and an aggregate are their files and their places in lists; the compiler asks for words and rules that only people can give',
    () => {
      // The view: readers, rows, indexes and the API follow from it.
      write('projections/views/postmark.view.ts', VIEW);
      write('projections/facts/claimed.ts', READ);
      // The kind of principal: actors, audiences, readers of views and the rows that say who has it follow from it.
      insert('domain/policies/stands-for.ts', 'export const KINDS = {', CIRCLES);
      insert('domain/policies/stands-for.ts', 'export const KINDS = {', '  circles: kind({');
      write('projections/facts/in-circles.ts', IN_CIRCLES);
      write('projections/views/postmark-in-circles.view.ts', VIEW_OF_CIRCLES);
      for (const [name, file] of [
        ['postmarkView', 'postmark'],
        ['postmarkInCirclesView', 'postmark-in-circles'],
      ]) {
        insert('projections/views/index.ts', "from './person.view.js'", `import { ${name} } from './${file}.view.js';`);
        insert('projections/views/index.ts', '  personView,', `  ${name},`);
      }
      // The aggregate: its folder, its policy and its line.
      for (const [path, text] of Object.entries(FOLDER)) write(path, text);
      insert('domain/protocol/registry.ts', 'people/person.aggregate.js', "import { pinAggregate } from '../pins/pin.aggregate.js';");
      insert('domain/protocol/registry.ts', '  address: addressAggregate,', '  pin: pinAggregate,');
      expect(wanting('.', 'client')).toEqual([
        // What it is called when it has to be said without its screen.
        'client/app/what-was-said.ts',
        // Who is told of it.
        'domain/notices/table.ts',
        // Who may do it: the rule is in the policy, and the table of the spec says it again for every actor.
        'domain/policies/policies.unit.spec.ts',
        // The words in which it is refused.
        'domain/protocol/refusal-sentences.ts',
        // What it needs to know of other streams.
        'projections/facts/index.ts',
      ]);
      insert('client/app/what-was-said.ts', 'const ACTS', "  PinPage: 'A page that you pinned',");
      insert('domain/notices/table.ts', '  InstitutionRegistered: {},', '  PagePinned: { person: ownAct },');
      insert('domain/policies/policies.unit.spec.ts', '  ClaimLetter: onlyHub,', '  PinPage: onlyHub,');
      insert('domain/protocol/refusal-sentences.ts', "'LETTER.CLAIMED'", "  'PIN.ALREADY_THERE': 'This page is pinned already.',");
      insert('projections/facts/index.ts', '  address: nothing,', '  pin: nothing,');
      // Nothing of the server was wanting, and it has not changed.
      expect(wanting('tsconfig.wanting.json', 'client')).toEqual([]);
    },
    COMPILED_MS,
  );
});

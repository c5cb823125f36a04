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

/** The compiler reads four packages, twice; in milliseconds. */
const COMPILED_MS = 300_000;

describe('what a new part of the hub costs', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-parts-'));
    cpSync('tsconfig.base.json', join(folder, 'tsconfig.base.json'));
    mkdirSync(join(folder, 'node_modules/@alongside'), { recursive: true });
    for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.') && one !== '@alongside'))
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
    for (const name of ['domain', 'projections', 'server', 'client', 'search', 'ml']) {
      cpSync(name, join(folder, name), { recursive: true, filter: (path) => !/(^|[/\\])(dist|node_modules)$/.test(path) });
      symlinkSync(join('..', '..', name), join(folder, 'node_modules/@alongside', name));
    }
    for (const name of ['server', 'client'])
      for (const own of ownPackages(name)) cpSync(own, join(folder, own), { recursive: true, verbatimSymlinks: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
  /** The files that the compiler finds wanting. */
  const wanting = (...packages: readonly string[]): readonly string[] => {
    const found = packages.flatMap((name) => {
      const { stdout } = spawnSync(
        process.execPath,
        [resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', name],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      return stdout.split('\n').flatMap((line) => /^(.+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []);
    });
    return [...new Set(found)].sort();
  };

  test(
    'a view is its file and its place in the list: readers, rows, indexes and the API follow from it',
    () => {
      write('projections/views/postmark.view.ts', VIEW);
      write('projections/facts/claimed.ts', READ);
      expect(wanting('projections')).toEqual(['projections/facts/claimed.ts']);
      insert('projections/views/index.ts', "from './person.view.js'", "import { postmarkView } from './postmark.view.js';");
      insert('projections/views/index.ts', '  personView,', '  postmarkView,');
      expect(wanting('projections', 'server', 'client')).toEqual([]);
    },
    COMPILED_MS,
  );

  test(
    'a kind of principal is one entry: actors, audiences, readers of views and the rows that say who has it follow from it',
    () => {
      insert('domain/policies/stands-for.ts', 'export const KINDS = {', CIRCLES);
      insert('domain/policies/stands-for.ts', 'export const KINDS = {', '  circles: kind({');
      write(
        'projections/views/postmark.view.ts',
        VIEW.replaceAll("['everyone']", "['circle']").replace("audience: ['circle']", "audience: ['circle:c1']"),
      );
      write('projections/facts/in-circles.ts', IN_CIRCLES);
      insert('projections/views/index.ts', "from './person.view.js'", "import { postmarkView } from './postmark.view.js';");
      insert('projections/views/index.ts', '  personView,', '  postmarkView,');
      expect(wanting('domain', 'projections', 'server', 'client')).toEqual([]);
    },
    COMPILED_MS,
  );

  test(
    'an aggregate is its folder, its policy and its line; the compiler asks for the words and rules that only people can give',
    () => {
      for (const [path, text] of Object.entries(FOLDER)) write(path, text);
      insert('domain/protocol/registry.ts', 'people/person.aggregate.js', "import { pinAggregate } from '../pins/pin.aggregate.js';");
      insert('domain/protocol/registry.ts', '  address: addressAggregate,', '  pin: pinAggregate,');
      expect(wanting('domain', 'projections', 'server', 'client')).toEqual([
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
      expect(wanting('domain', 'projections', 'server', 'client')).toEqual([]);
    },
    COMPILED_MS,
  );
});

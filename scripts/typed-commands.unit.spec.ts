import { readdirSync, readFileSync } from 'node:fs';

/** What people read who type: the README, the guides, what is copied from deploy, and what the hub says of a wrong setting. */
const GUIDES = ['README.md', ...readdirSync('docs').flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : []))];
const COPIED = [
  'deploy/example.env',
  'docker-compose.yml',
  'server/app/config.ts',
  'server/app/restore.cli.ts',
  'server/app/backup.cli.ts',
];
/** A block for one system says so after its language: ```sh linux. Others work in cmd, PowerShell and sh alike. */
const FOR_ONE_SYSTEM = /\b(?:linux|macos|windows)$/;
const SETTINGS = /^(?:ini|xml|nginx|yaml|json|)$/;
/** What only some shells know. */
const TRICKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a setting before a command', /^\s*(?:\$env:)?[A-Z][A-Z_]*=\S*[ \t]+\S/m],
  ['two commands in one line', /&&|\|\|/],
  ['a value that a command works out', /\$\(|`[^`]*`\)/],
  ['a variable that is set', /^\s*(?:export|set|setx) /m],
  ['a line that goes on', /[\\^]$/m],
  ['a remark after a command', /\S[ \t]+# /],
  ['a program that Windows lacks', /^\s*(?:sudo|openssl|cp|mv|rm|cat|chmod|curl .*\|) /m],
];

interface Code {
  readonly where: string;
  readonly text: string;
}

/** Code of a guide that is typed: blocks that are for every system, and code within sentences that names a program. */
function codeIn(file: string, markdown: string): readonly Code[] {
  const blocks = [...markdown.matchAll(/^```([^\n]*)\n(.*?)^```/gms)].flatMap(([, info = '', text = '']) =>
    FOR_ONE_SYSTEM.test(info.trim()) || SETTINGS.test(info.trim()) ? [] : [{ where: `${file}: block`, text }],
  );
  const within = [...markdown.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => ({ where: file, text }));
  return [...blocks, ...within.filter(({ text }) => /\b(?:npm|node|openssl|git|docker) /.test(text) && !text.includes('sudo'))];
}

const faultsIn = (code: readonly Code[]) =>
  code.flatMap(({ where, text }) => TRICKS.flatMap(([what, pattern]) => (pattern.test(text) ? [`${where}: ${what}: ${text.trim()}`] : [])));

describe('what a person must type works in cmd, PowerShell and sh alike', () => {
  test.each(GUIDES)('%s', (file) => expect(faultsIn(codeIn(file, readFileSync(file, 'utf8')))).toEqual([]));

  test.each(COPIED)('%s names no program that Windows lacks', (file) => expect(readFileSync(file, 'utf8')).not.toMatch(/openssl/));

  test('each kind of fault is found, and a block for one system is let be', () => {
    const bad = ['DATA_DIR=/x npm start', 'npm run setup && npm run build', 'openssl rand -base64 32', 'npm start # here'];
    const found = (text: string) => faultsIn(codeIn('x', text)).length;
    for (const one of bad) expect([found(`\`\`\`sh\n${one}\n\`\`\`\n`), found(`\`\`\`sh linux\n${one}\n\`\`\`\n`)]).toEqual([1, 0]);
    for (const one of bad.slice(0, 3)) expect(found(`Type \`${one}\` now.`)).toBe(1);
    expect(found('Type `npm run backup -- /backups`, with `DEMO=0` in `.env`.')).toBe(0);
  });

  test('`npm run key` is there, and the file for Windows starts what the unit for Linux starts', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['key']).toBe('node scripts/key.mjs');
    const unit = /ExecStart=\S+ (.*)/.exec(readFileSync('docs/running-as-a-service.md', 'utf8'))?.[1] ?? '';
    const program = unit.split(' ').at(-1) ?? '';
    expect(readFileSync('deploy/alongside.winsw.xml', 'utf8')).toContain(program.replaceAll('/', '\\'));
  });
});

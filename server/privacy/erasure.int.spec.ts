import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import type { OverviewRow } from '@alongside/projections/views/overview.view.js';
import { profileView } from '@alongside/projections/views/profile.view.js';
import type { Hub } from '../app/create-hub.js';
import { eraseHere } from './erase.js';
import { systemClock } from '../app/clock.js';
import { asking, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';

jest.setTimeout(60_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
/** Words that stand nowhere but in what Ben wrote or is called. */
const CANARIES = ['Quillfeather', 'quillfeather.b', 'zanzibarnote', 'marzipanthought', 'periwinklenotes', 'tangerinegoal'];

describe('erasing somebody', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let folder: string;
  let hub: Hub | undefined;
  let masterKey: string;

  beforeEach(async () => {
    folders = await testFolders();
    folder = folders.next();
    const clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
    hub = await openTestHub(folder, folder, clock);
    masterKey = hub.parts.config.masterKey ?? '';
    await liveALittle(hub);
    // What is asked at the terminal is asked today.
    clock.set(systemClock.now());
    await must(hub, HUB, 'ConfirmDate', { institution: HUB_INSTITUTION, newest: systemClock.now() });
  });
  afterEach(async () => {
    await hub?.close();
    await folders.clean();
  });

  test('[R9] while the hub runs: no byte of name, address or words is left in any file', async () => {
    expect(await canariesIn(folder)).toContainEqual(expect.stringMatching(/^search\.sqlite.*: Quillfeather$/));
    await erase(folder, masterKey);
    await hub?.parts.reactors.settled();
    expect(await canariesIn(folder)).toEqual([]);
  });

  test('[R9] while the hub is stopped: the command leaves nothing for a later start to find', async () => {
    await hub?.close();
    hub = undefined;
    expect(await canariesIn(folder)).toContain('search.sqlite: Quillfeather');
    // The hub lived in March: a command of its own goes by the clock of this machine (0062).
    await atTerminal('admin', ['confirm-date', '--yes'], folder, masterKey);
    await erase(folder, masterKey);
    expect(await canariesIn(folder)).toEqual([]);
  });

  test('[R9] while a view is stopped it is not said to be done, and it is done once the view is built again', async () => {
    const broken = jest.spyOn(profileView.on as Required<typeof profileView.on>, 'PersonRenamed').mockImplementation(() => {
      throw new Error('cannot be taken');
    });
    const { parts } = hub as Hub;
    await must(hub as Hub, asha, 'RenamePerson', { person: asha, name: 'Asha' });
    await must(hub as Hub, HUB, 'ErasePerson', { person: ben });
    await parts.reactors.settled();
    expect(parts.projector.unfinished).toEqual(['profile']);
    expect(parts.reactors.aside).toMatchObject([{ reactor: 'destroy-key-when-person-erased' }]);
    await expect(eraseHere(parts, ben)).rejects.toThrow('not yet from every file: profile does not follow');
    broken.mockRestore();
    await parts.projector.rebuild('profile');
    await parts.reactors.retryAside();
    expect(parts.reactors.aside).toEqual([]);
    expect(await canariesIn(folder)).toEqual([]);
  });

  test('[R9] nobody who was erased acts, nobody acts on their record, and erasing may be asked for again', async () => {
    const { parts } = hub as Hub;
    const answered = async (by: PersonId, type: string, data: object) => {
      const answer = await parts.dispatcher.dispatch(envelopeOf(type, data), by);
      return answer.outcome === 'accepted' ? 'accepted' : answer.code;
    };
    const thought = { person: ben, mentorship: null, meeting: null, prompt: null, title: 'Later', text: 'Later', statements: [] };
    expect(await answered(ben, 'WriteReflection', { ...thought, reflection: 'f-2' })).toBe('accepted');
    await parts.views.caughtUp(await must(hub as Hub, HUB, 'ErasePerson', { person: ben }));
    expect(await answered(ben, 'WriteReflection', { ...thought, reflection: 'f-3' })).toBe('COMMAND.NOT_ALLOWED');
    expect(await answered(ben, 'ErasePerson', { person: ben })).toBe('COMMAND.NOT_ALLOWED');
    expect(await answered(HUB, 'ErasePerson', { person: ben })).toBe('accepted');
  });

  test('[R9] others keep their own words, and the figures still add up', async () => {
    const figures = () => hub?.parts.views.store.get<OverviewRow>('overview', 'hillside')?.data.figures;
    const before = figures();
    await erase(folder, masterKey);
    await hub?.parts.reactors.settled();
    const store = hub?.parts.views.store;
    expect(store?.get<PersonRow>('person', ben)?.data).toMatchObject({ name: '', erased: true });
    expect(store?.get<PersonRow>('person', asha)?.data.name).toBe('Name of asha');
    expect(before?.meetingsHeld).toEqual(figures()?.meetingsHeld);
  });
});

/** Ben offers mentoring and stands in the directory, is asked about, writes, meets and is written to; everything of his carries a canary. */
async function liveALittle(hub: Hub): Promise<void> {
  await makeSchool(hub, ['asha', 'ben'], { asha: 1, ben: 2 });
  await must(hub, ben, 'RenamePerson', { person: ben, name: 'Ben Quillfeather' });
  await must(hub, HUB, 'ChangeEmail', { person: ben, email: 'quillfeather.b@school.example' });
  const data = { ...asking('asha', 'ben'), note: 'My zanzibarnote' };
  await must(hub, ben, 'RequestMentoring', data);
  await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
  await hub.parts.reactors.settled();
  const goal = {
    mentorship: 'm-1',
    goal: 'g-1',
    description: { title: 'A tangerinegoal', why: '', success: '' },
    tag: null,
    statements: [],
    due: null,
    steps: [],
  };
  await must(hub, ben, 'AgreeGoal', goal);
  await must(hub, ben, 'WriteReflection', {
    person: ben,
    reflection: 'f-1',
    mentorship: 'm-1',
    meeting: null,
    prompt: null,
    title: 'Week one',
    text: 'A marzipanthought',
    statements: [],
  });
  await must(hub, ben, 'BookMeeting', {
    meeting: 'x-1',
    mentorship: 'm-1',
    format: 'online',
    place: '',
    time: { startsAt: '2026-03-03T15:00:00.000Z', minutes: 45 },
  });
  await must(hub, ben, 'SaveNotes', { meeting: 'x-1', edition: 0, text: 'Some periwinklenotes' });
  await hub.parts.mailer.send({
    key: 'k',
    to: { person: ben, email: 'quillfeather.b@school.example' },
    about: [ben],
    subject: 'Hello',
    text: 'Dear Ben Quillfeather',
  });
  await hub.parts.mailer.send({
    key: 'l',
    to: { person: asha, email: 'asha@school.example' },
    about: [asha, ben],
    subject: 'News',
    text: 'Ben Quillfeather said yes',
  });
}

const erase = (folder: string, masterKey: string) => atTerminal('privacy', ['erase', ben, '--yes'], folder, masterKey);

async function atTerminal(name: string, args: readonly string[], folder: string, masterKey: string): Promise<void> {
  const cli = fileURLToPath(new URL(`../dist/app/${name}.cli.js`, import.meta.url));
  const env = { ...process.env, DATA_DIR: folder, DEMO: '0', NODE_OPTIONS: '', MASTER_KEY: masterKey };
  await promisify(execFile)(process.execPath, [cli, ...args], { env });
}

/**
 * Where the canaries remain, as `file: word`, in any case, UTF-8 or UTF-16. Searched by another process: closing a file here would end this
 * process’s locks on it.
 */
async function canariesIn(folder: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', SEARCH, folder, ...CANARIES], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as readonly string[];
}

const SEARCH = `
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
const [folder, ...words] = process.argv.slice(1);
const found = [];
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  let bytes;
  // A running hub replaces some of its files while they are looked at: then the new one is looked at.
  try { bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name)); } catch { bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name.replace(/\\.new$/, ''))); }
  const texts = [bytes.toString('latin1').toLowerCase(), bytes.toString('utf16le').toLowerCase()];
  for (const word of words) if (texts.some((text) => text.includes(word.toLowerCase()))) found.push(entry.name + ': ' + word);
}
console.log(JSON.stringify(found));
`;

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { streamOf, type PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { createHub, type Hub } from './create-hub.js';
import { asking, envelopeOf, makeSchool, testFolders } from './hub.testing.js';
import { createLogger } from './logger.js';
import { openParts, type OpenParts } from './open-parts.js';
import { configIn, Postbox } from './postbox.fixture.js';
import { builtProgram } from './program.testing.js';

jest.setTimeout(60_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

describe('a command at the terminal', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub | undefined;
  let ofHub: Postbox;
  let ofCommand: Postbox;
  const logger = createLogger('error');
  const openHub = () => createHub(configIn(dataDir), { logger, mailer: ofHub });
  const mentorshipIn = ({ parts }: { parts: OpenParts['parts'] }) => parts.log.readStream(streamOf('mentorship', 'm-1'));

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    [ofHub, ofCommand] = [new Postbox(), new Postbox()];
    hub = await openHub();
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
    await hub.parts.emails.settled();
    ofHub.subjects.length = 0;
  });
  afterEach(async () => {
    await hub?.close();
    await folders.clean();
  });

  /** Ben asks Asha, who says yes: that must be followed by a mentorship, and by an email to Ben. */
  async function command(): Promise<OpenParts> {
    const opened = await openParts(configIn(dataDir), { logger, mailer: ofCommand, as: 'command' });
    await opened.begin();
    const data = asking('asha', 'ben');
    const give = (by: PersonId, type: string, about: unknown): Promise<Answer> =>
      opened.parts.dispatcher.dispatch(envelopeOf(type, about), by);
    expect(await give(ben, 'RequestMentoring', data)).toMatchObject({ outcome: 'accepted' });
    expect(await give(asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' })).toMatchObject({
      outcome: 'accepted',
    });
    await opened.settled();
    return opened;
  }

  test('where the hub is stopped, does what follows itself and leaves the letters for the hub’s next start', async () => {
    await hub?.close();
    hub = undefined;
    const opened = await command();
    expect(await mentorshipIn(opened)).toMatchObject([{ type: 'MentorshipStarted' }]);
    await opened.close();
    expect(ofCommand.subjects).toEqual([]);
    hub = await openHub();
    await hub.parts.emails.settled();
    // What asks for an answer is not sent any more once it is answered.
    expect(ofHub.subjects).toEqual(['Name of asha said yes']);
    expect(await mentorshipIn(hub)).toHaveLength(1);
  });

  test('leaves the letters to a hub that never ran on this folder, too', async () => {
    await hub?.close();
    dataDir = folders.next();
    hub = undefined;
    const before = await openParts(configIn(dataDir), { logger, mailer: ofCommand, as: 'command' });
    await before.begin();
    await makeSchool({ parts: before.parts } as Hub, ['asha', 'ben'], { asha: 1 });
    await before.close();
    const opened = await command();
    await opened.close();
    hub = await openHub();
    await hub.parts.emails.settled();
    expect(ofCommand.subjects).toEqual([]);
    expect(ofHub.subjects).toContain('Name of asha said yes');
  });

  test('beside a running hub leaves both to it', async () => {
    const opened = await command();
    await hub?.parts.reactors.settled();
    await hub?.parts.emails.settled();
    // The hub may have been quicker than the answer to the request.
    expect(ofHub.subjects.filter((subject) => !subject.includes('has asked you'))).toEqual(['Name of asha said yes']);
    expect(await mentorshipIn(opened)).toHaveLength(1);
    expect(existsSync(join(opened.parts.ownDir, 'reactors.json'))).toBe(false);
    await opened.close();
    expect(ofCommand.subjects).toEqual([]);
  });

  test('that cannot be done says so and leaves nobody’s words behind', async () => {
    const cli = builtProgram('privacy.cli');
    const { masterKey = '' } = configIn(dataDir);
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: masterKey };
    const failed = await promisify(execFile)(process.execPath, [cli, 'erase', 'nobody', '--yes'], { env }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stdout: '', stderr: 'No person has the id or the name nobody.\n' });
    expect(existsSync(join(dataDir, 'processes', '2'))).toBe(false);
  });
});

import { constants, existsSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LogNotChecked } from '../event-store/not-checked.js';
import { eventLogFile } from '../event-store/open.js';
import { DELETIONS_FILE } from '../privacy/deletions.js';
import { MASTER_KEY_FILE, masterKeyAtHand, masterKeyIn, type MasterKey } from '../privacy/master-key.js';
import { layDown, type Restoring } from './backup/lay-down.js';
import { deletionsKnownTo } from './backup/known-deletions.js';
import { digestOf } from './backup/make-backup.js';
import { MANIFEST_FILE, readManifest, type Manifest } from './backup/manifest.js';
import { argumentsOf, CannotBeDone, command, configOrExit, inHub, misused, say, wrong } from './cli.js';
import type { Config } from './config.js';
import { kindOfFile, type LogKind } from './log-kind.js';
import { writeForOwnerOnly } from './data-folder.js';
import { withCopyFolder } from './log-check/check-copies.js';
import { witnessEnd } from './log-check/fold-on.js';
import { sayReport } from './log-check/say-report.js';
import { errorCodeOf } from './error-code.js';
import { BACKUP_LOG_FILE, checkNamedLog } from './log-check/which-log.js';
import { isInUse } from './own-folder.js';
import { folderCouldBe, sayStart } from './preflight.js';

const USAGE = `Restores a backup into DATA_DIR. Stop the hub first.

  npm run restore -- BACKUP                    Checks the backup and says what would be done.
  npm run restore -- BACKUP --yes              Does it. The log that is there is kept beside it.
  npm run restore -- BACKUP --key FILE --yes   With the master key in a file, for a new machine.
  npm run restore -- BACKUP --into FOLDER      Into another folder than DATA_DIR, to try it.
  npm run restore -- BACKUP --send-emails --yes
  npm run restore -- BACKUP --lost-deletions --yes

With --send-emails the hub emails people as soon as it starts: for a hub that takes the place of the old one. Without, it emails only what
people ask it for, such as codes to sign in, until an administrator of the hub chooses “Send emails” on Hub status.

With --lost-deletions it goes on where it is no longer known whose data was deleted: some of these people may be back.`;

await command(async () => {
  const { values, positionals } = argumentsOf(
    {
      yes: { type: 'boolean', default: false },
      key: { type: 'string' },
      into: { type: 'string' },
      'send-emails': { type: 'boolean', default: false },
      'lost-deletions': { type: 'boolean', default: false },
    },
    USAGE,
  );
  const [dir, ...more] = positionals;
  // Empty: of a setting that is not set, as in "$BACKUP". It would mean the folder in which the command runs.
  if (!dir) return misused('Say which backup to restore.', USAGE);
  if (values.into === '') return misused('Say which folder to restore into: the name after --into is empty.', USAGE);
  if (more.length > 0) return misused('Give one backup. Put a name with spaces in quotes.', USAGE);
  // As if it were set: all that a restore opens reads it there.
  if (values.into !== undefined) process.env['DATA_DIR'] = resolve(values.into);
  const config = configOrExit();
  const backup = resolve(dir);
  if (config.eventStoreUrl) return wrong('The log is on an event store server (EVENTSTORE_URL). Restore it by that server’s own means.');
  await folderCouldBe(config.dataDir).catch((error: unknown) => wrong(sayStart(error)));
  const manifest = await readManifest(backup);
  if (manifest === 'spoilt')
    return wrong(
      `${join(backup, MANIFEST_FILE)}, which says what this backup holds, is not as it was written. Nothing was written. Put the whole file back from another copy of the backup, or use another backup.`,
    );
  if (!manifest) return wrong(`${dir} is not a finished backup. Give a folder that npm run backup made.`);
  if (!existsSync(join(backup, BACKUP_LOG_FILE)))
    return wrong(
      `${dir} is not a whole backup: ${BACKUP_LOG_FILE} is not there. Nothing was written. Use another copy of it, or another backup.`,
    );
  const master = await keyFor(config, manifest, values.key);
  if (await isInUse(config.dataDir)) return wrong(`A hub uses ${config.dataDir}. Stop it, then run this again.`);
  await checked(backup, manifest, master);
  refuseOtherKind(await kindOfBackup(join(backup, BACKUP_LOG_FILE)), config);
  const known = await deletionsKnownTo(backup, manifest, config.dataDir);
  if (known.lost !== undefined && !values['lost-deletions'])
    return wrong(
      `${known.lost} Nothing was written. Put the whole file back from another copy of your backups. Where there is none, add --lost-deletions: some people whose data was deleted may be back.`,
    );
  const there = existsSync(eventLogFile(config.dataDir));
  // However damaged it is: whose deletion can still be read there is deleted again.
  const erased = [...known.people, ...(there ? await erasedIn(config.dataDir) : [])];
  const what = `the backup of ${manifest.at} with ${manifest.events.toLocaleString('en-GB')} events into ${config.dataDir}`;
  const sendsEmails = values['send-emails'];
  if (!values.yes)
    return say(
      `The backup is sound. This would restore ${what}. ${sayAlone(known.alone)}${there ? 'What happened since that backup would be gone from the hub. The log that is there would be kept beside it.' : 'There is no log there yet.'} ${sayEmails(sendsEmails)}${sendsEmails ? '' : ' To send all emails from the start, add --send-emails.'} Run it again with --yes.`,
    );
  if (known.alone) say(sayAlone(true).trim());
  await restore(config, { backup, manifest, master, erased, sendsEmails });
});

/** The demonstration never takes the place of a hub of people, nor the other way round (0056). A log that cannot be read is of neither kind. */
function refuseOtherKind(kind: LogKind, { dataDir, demo }: Config): void {
  const [isDemo, there] = [kind === 'demonstration', kindThere(dataDir)];
  const what = isDemo ? 'This backup is of the demonstration' : 'This backup is of a hub of your own';
  const elsewhere = 'Nothing was written. To restore it into another folder, name that with --into.';
  if (kind === 'empty') return;
  if (there !== 'empty' && there !== kind)
    return wrong(`${what}, and ${dataDir} holds ${isDemo ? 'a hub of your own' : 'the demonstration'}. ${elsewhere}`);
  if (demo !== undefined && demo !== isDemo)
    return wrong(
      `${what}, and DEMO=${Number(demo)} asks for ${demo ? 'the demonstration' : 'a hub of your own'}. Nothing was written. Leave DEMO out to restore it.`,
    );
}

/** Of a backup that may only be read a copy is asked: SQLite leaves files beside what it opens. */
async function kindOfBackup(file: string): Promise<LogKind> {
  return withCopyFolder(async (folder) => {
    const copy = join(folder, BACKUP_LOG_FILE);
    await copyFile(file, copy, constants.COPYFILE_FICLONE);
    await chmod(copy, 0o600);
    return kindOfFile(copy);
  });
}

function kindThere(dataDir: string): LogKind {
  try {
    return kindOfFile(eventLogFile(dataDir));
  } catch {
    return 'empty';
  }
}

/** Said before anything is written: whose data was deleted since the backup may be known to no file here. */
function sayAlone(alone: boolean): string {
  if (!alone) return '';
  return `There is no ${DELETIONS_FILE} beside the backup: it is not known there whose data was deleted after the backup was made. `;
}

/** What becomes of emails, before and after: a copy that is only tried must write to no one. */
function sayEmails(sendsEmails: boolean): string {
  if (sendsEmails)
    return 'Once it starts, the hub emails people about the last 2 days and what is due: start it only where it takes the place of the old one.';
  return 'Once it starts, the hub emails only what people ask it for, such as codes to sign in, until an administrator of the hub chooses “Send emails” on Hub status.';
}

/** The master key that opens the backup. Without it nothing is written. */
async function keyFor(config: Config, manifest: Manifest, file: string | undefined): Promise<MasterKey> {
  const given = await keyInFile(file);
  const atHand = await masterKeyAtHand(config.masterKey, config.dataDir);
  const where = config.masterKey === undefined ? join(config.dataDir, MASTER_KEY_FILE) : 'MASTER_KEY';
  const needs = `This backup needs the master key ${manifest.masterKey}`;
  if (given && given.fingerprint !== manifest.masterKey)
    return wrong(`${needs}, and ${file} holds ${given.fingerprint}. Nothing was written.`);
  if (atHand && atHand.fingerprint !== manifest.masterKey)
    return wrong(
      `${needs}, and ${where} holds ${atHand.fingerprint}, with which the hub would start. ${given ? `The key in ${file} is the right one. ` : ''}Nothing was written.`,
    );
  const master = given ?? atHand;
  return master ?? wrong(`${needs}, and there is none here. Set MASTER_KEY, or give the file with --key. Nothing was written.`);
}

async function keyInFile(file: string | undefined): Promise<MasterKey | undefined> {
  if (file === undefined) return undefined;
  try {
    return await masterKeyIn(file);
  } catch (error) {
    return wrong(`${file} holds no master key: ${whyIn(error)} Nothing was written.`);
  }
}

/** What is said of a file that cannot be read, as a sentence. */
function whyIn(error: unknown): string {
  const code = errorCodeOf(error);
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'this account may not read it.';
  if (code === 'EISDIR') return 'it is a folder.';
  return error instanceof Error ? `${error.message.replace(/[.]?$/, '')}.` : String(error);
}

async function checked(backup: string, manifest: Manifest, master: MasterKey): Promise<void> {
  const file = join(backup, BACKUP_LOG_FILE);
  const report = await checkNamedLog(
    { file, backup },
    [{ name: 'The backup itself', file: join(backup, MANIFEST_FILE), knows: manifest.witness }],
    master,
  );
  if (!report.sound) return wrong(`This backup is damaged. Nothing was written.\n${sayReport(report).join('\n')}`);
  if ((await digestOf(file)) !== manifest.sha256)
    return wrong('This backup was changed after it was made, in a part that is not read. Nothing was written. Use another backup.');
}

/** Whose deletion can be read in the log that is there. Where nothing can, a person says that the restore goes on without. */
async function erasedIn(dataDir: string): Promise<readonly string[]> {
  const found = await checkNamedLog({ file: eventLogFile(dataDir), dataDir }, [], undefined).catch((error: unknown) => {
    if (!(error instanceof LogNotChecked)) throw error;
    return error.report ?? wrong(sayNotRead(dataDir, error));
  });
  return found.erased;
}

function sayNotRead(dataDir: string, { message }: LogNotChecked): string {
  const folder = dirname(eventLogFile(dataDir));
  const known = `Who was deleted since that backup could not be read there: the restore would repeat only the deletions noted in ${DELETIONS_FILE}.`;
  return `${message} ${known} Nothing was written. To restore all the same, move ${folder} to another place, keep it, and run this again.`;
}

type Asked = Pick<Restoring, 'backup' | 'manifest' | 'erased' | 'sendsEmails'> & { readonly master: MasterKey };

async function restore(config: Config, { master, ...asked }: Asked): Promise<void> {
  writeForOwnerOnly();
  const hasKey = config.masterKey !== undefined || existsSync(join(config.dataDir, MASTER_KEY_FILE));
  const at = new Date().toISOString();
  const { before, deletions } = await layDown({ ...asked, dataDir: config.dataDir, at, ...(!hasKey && { keepKey: master }) });
  const { manifest, sendsEmails } = asked;
  // Opens all of it once, as the next start would: every view is made, deletions are repeated, and everyone is signed out.
  await inHub(async () => undefined).catch((error: unknown) => {
    const kept = before ? ` The log that was there is in ${before}.` : '';
    throw error instanceof CannotBeDone
      ? new CannotBeDone(
          `${error.message}\nThe log of the backup is in ${config.dataDir} already.${kept} Once this is mended, start the hub: it does what is left of the restore.`,
        )
      : error;
  });
  // Cut off, these last events would sign people in again and bring the deleted back.
  await witnessEnd(config.dataDir);
  say(`Restored ${manifest.events.toLocaleString('en-GB')} events into ${config.dataDir}. Start the hub.`);
  say('Everyone is signed out, and signs in again.');
  say(sayEmails(sendsEmails));
  if (deletions > 0) say('Everyone who is known to have been deleted, before that backup or since, is deleted here too.');
  if (before)
    say(`The log that was there is in ${before}. Delete that folder when you no longer need it: it holds what was deleted since.`);
}

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { masterKeyAtHand } from '../privacy/master-key.js';
import { isWithin } from './backup/is-within.js';
import { makeBackup } from './backup/make-backup.js';
import { deleteUnfinished } from './backup/unfinished.js';
import { argumentsOf, command, configOrExit, misused, say, wrong } from './cli.js';
import { writeForOwnerOnly } from './data-folder.js';
import { kindOfFolder } from './folder-kind.js';
import { sayDoubt, sayReport } from './log-check/say-report.js';
import { logNamedBy } from './log-check/which-log.js';

const USAGE = `Makes a checked backup of the hub’s log. The hub may run.

  npm run backup -- DIR   Makes a new folder in DIR with the log as it is now.

The master key is not part of it. Keep a copy of the key somewhere else.`;

await command(async () => {
  const [dir, ...more] = argumentsOf({}, USAGE).positionals;
  // Empty: of a setting that is not set. It would mean the folder in which the command runs.
  if (!dir) return misused('Say which folder the backup goes into.', USAGE);
  if (more.length > 0) return misused('Give one folder. Put a name with spaces in quotes.', USAGE);
  writeForOwnerOnly();
  const { dataDir, eventStoreUrl, masterKey } = configOrExit();
  if (eventStoreUrl) return wrong('The log is on an event store server (EVENTSTORE_URL). Back it up by that server’s own means.');
  const target = resolve(dir);
  if (isWithin(target, resolve(dataDir)))
    return misused(`${dir} is in the hub’s data folder, and would be lost together with it. Name a folder on another disk.`, USAGE);
  const kind = kindOfFolder(target);
  if (kind === 'hub' || kind === 'backup')
    return misused(
      `${dir} is ${kind === 'hub' ? 'the data folder of a hub' : 'a backup itself'}. Name a folder that is for backups alone.`,
      USAGE,
    );
  const there = statSync(target, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) return misused(`${dir} is a file. Name a folder for the backup.`, USAGE);
  if (!logNamedBy(dataDir)?.dataDir) return wrong(`There is no log in ${dataDir}. Set DATA_DIR to the hub’s data folder.`);
  const master = await masterKeyAtHand(masterKey, dataDir);
  if (!master)
    return wrong(`There is no master key in ${dataDir}, and MASTER_KEY is not set. No backup was made, because it could not be read.`);
  for (const folder of await deleteUnfinished(target)) say(`Deleted ${folder}: a backup that was ended before it was finished.`);
  const made = await makeBackup(dataDir, target, master, new Date().toISOString());
  if (made.kind === 'empty') return wrong('Nothing has happened in this hub yet, so there is nothing to back up.');
  if (made.kind === 'damaged') return wrong(`No backup was made.\n${sayReport(made.report).join('\n')}`);
  const { events, keys } = made.manifest;
  say(`Backup made in ${made.folder}`);
  say(
    `${events.toLocaleString('en-GB')} events and ${keys.toLocaleString('en-GB')} keys, each checked. Every key opens with the master key.`,
  );
  for (const line of sayDoubt(made.spoilt)) say(line);
  for (const damaged of made.damagedLists)
    say(`${damaged} Find out who it was: a log from before that deletion would bring them back. Then delete the line.`);
  say(`The master key ${master.fingerprint} is not in it. Keep a copy of the key somewhere else: without it the backup cannot be read.`);
});

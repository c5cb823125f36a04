import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedWitness } from '../event-store/chain-check.js';
import { checkStore } from '../event-store/check-store.js';
import type { CheckReport } from '../event-store/findings.js';
import { openEventStore } from '../event-store/open.js';
import { triedWith } from '../privacy/keyring.js';
import { masterKeyAtHand } from '../privacy/master-key.js';
import { MANIFEST_FILE, readManifest } from './backup/manifest.js';
import { argumentsOf, CannotBeDone, command, configOrExit, misused, say, wrong } from './cli.js';
import type { Config } from './config.js';
import { sayReport } from './log-check/say-report.js';
import { checkNamedLog, logNamedBy, type NamedLog } from './log-check/which-log.js';
import { forgetVerdict } from './log-check/verdict-file.js';
import { replaceWitness, witnessesIn } from './log-check/witness-file.js';

const USAGE = `Checks that a hub’s log is as it was written. Nothing is changed, and the hub may run.

  npm run verify                   The log of DATA_DIR, or of EVENTSTORE_URL where it is set.
  npm run verify -- DIR            The log in a data folder or in a backup.
  npm run verify -- DIR --accept   Accepts an older log that you put in place by hand: its end is where it should be.`;

await command(async () => {
  const { values, positionals } = argumentsOf({ accept: { type: 'boolean', default: false } }, USAGE);
  if (positionals.length > 1) return misused('Give one folder. Put a name with spaces in quotes.', USAGE);
  const config = configOrExit();
  const [dir] = positionals;
  if (dir === undefined && config.eventStoreUrl) return verifyServer(config);
  const path = dir ?? config.dataDir;
  const log = logNamedBy(path);
  if (!log) return misused(`There is no log in ${path}. Give a data folder, a backup, or the file of a log.`, USAGE);
  const witnesses = await witnessesOf(log);
  const master = await masterKeyAtHand(config.masterKey, log.dataDir ?? config.dataDir);
  const report = await checkNamedLog(log, witnesses, master);
  if (values.accept) return accept(report, log);
  conclude(report);
});

async function verifyServer({ dataDir, ...config }: Config): Promise<void> {
  const { eventStoreUrl } = config;
  const store = await openEventStore({ dataDir, ...(eventStoreUrl && { eventStoreUrl }) });
  try {
    const witnesses = await witnessesIn(dataDir);
    const master = await masterKeyAtHand(config.masterKey, dataDir);
    const report = await checkStore(store, 'the event store', { witnesses, ...(master && { tryKey: triedWith(master) }) });
    if (report) conclude(report);
  } finally {
    await store.close();
  }
}

async function witnessesOf({ dataDir, backup }: NamedLog): Promise<readonly NamedWitness[]> {
  if (dataDir) return witnessesIn(dataDir);
  const manifest = backup === undefined ? undefined : await readManifest(backup);
  if (backup === undefined || !manifest) return [];
  const named = { name: `The backup ${backup}`, file: join(backup, MANIFEST_FILE) };
  return [manifest === 'spoilt' ? named : { ...named, knows: manifest.witness }];
}

/** A log that cannot be vouched for is no success: a script that asks each night is to hear of it. */
function conclude(report: CheckReport): void {
  const lines = sayReport(report).join('\n');
  if (!report.sound || report.spoilt.length > 0) throw new CannotBeDone(lines);
  say(lines);
}

/** The end of the log is where it is now: for a person who put an older one in place. Anything but a missing end is not accepted. */
async function accept(report: CheckReport, { dataDir }: NamedLog): Promise<void> {
  if (!dataDir) return wrong('Only the log of a data folder can be accepted.');
  if (report.findings.some(({ kind }) => kind !== 'cut' && kind !== 'rewritten')) return conclude(report);
  const { witness } = report;
  if (!witness) return wrong('The log is empty.');
  const root = join(dataDir, 'processes');
  for (const name of await readdir(root).catch(() => [])) {
    await replaceWitness(join(root, name), witness);
    await forgetVerdict(join(root, name));
  }
  say('Accepted. A hub that runs notices at its next start.');
}

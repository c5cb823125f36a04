import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.mjs';
import { Stop } from './say.mjs';

const TURNS = 4;

/** What is wrong with a turn in view of how many came before it; undefined where it read everything that they wrote. */
export function faultOf({ recovered, read, found, sound }, turn) {
  const before = Array.from({ length: turn }, (_, n) => n);
  if (turn > 0 && recovered.length < 2) return `found no write-ahead log beside ${2 - recovered.length} of the files`;
  if (String(read) !== String(before)) return `read the turns [${read}] of the event log and not [${before}]`;
  if (found.length !== turn) return `found ${found.length} of ${turn} texts`;
  if (sound.some((answer) => answer !== 'ok')) return `found a file that is not sound: ${sound}`;
  return undefined;
}

/** Two programs of Node take turns with the same files, each killed with them open. Throws where one cannot read what the other wrote. */
export function exchangeFiles(first, second, root = ROOT) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-exchange-'));
  try {
    const turns = Array.from({ length: TURNS }, (_, turn) => {
      const node = turn % 2 === 0 ? first : second;
      const { stdout, stderr } = spawnSync(node, [join(root, 'scripts/lib/files-of-a-driver.mjs'), folder, String(turn)], {
        encoding: 'utf8',
      });
      if (!stdout) throw new Stop(`${node} could not open the files at turn ${turn}:\n${stderr}`);
      const said = JSON.parse(stdout);
      const fault = faultOf(said, turn);
      if (fault) throw new Stop(`${said.driver} with SQLite ${said.sqlite} ${fault} at turn ${turn}.`);
      return `${said.driver} with SQLite ${said.sqlite}`;
    });
    return turns.slice(0, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A fresh clone on each Node version: started, killed, continued on the previous data, and tested. `--only 24,22.14` and `--suites
// unit,journeys` (or `none`) narrow it. Takes over an hour.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT_BY_SETUP, driverFor, NODE_VERSIONS } from '../../server/sqlite/node-versions.mjs';
import { cloneTo, commitHere, environmentOf, npmStart, signIn, withoutCompilers } from '../lib/clone.mjs';
import { exchangeFiles } from '../lib/exchange.mjs';
import { obtainNode } from '../lib/other-node.mjs';
import { say, Stop } from '../lib/say.mjs';
import { countsOf } from '../lib/steps.mjs';

/** The suites that can be asked for, and the script of package.json that runs each. */
const SUITES = { unit: 'unit', integration: 'integration', journeys: 'e2e' };

function optionsOf(args) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, suites: { type: 'string' } } });
  const versions = values.only?.split(',') ?? NODE_VERSIONS.map(({ major }) => String(major));
  const suites = values.suites === 'none' ? [] : values.suites?.split(',');
  const unknown = suites?.find((name) => !(name in SUITES));
  if (unknown) throw new Stop(`There is no suite “${unknown}”. There are: ${Object.keys(SUITES).join(', ')}, and none.`);
  return { versions, suites };
}

/** Starts a clone on the data that the version before it left, and kills it. Then starts it again and stops it in order. */
async function start(folder, env) {
  const started = performance.now();
  const first = await npmStart(folder, env);
  const seconds = (performance.now() - started) / 1000;
  const read = await signIn(first.address).finally(() => first.end('SIGKILL'));
  const again = await npmStart(folder, env);
  const after = await signIn(again.address).finally(() => again.end('SIGTERM'));
  if (after.mentors !== read.mentors) throw new Error(`${read.mentors} mentors were found before the kill and ${after.mentors} after it.`);
  return { seconds, ...read };
}

/** What all of `npm test` counted, from its last line. The proof runs every version itself, so the second Node is left out. */
function testAll(folder, env) {
  const { stdout, status } = spawnSync('npm', ['test', '--silent', '--', '--one-node'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  say(stdout.split('\n').slice(-25).join('\n'));
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(stdout) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: Number(failed) || (status === 0 ? 0 : 1) };
}

function testSuites(folder, env, suites) {
  const counts = { passed: 0, failed: 0 };
  for (const name of suites) {
    const report = join(folder, `${name}.report.json`);
    const args = ['run', '--silent', SUITES[name], '--', '--maxWorkers=2', '--json', `--outputFile=${report}`];
    spawnSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    let counted;
    try {
      counted = countsOf(JSON.parse(readFileSync(report, 'utf8')));
    } catch {
      counted = countsOf(undefined);
    }
    counts.passed += counted.passed;
    counts.failed += counted.failed;
  }
  return counts;
}

async function proveOne(wanted, suites, folder) {
  const node = obtainNode(wanted);
  if (!node) throw new Error(`Node.js ${wanted} could not be obtained from npm.`);
  const driver = driverFor(node.version);
  const compiles = BUILT_BY_SETUP.includes(driver);
  const path = compiles ? process.env.PATH : withoutCompilers(process.env.PATH, join(folder, `path-${wanted}`));
  const env = { ...environmentOf(node.program, path), DEMO: '1', PORT: '0', DATA_DIR: join(folder, 'data') };
  // Node's own headers lie beside it: a driver that is compiled needs those of this very version.
  if (compiles) env.npm_config_nodedir = node.folder;
  say(`\n── Node.js ${node.version}, ${driver}, ${compiles ? 'with' : 'without'} a compiler`);
  const clone = cloneTo(join(folder, `clone-${wanted}`));
  const { seconds, name, mentors } = await start(clone, env);
  say(`Ready after ${seconds.toFixed(0)} s, signed in as ${name}, found ${mentors} mentors, killed, started again, stopped.`);
  for (const name of ['DEMO', 'PORT', 'DATA_DIR']) delete env[name];
  const began = performance.now();
  const counts = suites ? testSuites(clone, env, suites) : testAll(clone, env);
  const tested = (performance.now() - began) / 1000;
  return { version: node.version, program: node.program, clone, driver, compiles, seconds, tested, ...counts };
}

function print(rows, what) {
  say(
    `\n${'Node.js'.padEnd(10)}${'driver'.padEnd(20)}${'compiler'.padEnd(10)}${'ready after'.padEnd(13)}${'passed'.padStart(7)}${'failed'.padStart(8)}  ${what}`,
  );
  for (const { version, driver, compiles, seconds, passed, failed, tested } of rows) {
    const compiler = compiles ? 'may use' : 'none';
    say(
      `${version.padEnd(10)}${driver.padEnd(20)}${compiler.padEnd(10)}${`${seconds.toFixed(0)} s`.padEnd(13)}${String(passed).padStart(7)}${String(failed).padStart(8)}  ${tested.toFixed(0)} s`,
    );
  }
}

export default async function prove(args) {
  const { versions, suites } = optionsOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'alongside-node-versions-'));
  const { commit, changed } = commitHere();
  say(`Clones of ${commit} in ${folder}.${changed ? ' The work tree has changes that they lack.' : ''}`);
  const [rows, faults] = [[], []];
  try {
    for (const wanted of versions) {
      try {
        rows.push(await proveOne(wanted, suites, folder));
      } catch (error) {
        faults.push(`Node.js ${wanted}: ${error.message}`);
        say(faults.at(-1));
      }
    }
    for (const [n, one] of rows.slice(1).entries()) {
      try {
        // An older Node may need a driver that only its own clone has built.
        const { clone } = BUILT_BY_SETUP.includes(one.driver) ? one : rows[n];
        say(`Each opened the other's files: ${exchangeFiles(rows[n].program, one.program, clone).join(', ')}.`);
      } catch (error) {
        faults.push(error.message);
        say(error.message);
      }
    }
    print(rows, suites ? suites.join(', ') || 'started only' : 'npm test');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const well = faults.length === 0 && sum('failed') === 0;
  const which = rows.map(({ version }) => version).join(', ');
  say(
    `PROOF node-versions: ${well ? 'holds' : 'FAILS'}, started on ${rows.length} of ${versions.length} (${which}), ${sum('passed')} tests passed, ${sum('failed')} failed`,
  );
  return well ? 0 : 1;
}

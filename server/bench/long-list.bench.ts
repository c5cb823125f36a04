import { parseArgs } from 'node:util';
import { signIn } from './clients.js';
import { LARGE_TRUST } from './community/houses.js';
import { communityCopy } from './community/kept.js';
import { cookieOf, MASTER_KEY } from './community/log.js';
import { how } from './how.js';
import { openHub } from './hub-process.js';
import { median, readable } from './measuring.js';
import { coordinatorIn } from './screen-bench.js';

/** A key press rests for 150 ms; with the answer it is to be no more than a quarter of a second. The first question reads the list. */
const FLOORS = { firstMs: 1_000, answerMs: 100 };
const QUESTIONS = ['', 'a', 'sa', 'sarah', 'teacher', 'smith j', 'nobodyatall'];
const REPEATS = 5;

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '12000' },
    full: { type: 'boolean', default: false },
  },
});
const members = Number(values.members);
const copy = await communityCopy({ people: members, events: members * 6, inOneTrust: members }, console.log);
const hub = await openHub(copy.folder, MASTER_KEY);
const log = await copy.openLog();
try {
  const person = await coordinatorIn(log);
  await hub.reaches(await signIn(log, [person]));
  const { port } = await hub.ask('state');
  const ask = async (q: string): Promise<{ ms: number; found: number; all: number }> => {
    const began = performance.now();
    const path = `/api/institutions/${LARGE_TRUST}/members?${new URLSearchParams({ q, show: 'everyone', limit: '50' })}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: cookieOf(person) } });
    const { found, counts } = (await answer.json()) as { found: number; counts: { everyone: number } };
    return { ms: performance.now() - began, found, all: counts.everyone };
  };
  const first = await ask('');
  const each: Record<string, { ms: number; found: number }> = {};
  for (const q of QUESTIONS) {
    const asked: { ms: number; found: number }[] = [];
    for (let turn = 0; turn < REPEATS; turn += 1) asked.push(await ask(q));
    each[q || '(everyone)'] = { ms: median(asked.map(({ ms }) => ms)), found: asked[0]?.found ?? 0 };
  }
  const answerMs = Math.max(...Object.values(each).map(({ ms }) => ms));
  const figures = { members: first.all, firstMs: first.ms, answerMs, each };
  const floors = { firstMs: first.ms <= FLOORS.firstMs, answerMs: answerMs <= FLOORS.answerMs, whole: first.all >= members };
  console.log(
    JSON.stringify({
      bench: 'long-list',
      floors,
      ...(readable(figures) as object),
      how: how('the slowest median of a question', values.full),
    }),
  );
} finally {
  await log.close();
  await hub.stop();
  await copy.remove();
}

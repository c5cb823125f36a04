import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Example } from '@alongside/ml/model/records/record.js';
import { tagMarket } from '@alongside/ml/model/testing/tag-market.js';
import { loadModel } from '../models/model-files.js';
import { builtProgram } from '../app/program.testing.js';

const CLI = builtProgram('ml.cli');
const MARKET = tagMarket(1, { mentees: 60, mentors: 30, tested: 20, each: 5, strength: 2 });
const METRICS = ['auc', 'aucWithinLeft', 'calibrationError', 'exposureGini', 'ndcgAt10', 'recallAt10'];

describe('npm run ml -- evaluate', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'alongside-evaluate-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (name: string, lines: readonly (Example | object | string)[]): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return path;
  };
  const evaluate = (...args: readonly string[]) =>
    new Promise<{ status: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [CLI, 'evaluate', ...args], (error, out, err) =>
        resolve({ status: error ? Number(error.code) : 0, out, err }),
      );
    });

  test('prints the metrics of the model and of two baselines, and the same again with the same seed', async () => {
    const files = ['--train', await file('a.jsonl', MARKET.train), '--test', await file('b.jsonl', MARKET.test), '--epochs', '2'];
    const kept = join(folder, 'model');
    const [first, again] = [await evaluate(...files, '--keep', kept), await evaluate(...files)];
    expect(first).toMatchObject({ status: 0, err: expect.stringContaining('Training networks') });
    expect(first.err.split('\n')[0]).toBe('Training with tfjs-wasm: 0 %');
    const report = JSON.parse(first.out.trim().split('\n').at(-1)!);
    expect(report).toMatchObject({ backend: 'tfjs-wasm', examples: MARKET.train.length, testExamples: MARKET.test.length });
    for (const metrics of [report, report.baselines.logistic, report.baselines.popularity])
      for (const metric of METRICS) expect(metrics).toHaveProperty(metric, expect.any(Number));
    expect({ ...JSON.parse(again.out), trainSeconds: 0 }).toEqual({ ...report, trainSeconds: 0 });
    expect((await loadModel(kept)).card).toMatchObject({ backend: 'tfjs-wasm', seed: 1, examples: MARKET.train.length });
  });

  test('takes gaps, constant columns, unseen words, ids of one side alone, and one person with other features', async () => {
    const odd = (at: number) => ({
      left: {
        id: at % 7,
        features: { same: 1, mixed: at % 2 ? 'word' : at, gap: at % 3 ? null : at, list: [], note_text: `words ${at % 4}` },
      },
      right: { id: `r${at % 5}`, features: at % 4 ? { list: [`t${at % 3}`, 't9'], same: 'x' } : {} },
      outcome: (at % 10) / 10,
    });
    const train = await file(
      'a.jsonl',
      Array.from({ length: 60 }, (_, at) => odd(at)),
    );
    const unseen = { left: { id: 'new', features: { list: ['never'], other: 3 } }, right: { id: 'r1', features: { list: 7 } }, outcome: 1 };
    const test = await file('b.jsonl', [unseen, { ...unseen, right: { id: 'other', features: {} }, outcome: 0 }, '']);
    const { status, out } = await evaluate('--train', train, '--test', test, '--epochs', '1');
    expect({ status, ...JSON.parse(out) }).toMatchObject({ status: 0, aucWithinLeft: expect.any(Number), testExamples: 2 });
  });

  const good = MARKET.train[0]!;
  test.each([
    ['no JSON', '{"left":', /^Line 2 of .*a\.jsonl is not JSON: /m],
    ['an outcome that is none', { ...good, outcome: 2 }, /^Line 2 of .* must have an outcome from 0 to 1\.$/m],
    ['a side without an id', { ...good, left: { features: {} } }, /^Line 2 of .* must have a text or a number in left\.id\.$/m],
    ['no side', { left: good.left, outcome: 1 }, /^Line 2 of .* must have an object in right\.$/m],
    [
      'a feature that is none',
      { ...good, right: { id: 'a', features: { b: { c: 1 } } } },
      /must have a number, a text or a list of texts in right\.features\.b\.$/m,
    ],
  ])('names the line: %s', async (_name, line, sentence) => {
    const path = await file('a.jsonl', [good, line]);
    const { status, out, err } = await evaluate('--train', path, '--test', path);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('    at ');
  });

  test('says how it is used, and which file is missing or empty', async () => {
    expect(await evaluate()).toMatchObject({ status: 1, err: expect.stringContaining('evaluate --train A.jsonl') });
    const [empty, missing] = [await file('a.jsonl', []), join(folder, 'none')];
    expect((await evaluate('--train', missing, '--test', empty)).err).toContain(`${missing} could not be read (ENOENT).\n`);
    expect((await evaluate('--train', empty, '--test', empty)).err).toContain(`${empty} has no examples.\n`);
    expect((await evaluate('--train', empty, '--test', empty, '--epochs', '0')).err).toBe(
      '--epochs must be a whole number from 1 to 1000.\n',
    );
  });

  test('stops where the person at the terminal stops it', async () => {
    const files = ['--train', await file('a.jsonl', MARKET.train), '--test', await file('b.jsonl', MARKET.test), '--epochs', '1000'];
    const child = spawn(process.execPath, [CLI, 'evaluate', ...files]);
    let [err, pressed] = ['', false];
    child.stderr.on('data', (said: Buffer) => {
      err += said.toString();
      if (pressed || !err.includes('Training networks')) return;
      pressed = child.kill('SIGINT');
    });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect({ status, err }).toMatchObject({
      status: 1,
      err: expect.stringContaining('The evaluation was stopped. Nothing was written.\n'),
    });
  });
});

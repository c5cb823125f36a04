import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from '../app/program.testing.js';

const CLI = builtProgram('ml.cli');

const PROBLEM = {
  mentees: [{ id: 'ben' }, { id: 'dee' }],
  mentors: [
    { id: 'asha', capacity: 1 },
    { id: 'marcus', capacity: 1 },
  ],
  scores: [
    [9, 6],
    [8, 1],
  ],
};

describe('npm run ml', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'alongside-ml-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: unknown): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const ml = (...args: readonly string[]) =>
    new Promise<{ status: number; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [CLI, ...args], (error, out, err) => resolve({ status: error ? Number(error.code) : 0, out, err }));
    });

  test('prints one answer, with what proves it', async () => {
    const { status, out, err } = await ml('assign', '--problem', await file('p.json', PROBLEM));
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      pairs: [
        ['ben', 'marcus'],
        ['dee', 'asha'],
      ],
      total: 14,
      bound: 14,
      optimal: true,
      worst: 6,
      unmatched: [],
      duals: { mentees: [expect.any(Number), expect.any(Number)], mentors: [expect.any(Number), expect.any(Number)], bonus: 0 },
      blocking: null,
      seconds: expect.any(Number),
    });
  });

  test('says what a pair would take, keeps pairs of yesterday, and checks an answer', async () => {
    const problem = await file('p.json', PROBLEM);
    const why = await ml('assign', '--problem', problem, '--mentee', 'ben', '--mentor', 'asha');
    expect(JSON.parse(why.out)).toMatchObject({ total: 14, why: { price: 4, total: 10 } });
    const previous = await file('y.json', [['ben', 'asha']]);
    const kept = await ml('assign', '--problem', problem, '--previous', previous, '--move-price', '5');
    expect(JSON.parse(kept.out)).toMatchObject({ total: 10, bound: 10, moves: { mentees: [{ id: 'dee', joins: ['marcus'] }] } });
    const answer = await file('a.json', kept.out);
    const [alone, together] = [
      await ml('assign', '--problem', problem, '--check', answer),
      await ml('assign', '--problem', problem, '--check', answer, '--previous', previous, '--move-price', '5'),
    ];
    expect(JSON.parse(alone.out)).toMatchObject({ holds: false, faults: [expect.stringContaining('The prices prove a bound of')] });
    expect(JSON.parse(together.out)).toEqual({ holds: true, faults: [] });
  });

  const MENTEES = 'Name,Expertise wanted,Subjects,School\nBen,Phonics and early reading; Juggling,Maths,Elm\nDee,,History,Oak\n';
  const MENTORS = 'Name,Expertise offered,Subjects,School,Capacity\nAsha,Phonics and early reading,Maths,Fir,1\nMarcus,,History,Oak,1\n';
  const lists = async (mentees = MENTEES) => [
    ...['--mentees', await file('a.csv', mentees)],
    ...['--mentors', await file('b.csv', MENTORS)],
  ];

  test('assigns two lists of people, and says why each pair', async () => {
    const { status, out, err } = await ml('assign', ...(await lists()), '--mentee', 'Ben', '--mentor', 'Marcus');
    expect({ status, err }).toEqual({
      status: 0,
      err: `${join(folder, 'a.csv')}, row 2, Expertise wanted: We do not know “Juggling”. We leave it out.\n`,
    });
    const said = expect.arrayContaining([expect.objectContaining({ kind: 'for', text: 'Both teach mathematics.' })]);
    expect(JSON.parse(out)).toMatchObject({
      pairs: [
        ['Ben', 'Asha'],
        ['Dee', 'Marcus'],
      ],
      optimal: true,
      why: { pair: ['Ben', 'Marcus'], price: expect.any(Number) },
      reasons: [
        { pair: ['Ben', 'Asha'], score: expect.any(Number), parts: expect.any(Array), forMentee: expect.any(Array), forCoordinator: said },
        { pair: ['Dee', 'Marcus'] },
      ],
    });
  });

  test('says which line of a list is broken, and what belongs to lists alone', async () => {
    const broken = await ml('assign', ...(await lists('Name,Needs\nBen,1\n,1\nDee,many\n')));
    const a = join(folder, 'a.csv');
    const message = `${a}, row 3: it has no name and no ID.\n${a}, row 4, Needs: “many” is not a whole number from 1 to 9,999.`;
    expect(broken).toMatchObject({ status: 1, err: `${message}\n` });
    expect(JSON.parse(broken.out)).toEqual({ error: { code: 'COHORT.UNREADABLE', message } });
    const mode = await ml('assign', ...(await lists()), '--mode', 'best');
    expect(JSON.parse(mode.out)).toMatchObject({ error: { code: 'PROBLEM.UNKNOWN_WORD', path: 'mode' } });
    expect(await ml('assign', '--mentees', 'a.csv')).toMatchObject({ status: 1, err: expect.stringContaining('Give both lists') });
    const floor = await ml('assign', '--problem', await file('p.json', PROBLEM), '--floor', '2');
    expect(floor).toMatchObject({ status: 1, err: expect.stringContaining('The file of a problem says itself') });
  });

  test.each([
    ['no JSON', '{"mentees":', 'PROBLEM.NOT_JSON'],
    [
      'a number that is none',
      {
        ...PROBLEM,
        scores: [
          [9, 6],
          [8, null],
        ],
      },
      'PROBLEM.NOT_A_NUMBER',
    ],
    ['a problem that is none', 'null', 'PROBLEM.NOT_AN_OBJECT'],
    [
      'what cannot be',
      {
        ...PROBLEM,
        fixed: [
          ['ben', 'asha'],
          ['dee', 'asha'],
        ],
      },
      'ASSIGN.FIXED_OVER_CAPACITY',
    ],
  ])('%s is a code and a sentence, never a stack trace', async (_name, content, code) => {
    const { status, out, err } = await ml('assign', '--problem', await file('p.json', content));
    const { error } = JSON.parse(out);
    expect({ status, code: error.code }).toEqual({ status: 1, code });
    expect(err).toBe(`${error.message}\n`);
    expect(err).not.toContain('    at ');
  });

  test('says how it is used, and which file is missing', async () => {
    expect(await ml()).toMatchObject({ status: 1, err: expect.stringContaining('npm run ml -- assign --problem P.json') });
    expect(await ml('assign', '--problm', 'x')).toMatchObject({ status: 1, err: expect.stringContaining('--problem P.json') });
    const missing = join(folder, 'none.json');
    expect(await ml('assign', '--problem', missing)).toEqual({ status: 1, out: '', err: `${missing} could not be read (ENOENT).\n` });
  });
});

import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { memberId } from '@alongside/projections/views/member.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { drawLines, type Moved } from './draw-lines.js';

type Above = { lineManager: string | null; inductionTutor: string | null };
const institution = 'hillside' as InstitutionId;
const refusedWith = { outcome: 'rejected', commandId: 'c', code: 'MEMBER.NOT_A_MEMBER', message: 'That person is not a member.' } as never;

describe('managers and tutors of many rows', () => {
  let members: Map<string, Above>;
  let drawn: number[];
  let refused: number[];
  let kept: [number, string][];
  beforeEach(() => {
    members = new Map(['ann', 'bo', 'cy'].map((person) => [person, { lineManager: null, inductionTutor: 'tess' }]));
    [drawn, refused, kept] = [[], [], []];
  });
  const row = (at: number, person: string, line: Partial<Above>): Moved => ({
    row: { row: at, name: person } as StaffImport,
    line: { person, lineManager: null, inductionTutor: 'tess', ...line } as never,
  });
  /** As the hub decides: all or nothing, what is not given stays, and what is another by now than it was seen. */
  const decide = (lines: readonly ({ person: string; seen: Above } & Partial<Above>)[]) => {
    if (lines.some(({ person }) => !members.has(person))) return refusedWith;
    for (const { person, seen, ...given } of lines) {
      const now = members.get(person)!;
      for (const field of ['lineManager', 'inductionTutor'] as const)
        if (given[field] !== undefined && seen[field] === now[field]) now[field] = given[field];
    }
    return undefined;
  };
  const draw = (moved: readonly Moved[], meanwhile: () => void = () => undefined) => {
    const shown = new Map([...members].map(([person, above]) => [person, { ...above }]));
    let isShown = true;
    const at = (person: string) => (isShown ? shown : members).get(person);
    const look = {
      row: (view: string, id: string) => {
        const person = [...shown.keys()].find((one) => memberId({ institution, person: one as PersonId }) === id);
        const above = view === 'member' && person ? at(person) : undefined;
        return above && { ...above, from: '2026-01-05', left: null };
      },
    } as unknown as HubReader;
    let isFirst = true;
    return drawLines(moved, institution, {
      look,
      give: async (act) => {
        if (isFirst) meanwhile();
        isFirst = false;
        return decide((act.data as { lines: never }).lines);
      },
      caughtUp: async () => (isShown = false),
      tally: {
        isUpdated: (at) => void drawn.push(at),
        refuse: (_, __, { row: at }) => void refused.push(at),
        noteRow: (one, said) => void kept.push([one.row, said]),
      },
    });
  };

  test('are set together', async () => {
    await draw([row(2, 'ann', { lineManager: 'mona' }), row(3, 'bo', { inductionTutor: 'una' })]);
    expect([drawn, refused, kept]).toEqual([[2, 3], [], []]);
    expect(members.get('ann')).toEqual({ lineManager: 'mona', inductionTutor: 'tess' });
    expect(members.get('bo')).toEqual({ lineManager: null, inductionTutor: 'una' });
  });

  test('of one who left meanwhile are refused alone, and said at that row', async () => {
    const rows = ['ann', 'bo', 'cy'].map((person, at) => row(at + 2, person, { lineManager: 'mona' }));
    await draw(rows, () => members.delete('bo'));
    expect([drawn, refused]).toEqual([[2, 4], [3]]);
    expect(['ann', 'cy'].map((person) => members.get(person)?.lineManager)).toEqual(['mona', 'mona']);
  });

  test('that another list sets of the same people at that moment stay', async () => {
    await draw([row(2, 'ann', { lineManager: 'mona' })], () => (members.get('ann')!.inductionTutor = 'una'));
    expect(members.get('ann')).toEqual({ lineManager: 'mona', inductionTutor: 'una' });
    expect([drawn, kept]).toEqual([[2], []]);
  });

  test('that were changed by hand at that moment stay, and it is said', async () => {
    await draw([row(2, 'ann', { lineManager: 'mona' })], () => (members.get('ann')!.lineManager = 'vera'));
    expect(members.get('ann')?.lineManager).toBe('vera');
    expect(drawn).toEqual([]);
    expect(kept).toEqual([[2, expect.stringMatching(/^The line manager changed on Alongside .*, so we kept it\./)]]);
  });
});

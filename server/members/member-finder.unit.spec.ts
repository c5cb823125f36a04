import type { InstitutionId, Position } from '@alongside/domain/kernel/brand.js';
import { folded } from '@alongside/domain/text/folding.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import type { Query } from '@alongside/projections/store/view-store.js';
import { MemberFinder } from './member-finder.js';

const ELM = 'elm' as InstitutionId;
const MANY = 5_003;

const row = (person: string, name: string, more: Partial<RosterRow> = {}, institution = 'elm') =>
  ({
    ...{ institution, person, name, sortAs: folded(name), jobTitle: 'Teacher', roles: [], from: '2026-01-05', awaited: false },
    ...{ lineManager: null, inductionTutor: null, ...more },
  }) as unknown as RosterRow;
const pair = (mentorship: string, mentor: string, mentee: string, status: PairingRow['status'] = 'active') =>
  ({ mentorship, mentor, mentee, status }) as unknown as PairingRow;
const changed = (view: string, id: string, data?: unknown) => [
  { view, id, ...(data !== undefined && { row: { audience: [], data } }) } as Parameters<MemberFinder['heed']>[0][number],
];

/** A finder over rows in memory, read as a store reads them: so many at once, in order of id. */
function finderOver(rows: readonly RosterRow[], pairs: readonly PairingRow[] = []) {
  const of: Record<string, readonly (readonly [string, object])[]> = {
    roster: rows.map((one) => [`${one.institution}:${one.person}`, one]),
    pairing: pairs.map((one) => [one.mentorship, one]),
  };
  const list = (view: string, { where = {}, afterId = '', limitRows = 0 }: Query) =>
    (of[view] ?? [])
      .filter(([id, data]) => id > afterId && Object.entries(where).every(([key, value]) => data[key as keyof typeof data] === value))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, limitRows)
      .map(([id, data]) => ({ id, data, audience: [], position: '1' as Position }));
  const finder = new MemberFinder({ list, get: () => undefined, upTo: () => [] } as unknown as ConstructorParameters<
    typeof MemberFinder
  >[0]);
  const find = (text = '', more: Partial<Parameters<MemberFinder['find']>[1]> = {}) =>
    finder.find(ELM, { text, show: 'everyone', limitRows: 50, seesPairs: true, ...more });
  return {
    finder,
    find,
    people: async (...asked: Parameters<typeof find>) => (await find(...asked)).hits.map(({ member }) => member.person),
  };
}

describe('finding members', () => {
  const many = Array.from({ length: MANY }, (_, n) => row(`p-${String(n).padStart(5, '0')}`, `Member ${n}`, { awaited: n % 2 === 0 }));
  const last = row('p-zoe', 'Zoë O’Brien', { jobTitle: 'Head of mathematics', roles: ['coordinator'] });

  test('counts all of them, and finds the last of more than a browser reads', async () => {
    const { find, people } = finderOver([...many, last, row('elsewhere', 'Zoë Other', {}, 'oak')]);
    expect((await find()).counts).toEqual({
      everyone: MANY + 1,
      'no-mentor': MANY + 1,
      'not-signed-in': 2_502,
      'no-job': 0,
      'with-role': 1,
    });
    expect([(await find()).found, (await find()).hits.length]).toEqual([MANY + 1, 50]);
    for (const typed of ['zoe', 'obrien', 'Brien', 'math zoë']) expect(await people(typed)).toEqual(['p-zoe']);
    expect(await people('ematics')).toEqual([]);
    expect(await people('', { show: 'with-role' })).toEqual(['p-zoe']);
    expect([(await find('member 12')).found, (await find('member 12', { show: 'not-signed-in' })).found]).toEqual([111, 56]);
  });

  test('comes in order of names, and says whose name is another’s too', async () => {
    const { find } = finderOver([row('b', 'Ben Okafor'), row('c', 'Ben Okafor'), row('a', 'Zoë Café')]);
    expect((await find('', { limitRows: 3 })).hits.map(({ member, isNamesake }) => [member.person, isNamesake])).toEqual([
      ['b', true],
      ['c', true],
      ['a', false],
    ]);
  });

  test('follows what changes: names, who leaves, who joins', async () => {
    const { finder, people, find } = finderOver([row('a', 'Asha Rahman'), row('b', 'Ben Okafor')]);
    expect(await people()).toEqual(['a', 'b']);
    finder.heed(changed('roster', 'elm:a', row('a', 'Zadie Rahman')));
    expect([await people(), await people('asha')]).toEqual([['b', 'a'], []]);
    finder.heed(changed('roster', 'elm:b'));
    finder.heed(changed('roster', 'elm:c', row('c', 'Cleo Adams')));
    finder.heed(changed('roster', 'oak:d', row('d', 'Dee Adeyemi', {}, 'oak')));
    expect([await people(), (await find()).counts.everyone]).toEqual([['c', 'a'], 2]);
  });

  test('[R6] says who is in a pair that is not over, to those alone who may know', async () => {
    const { finder, find, people } = finderOver(
      [row('a', 'Asha Rahman'), row('b', 'Ben Okafor'), row('c', 'Cleo Adams')],
      [pair('m', 'a', 'b'), pair('over', 'a', 'c', 'ended')],
    );
    expect((await find()).hits.map(({ mentored, mentoring }) => [mentored, mentoring])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(await people('', { show: 'no-mentor' })).toEqual(['c']);
    const unseen = await find('', { seesPairs: false });
    expect([unseen.counts['no-mentor'], unseen.hits.every(({ mentored }) => mentored === undefined)]).toEqual([0, true]);
    finder.heed(changed('pairing', 'm', pair('m', 'a', 'b', 'completed')));
    finder.heed(changed('pairing', 'n', pair('n', 'c', 'b', 'trial')));
    expect(await people('', { show: 'no-mentor' })).toEqual(['a']);
  });

  test('reads again what is served anew', async () => {
    const rows = [row('a', 'Asha Rahman')];
    const { finder, people } = finderOver(rows);
    expect(await people()).toEqual(['a']);
    finder.heed(changed('roster', 'elm:a'));
    finder.replaced('roster');
    expect(await people()).toEqual(['a']);
  });

  test('hears what changes while it is read, a page at a time', async () => {
    const { finder, find } = finderOver([...many, last]);
    const asked = find('', { limitRows: MANY });
    finder.heed(changed('roster', 'elm:p-00000'));
    const { counts, hits } = await asked;
    expect([counts.everyone, hits.some(({ member }) => member.person === 'p-00000')]).toEqual([MANY, false]);
  });
});

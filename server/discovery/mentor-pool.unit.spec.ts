import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { MentorPool } from './mentor-pool.js';

const change = (person: string, institutions: readonly string[] | null): Change =>
  ({
    ...{ view: 'directory', id: person },
    ...(institutions && {
      row: {
        audience: [],
        data: {
          ...{ person, institutions, offering: true, name: person, called: person, jobTitle: '', about: '', careerStage: null },
          ...{ phases: [], subjects: [], settings: [], roles: [], expertise: [], availability: null, preferences: {}, paused: null },
          offer: { careerStages: [], note: '' },
        },
      },
    }),
  }) as unknown as Change;
const at = (pool: MentorPool, ...institutions: string[]) => [...pool.of(institutions as InstitutionId[])].map(({ row }) => row.person);

const emptyStore = () => ({ list: () => [] });

describe('mentors by where they work', () => {
  test('are found at each of their schools, and once where several are asked', () => {
    const pool = new MentorPool();
    pool.heed([change('asha', ['elm', 'oak']), change('ben', ['oak'])]);
    expect([at(pool, 'elm'), at(pool, 'oak'), at(pool, 'elm', 'oak'), at(pool, 'ash')]).toEqual([
      ['asha'],
      ['asha', 'ben'],
      ['asha', 'ben'],
      [],
    ]);
  });

  test('follow those who move, and those who stop offering', () => {
    const pool = new MentorPool();
    pool.heed([change('asha', ['elm'])]);
    pool.heed([change('asha', ['oak'])]);
    expect([at(pool, 'elm'), at(pool, 'oak')]).toEqual([[], ['asha']]);
    pool.heed([change('asha', null)]);
    expect(at(pool, 'oak')).toEqual([]);
    pool.heed([change('asha', ['oak'])]);
    pool.fill(emptyStore());
    expect(at(pool, 'oak')).toEqual([]);
  });
});

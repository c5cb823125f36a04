import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { addressChangedAt, furtherAddresses } from './further-addresses.js';

const [asha, old, gone] = ['asha', 'asha-old', 'asha-gone'] as [PersonId, PersonId, PersonId];

/** Two records were joined with Asha’s; of one she gave up the address. */
const lookWith = (changed: Readonly<Record<string, string>>): HubReader =>
  ({
    row: (_view: string, record: PersonId) =>
      record === gone
        ? undefined
        : { person: asha, email: `${record}@hillside.example`, changedAt: changed[record] as Instant | undefined },
    rows: () => [{ joined: old }, { joined: gone }],
  }) as unknown as HubReader;

test('[0062] a change of a clock that ran ahead is of no later than the date was confirmed', () => {
  const NOW = '2026-11-30T09:00:00.000Z' as Instant;
  const later = '2026-12-30T09:00:00.000Z' as Instant;
  const look = (changedIn: string, confirmed = true) =>
    ({
      row: (view: string) => {
        if (view === 'date') return confirmed ? { at: NOW, position: '05' as Position } : undefined;
        return { person: asha, email: '', changedAt: later, changedIn: changedIn as Position };
      },
      rows: () => [],
    }) as unknown as HubReader;
  expect(addressChangedAt(asha, look('04'))).toBe(NOW);
  expect([addressChangedAt(asha, look('06')), addressChangedAt(asha, look('04', false))]).toEqual([later, later]);
});

describe('the addresses that a person signs in with', () => {
  test('are their own and those of joined records, as long as they keep them', () => {
    expect(furtherAddresses(asha, lookWith({}))).toEqual([{ record: old, email: 'asha-old@hillside.example' }]);
  });

  test.each([
    ['none was changed', {}, undefined],
    ['their own was', { asha: '2026-03-01T09:00:00.000Z' }, '2026-03-01T09:00:00.000Z'],
    ['the further one was', { 'asha-old': '2026-03-02T09:00:00.000Z' }, '2026-03-02T09:00:00.000Z'],
    ['both were', { asha: '2026-03-03T09:00:00.000Z', 'asha-old': '2026-03-02T09:00:00.000Z' }, '2026-03-03T09:00:00.000Z'],
    [
      'the further one was, later',
      { asha: '2026-03-03T09:00:00.000Z', 'asha-old': '2026-03-04T09:00:00.000Z' },
      '2026-03-04T09:00:00.000Z',
    ],
  ])('[0067] %s: the latest counts', (_, changed, latest) => {
    expect(addressChangedAt(asha, lookWith(changed))).toBe(latest);
  });
});

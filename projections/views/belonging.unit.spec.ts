import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import { happened } from '../testing/given-events.js';
import { followBelonging } from './belonging.js';

/** Whose belonging a view was told of, event by event; a house of its own begins with `@`. */
function followed() {
  const told: string[][] = [];
  const on = followBelonging<unknown>(
    (_, people: readonly PersonId[]) => void told.at(-1)?.push(...people),
    (_, institution) => void told.at(-1)?.push(`@${institution}`),
  );
  const rows = new MapRows<unknown>();
  const view = { name: 'spec', version: 1, indexes: [], on } as never;
  return (event: Parameters<typeof tell>[1]) => {
    told.push([]);
    tell(view, event, rows);
    return told.at(-1);
  };
}
const joins = (person: string) => happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' });
const settings = (discoverableBeyond: boolean, requestWindowDays = 5) =>
  happened('InstitutionSettingsChanged', { institution: 'oakfield', settings: { requestWindowDays, discoverableBeyond } });
const trust = { institution: 'oakfield', trust: 'riverbank' };

test('a whole house is gone through where it says otherwise who may be found, or comes into a trust, and not with its other settings', () => {
  const tells = followed();
  tells(joins('ben'));
  tells(joins('asha'));
  expect([settings(true), settings(true, 9), settings(false), settings(false, 4)].map(tells)).toEqual([[], [], ['ben', 'asha'], []]);
  expect([happened('TrustJoined', trust), happened('TrustJoined', trust), happened('TrustLeft', trust)].map(tells)).toEqual([
    ['ben', 'asha', '@oakfield'],
    [],
    ['ben', 'asha', '@oakfield'],
  ]);
});

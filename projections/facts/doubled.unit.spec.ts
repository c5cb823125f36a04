import type { Command } from '@alongside/domain/kernel/decider.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from '../views/index.js';
import { gatherers } from './index.js';

test('a stream learns whether another institution has the number or the name of its details, where no town tells the names apart', () => {
  const one = (institution: string, details: { readonly name: string; readonly reference?: string; readonly town?: string }) =>
    happened('InstitutionRegistered', { institution, details: { kind: 'school', nation: 'england', ...details } });
  const before = [
    one('by-hand', { name: 'Ash School', reference: '100009', town: 'Leeds' }),
    one('urn-100008', { name: 'St Mary’s', reference: '100008' }),
    one('gone', { name: 'Closed School' }),
    happened('InstitutionClosed', { institution: 'gone', on: '2026-01-01', successors: [] }),
  ];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, before)])));
  const doubled = (type: string, institution: string, details: object) => {
    const data = { institution, details: { kind: 'school', nation: 'england', ...details } };
    return (gatherers.institution({ type, data } as unknown as Command as never, look).facts as { doubled: unknown }).doubled;
  };
  expect(doubled('RegisterInstitution', 'new', { name: 'New', reference: 'URN 100009' })).toEqual(['number']);
  expect(doubled('DescribeInstitution', 'elm', { name: 'st marys', reference: '100008' })).toEqual(['number', 'name']);
  expect(doubled('DescribeInstitution', 'by-hand', { name: 'Ash School', reference: '100009' })).toEqual([]);
  expect(doubled('RegisterInstitution', 'new', { name: 'Ash School' })).toEqual(['name']);
  expect(doubled('RegisterInstitution', 'new', { name: 'Ash School', town: 'York' })).toEqual([]);
  expect(doubled('RegisterInstitution', 'new', { name: 'Closed School' })).toEqual([]);
  // Another nation has its own numbers.
  expect(doubled('RegisterInstitution', 'new', { name: 'New', nation: 'scotland', reference: '100009' })).toEqual([]);
});

test('neither the hub itself nor a trust is another school of a name, nor a school another trust', () => {
  const one = (institution: string, kind: string, name: string) =>
    happened('InstitutionRegistered', { institution, details: { kind, nation: 'england', name } });
  const before = [one('hub', 'hub', 'Vale Trust'), one('moss', 'school', 'Moss Academy'), one('fen', 'trust', 'Fen Trust')];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, before)])));
  const doubled = (type: string, institution: string, kind: string, name: string) => {
    const data = { institution, details: { kind, nation: 'england', name } };
    return (gatherers.institution({ type, data } as unknown as Command as never, look).facts as { doubled: unknown }).doubled;
  };
  expect(doubled('RegisterInstitution', 'vale', 'trust', 'Vale Trust')).toEqual([]);
  expect(doubled('RegisterInstitution', 'vale', 'school', 'Vale Trust')).toEqual([]);
  expect(doubled('DescribeInstitution', 'hub', 'hub', 'Fen Trust')).toEqual([]);
  expect(doubled('DescribeInstitution', 'hub', 'hub', 'Moss Academy')).toEqual([]);
  expect(doubled('RegisterInstitution', 'new', 'trust', 'Moss Academy')).toEqual([]);
  expect(doubled('RegisterInstitution', 'new', 'school', 'Fen Trust')).toEqual([]);
  expect(doubled('RegisterInstitution', 'new', 'trust', 'Fen Trust')).toEqual(['name']);
  expect(doubled('RegisterInstitution', 'new', 'college', 'Moss Academy')).toEqual(['name']);
});

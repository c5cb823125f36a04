import { given, happened } from '@alongside/projections/testing/given-events.js';
import { issued } from '@alongside/projections/testing/issued.js';
import { credentialView } from '@alongside/projections/views/credential.view.js';
import { verificationOf } from './verification.js';

const withdrawn = happened('CredentialRevoked', { credential: 'c1', by: 'helen', why: 'record-corrected', on: '2026-03-09' });
const erased = happened('PersonErased', { person: 'ben' });
const record = { ...issued, data: { ...issued.data, kind: 'participation' } } as typeof issued;

/** The holder is erased where any of the events says so, whatever came after. */
const told = (...events: Parameters<typeof given>[1]) => {
  const row = given(credentialView, events).row('c1');
  if (!row) throw new Error('No certificate was issued.');
  const isErased = events.includes(erased);
  return verificationOf(row, { name: isErased ? '' : 'Ben Okafor', erased: isErased });
};

describe('[R8] what a code opens', () => {
  test('is what a valid certificate states', () => {
    expect(told(issued)).toEqual({
      ...{ name: 'Ben Okafor', as: 'mentee', issuerName: 'Oakfield', on: '2026-03-06', kind: 'certificate', status: 'valid' },
      ...{ from: '2026-01-05', to: '2026-03-06', meetings: 3, minutes: 120, goalsAchieved: 1, withdrawnOn: null },
    });
  });

  test('tells of no goals where nothing certifies them: in a record of participation, once withdrawn, and of a person who is gone', () => {
    expect(told(record)).toMatchObject({ kind: 'participation', status: 'valid', meetings: 3 });
    expect(told(issued, withdrawn)).toMatchObject({ status: 'revoked', withdrawnOn: '2026-03-09', name: 'Ben Okafor' });
    expect(told(issued, erased)).toMatchObject({ status: 'holder-erased', name: '' });
    // Issued by a process that had not heard of the erasure yet.
    expect(told(erased, issued)).toMatchObject({ status: 'holder-erased', name: '' });
    for (const events of [[record], [issued, withdrawn], [issued, erased], [erased, issued]])
      expect(told(...events)).not.toHaveProperty('goalsAchieved');
  });
});

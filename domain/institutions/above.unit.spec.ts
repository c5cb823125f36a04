import type { Day, InstitutionId, Instant, PersonId } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import { withWhatStays } from './above.js';
import type { InstitutionCommand } from './institution.commands.js';
import { institution } from './institution.decider.js';
import type { InstitutionEvent } from './institution.events.js';
import type { InstitutionFacts } from './institution.facts.js';

const [asha, ben, cleo, dan] = ['asha', 'ben', 'cleo', 'dan'] as PersonId[];
const now = { lineManager: ben ?? null, inductionTutor: cleo ?? null };

test.each([
  ['what is not given stays', { lineManager: dan }, { lineManager: dan, inductionTutor: cleo }],
  ['nobody is a choice, too', { inductionTutor: null }, { lineManager: ben, inductionTutor: null }],
  ['what is as it was seen is changed', { lineManager: dan, seen: now }, { lineManager: dan, inductionTutor: cleo }],
  ['what is another by now than it was seen stays', { lineManager: dan, seen: { ...now, lineManager: null } }, now],
  [
    'each by itself',
    { lineManager: dan, inductionTutor: dan, seen: { ...now, lineManager: null } },
    { lineManager: ben, inductionTutor: dan },
  ],
])('of whom is above a person %s', (_, given, above) =>
  expect(withWhatStays({ person: asha as PersonId, ...given }, now)).toEqual({ person: asha, ...above }),
);

test('a line that a person sets, of which one part is given, leaves the other as it is', () => {
  const at = { institution: 'larkhill' as InstitutionId, person: asha as PersonId };
  const joined = [asha, ben, cleo].map(
    (person) => ({ type: 'MemberJoined', data: { ...at, person, from: '2025-09-01' } }) as InstitutionEvent,
  );
  const set = (more: object) =>
    ({ type: 'ReportingLineSet', data: { ...at, lineManager: null, inductionTutor: cleo, ...more } }) as InstitutionEvent;
  const registered = {
    type: 'InstitutionRegistered',
    data: { institution: at.institution, details: { name: 'Larkhill', kind: 'school', nation: 'england' } },
  } as InstitutionEvent;
  const facts = { known: [ben], inTrust: [], awaited: [] } as unknown as InstitutionFacts;
  given(institution, [registered, ...joined, set({})], facts)
    .when({
      ...{ type: 'SetReportingLine', by: 'helen' as PersonId, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day },
      data: { ...at, lineManager: ben as PersonId },
    } as InstitutionCommand)
    .happens(set({ lineManager: ben, changed: ['lineManager'] }));
});

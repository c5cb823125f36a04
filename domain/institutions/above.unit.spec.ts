import type { PersonId } from '../kernel/brand.js';
import { withWhatStays } from './above.js';

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

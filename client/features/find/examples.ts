import type { SuggestedMentor, SuggestionsAnswer } from '../../shared/mentors/suggestions.js';

/** A mentor to suggest in specs. */
export const suggested = (person: string, name: string, change: Partial<SuggestedMentor> = {}): SuggestedMentor => ({
  person,
  name,
  called: name.replace(/ .*/, ''),
  jobTitle: 'Head of mathematics',
  about: '',
  institutions: [],
  because: 'expertise',
  aim: 'exp-behaviour-classroom-routines-and-expectations',
  lead: { about: 'expertise', kind: 'for', text: `${name} offers classroom routines.` },
  place: null,
  reasons: [
    { about: 'expertise', kind: 'for', text: `${name} offers classroom routines.` },
    { about: 'places', kind: 'against', text: 'Asha has space for one more mentee.' },
  ],
  score: 0.276,
  propensity: 1,
  parts: [{ part: 'expertise', score: 1, weight: 0.3 }],
  adjustments: [{ about: 'requests', points: -0.024, count: 1 }],
  times: [
    { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 },
    { startsAt: '2026-03-17T15:40:00.000Z', minutes: 45 },
  ],
  cannotAsk: null,
  placesLeft: 1,
  places: 3,
  usualReplyDays: 2,
  answerDays: 5,
  ...change,
});

/** Three people to suggest in specs, with two requests of three left. */
export const suggestions = (change: Partial<SuggestionsAnswer> = {}): SuggestionsAnswer => ({
  ranked: { ranking: 'rules-1', weights: { expertise: 1 }, through: '42' },
  mustHaves: { possible: ['other-school', 'near', 'online'], inTheWay: [] },
  people: [
    suggested('asha', 'Asha Rahman'),
    suggested('tariq', 'Tariq Banerjee', { because: 'availability' }),
    suggested('frances', 'Frances Nwosu'),
  ],
  requestsLeft: 2,
  requestsLimit: 3,
  missing: [],
  ...change,
});

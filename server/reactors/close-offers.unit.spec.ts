import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { closeOffersThatCannotStand } from './close-offers-that-cannot-stand.js';
import { followUpsOf } from './reactor.js';

type Told = ReturnType<typeof happened>;
const BEHAVIOUR = 'exp-behaviour-classroom-routines-and-expectations';
const joins = (person: string): Told[] => [
  happened('PersonJoined', { person, name: person, email: `${person}@x.example` }),
  happened('MemberJoined', { institution: 'elm', person, from: '2025-09-01' }),
];
const school = [
  happened('InstitutionRegistered', { institution: 'elm', details: { name: 'Elm', kind: 'school', nation: 'england' } }),
  ...['asha', 'ben', 'cleo'].flatMap(joins),
  happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: '' } }),
  happened('CapacityChanged', { mentor: 'asha', places: 2 }),
  happened('AimsSet', { person: 'ben', aims: [{ tag: BEHAVIOUR, from: 1, to: 3 }] }),
];
const open = happened('OpenToOffersSet', { person: 'ben', open: true });
const shut = happened('OpenToOffersSet', { person: 'ben', open: false });
const offered = (mentee: string) =>
  happened('HelpOffered', {
    ...{ helpOffer: 'o1', mentor: 'asha', mentee, note: '', aims: [BEHAVIOUR], answerBy: '2026-03-13', counted: COUNTED },
  });
const offer = offered('ben');
const excludes = (person: string, other: string) => happened('ExclusionAdded', { person, other });
const manages = happened('ReportingLineSet', { institution: 'elm', person: 'ben', lineManager: 'asha', inductionTutor: null });
const erased = (person: string) => happened('PersonErased', { person });
const paused = happened('MentoringPaused', { person: 'asha', until: null });
const stopped = happened('MentoringWithdrawn', { person: 'asha' });
const left = happened('MemberLeft', { institution: 'elm', person: 'asha' });

/** What follows from the last of these events once all of them are known. */
function follows(...events: readonly Told[]) {
  const known = [...school, ...events];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, known)])));
  const from = events.at(-1) as never;
  return followUpsOf(closeOffersThatCannotStand, from, { look, now: () => offer.at, secret: () => '' }).map(({ type, data }) => {
    expect(type).toBe('CloseOffer');
    return (data as { because: string }).because;
  });
}

test('an offer that was made while nothing stood against it stands', () => {
  expect(follows(open, offer)).toEqual([]);
  expect(follows(open, offer, open)).toEqual([]);
  expect(follows(open, offer, excludes('ben', 'cleo'))).toEqual([]);
  expect(follows(open, offer, happened('MentoringPaused', { person: 'cleo', until: null }))).toEqual([]);
});

describe.each<{ what: string; event: Told; because: string }>([
  { what: 'the mentee takes their choice back', event: shut, because: 'not-available' },
  { what: '[R5] the mentee wants no mentoring with the mentor', event: excludes('ben', 'asha'), because: 'not-available' },
  { what: '[R5] the mentor wants no mentoring with the mentee', event: excludes('asha', 'ben'), because: 'not-taking-new-mentees' },
  { what: '[R6] the mentor comes to manage the mentee', event: manages, because: 'reporting-line' },
  { what: 'the mentor pauses', event: paused, because: 'not-taking-new-mentees' },
  { what: 'the mentor stops', event: stopped, because: 'not-taking-new-mentees' },
  { what: '[R9] the mentee is erased', event: erased('ben'), because: 'not-available' },
  { what: '[R9] the mentor is erased', event: erased('asha'), because: 'cannot-reply' },
])('an offer is closed when $what', ({ event, because }) => {
  test('after it was made', () => expect(follows(open, offer, event)).toEqual([because]));
  test('or a moment before, which who offered could not know', () => expect(follows(open, event, offer)).toEqual([because]));
  test('and one that ended is left', () => {
    const ended = happened('OfferLapsed', { helpOffer: 'o1', mentor: 'asha', mentee: 'ben' });
    expect(follows(open, offer, ended, event)).toEqual([]);
  });
});

test('an offer is closed when the mentor leaves the school of the two', () => {
  expect(follows(open, offer, left)).toEqual(['not-taking-new-mentees']);
});

test('two records that became one person’s hold no offer to oneself', () => {
  const own = offered('asha');
  const joined = happened('RecordsJoined', { person: 'asha', joined: 'ben', belongs: [], address: 'x' } as never);
  expect(follows(own, joined)).toEqual(['not-available']);
  expect(follows(own)).toEqual(['not-available']);
});

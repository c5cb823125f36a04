import { FREQUENCIES } from '../people/person.events.js';
import { FREQUENCY, OFTEN } from '../people/rhythm.js';
import type { AgreementId, Day, Instant, MentorshipId, PersonId } from '../kernel/brand.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import { asParticipants } from './participants.js';
import { changedTerms, sayChanged, sayDifferences } from './changed-terms.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { AgreementTerms, MentorshipEvent } from './mentorship.events.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const participants = asParticipants({ mentor: asha, mentee: ben });
const id = 'm' as MentorshipId;
const first: AgreementTerms = {
  ...{ purpose: 'Calm starts', frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: '' },
  reviewOn: '2026-06-05' as Day,
};
const second: AgreementTerms = { ...first, minutes: 30, purpose: 'Calm endings' };
const given = (...history: MentorshipEvent[]) =>
  givenFacts(mentorship, history, {
    ...{ inReportingLine: false, mayHelp: false, writtenToday: 0, silent: false, menteeAt: [], managesMentee: false, mayHear: null },
    time: { calendar: PLAIN_CALENDAR, windowDays: 5 },
  });
const agreement = (name: string) => name as AgreementId;
const started: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { mentorship: id, participants, request: null, aims: [] },
};
const proposed = (name: string, by: PersonId, terms: AgreementTerms, more: object = {}): MentorshipEvent => ({
  type: 'AgreementProposed',
  data: { mentorship: id, agreement: agreement(name), by, terms, ...more },
});
const signed = (name: string, by: PersonId): MentorshipEvent => ({
  type: 'AgreementSigned',
  data: { mentorship: id, agreement: agreement(name), by },
});
const agreed = (name: string): MentorshipEvent => ({
  type: 'MentorshipAgreed',
  data: { mentorship: id, participants, agreement: agreement(name) },
});
const propose = (name: string, by: PersonId, terms: AgreementTerms): MentorshipCommand => ({
  ...{ type: 'ProposeAgreement', by, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day },
  data: { mentorship: id, agreement: agreement(name), terms },
});

test('how often is said in the same words by itself and within a sentence', () => {
  for (const frequency of FREQUENCIES) {
    expect(FREQUENCY[frequency]).toMatch(/^(Every|Once) /);
    expect(OFTEN[frequency]).toBe(FREQUENCY[frequency].toLowerCase());
  }
});

describe('a suggestion that takes the place of another', () => {
  const changed = changedTerms(first, second);

  test('says whose it replaces and which terms differ', () => {
    given(started, proposed('a', asha, first), signed('a', asha))
      .when(propose('b', ben, second))
      .happens(proposed('b', ben, second, { replaces: asha, changed }), signed('b', ben));
  });

  test('changes an agreement in force without replacing a suggestion, from its latest review date', () => {
    const reviewed: MentorshipEvent = {
      type: 'AgreementReviewed',
      data: { mentorship: id, agreement: agreement('a'), by: asha, reviewOn: '2026-09-04' as Day },
    };
    const later = { ...second, reviewOn: '2026-09-04' as Day };
    given(started, proposed('a', asha, first), signed('a', asha), signed('a', ben), agreed('a'), reviewed)
      .when(propose('b', ben, later))
      .happens(proposed('b', ben, later, { changed }), signed('b', ben));
  });

  test('once both have signed it changes what was agreed, and ends no trial period', () => {
    const sign: MentorshipCommand = {
      ...{ type: 'SignAgreement', by: asha, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day },
      data: { mentorship: id, agreement: agreement('b') },
    };
    const both = { mentorship: id, participants, agreement: agreement('b') };
    const suggested = [proposed('b', ben, second), signed('b', ben)];
    given(started, ...suggested)
      .when(sign)
      .happens(signed('b', asha), { type: 'MentorshipAgreed', data: both });
    given(started, proposed('a', asha, first), signed('a', asha), signed('a', ben), agreed('a'), ...suggested)
      .when(sign)
      .happens(signed('b', asha), { type: 'MentorshipAgreed', data: { ...both, again: true } });
  });

  test('is said without what the two wrote, and with it only to the two', () => {
    expect(changed.map(sayChanged)).toEqual(['What it is for: new wording', 'How long: was 45 minutes, now 30 minutes']);
    expect(sayDifferences(first, second)).toEqual([
      'What it is for: was “Calm starts”, now “Calm endings”',
      'How long: was 45 minutes, now 30 minutes',
    ]);
    const all: AgreementTerms = { ...first, frequency: 'weekly', format: 'online', confidentiality: 'Ours', reviewOn: '2026-07-03' as Day };
    expect(changedTerms(first, all).map(sayChanged)).toEqual([
      'How often: was every fortnight, now every week',
      'Where: was in person or online, now online',
      'Confidentiality: new wording',
      'Review date: was Friday 5 June 2026, now Friday 3 July 2026',
    ]);
    expect(sayDifferences(first, first)).toEqual([]);
  });
});

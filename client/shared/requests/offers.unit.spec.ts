import { sayOfferEnd, sortedOffers, type HelpOffer } from './offers.js';

const offer = (change: Partial<{ [Key in keyof HelpOffer]: unknown }>): HelpOffer =>
  ({
    ...{ helpOffer: 'o1', mentor: 'asha', mentee: 'ben', status: 'open', note: '', aims: [], answerBy: '2026-03-13' },
    ...{ offeredAt: '2026-03-06T09:00:00.000Z', closedAt: null, because: null, mentorship: null },
    ...change,
    // Ids and days are branded; specs write them as they are read.
  }) as HelpOffer;
const ids = (offers: readonly HelpOffer[]) => offers.map(({ helpOffer }) => helpOffer);

describe('offers as a person meets them', () => {
  const all = [
    offer({ helpOffer: 'late', answerBy: '2026-03-20' }),
    offer({ helpOffer: 'soon' }),
    offer({ helpOffer: 'yes', status: 'accepted' }),
    offer({ helpOffer: 'no', status: 'declined', closedAt: '2026-03-07T09:00:00.000Z' }),
    offer({ helpOffer: 'gone', status: 'lapsed', closedAt: '2026-03-09T09:00:00.000Z' }),
    offer({ helpOffer: 'asked', status: 'withdrawn', because: 'asked' }),
  ];

  test('to me or by me, soonest first; what a link leads to comes before; a yes and a request are not said twice', () => {
    const mine = sortedOffers(all, 'ben');
    expect([ids(mine.toMe), ids(mine.mine), ids(mine.over)]).toEqual([['soon', 'late'], [], ['gone', 'no']]);
    expect(ids(sortedOffers(all, 'ben', 'late').toMe)).toEqual(['late', 'soon']);
    expect(ids(sortedOffers(all, 'asha').mine)).toEqual(['soon', 'late']);
  });

  test.each([
    [{ status: 'declined' }, 'Not this time for Ben', 'The offer from Ben was closed'],
    [{ status: 'lapsed' }, 'Your offer to Ben expired', 'The offer from Ben expired'],
    [{ status: 'withdrawn' }, 'Your offer to Ben was withdrawn', 'Ben withdrew their offer'],
    [{ status: 'withdrawn', because: 'no-space' }, 'Your offer to Ben was withdrawn', 'Ben had no space for a new mentee'],
    [{ status: 'withdrawn', because: 'not-taking-new-mentees' }, 'Your offer to Ben was withdrawn', 'Ben was not taking new mentees'],
    [{ status: 'withdrawn', because: 'cannot-reply' }, 'Your offer to Ben was withdrawn', 'An offer to help you ended'],
    [
      { status: 'withdrawn', because: 'joined' },
      'Your offer to Ben was closed, as two accounts became one',
      'An offer from Ben was closed, as two accounts became one',
    ],
  ])('%j ended without blame, for the mentor and the mentee', (change, toMentor, toMentee) => {
    expect(sayOfferEnd(offer(change), 'asha', 'Ben')).toBe(toMentor);
    expect(sayOfferEnd(offer(change), 'ben', 'Ben')).toBe(toMentee);
  });
});

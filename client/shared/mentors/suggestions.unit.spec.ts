import { suggested } from '../../features/find/examples.js';
import { differ, inBrief, openingOf, reasonsOf, sayRequestsLeft, sayUsualReply, type SuggestedMentor } from './suggestions.js';

describe('a suggestion in words', () => {
  const asha = { name: 'Asha Rahman', called: 'Asha', because: 'expertise' } as const;
  const near = { about: 'proximity', kind: 'for', text: 'Same school.' } as const;

  test('the letter begins with what the person was chosen for, as the hub says it, and says it once', () => {
    const offers = { about: 'expertise', kind: 'for', text: 'Asha offers ADHD, your second focus area.' } as const;
    expect(openingOf({ ...asha, reasons: [near, offers] })).toEqual({ opening: offers.text, others: [near] });
    expect(openingOf({ ...asha, because: null, reasons: [] }).opening).toMatch(/^We do not know much yet/);
  });

  test('the letter claims nothing that its own reasons take back, or do not say', () => {
    const against = { about: 'expertise', kind: 'against', text: 'Asha does not offer any of your focus areas.' } as const;
    const quick = { about: 'reply', kind: 'for', text: 'Asha usually replies within a day.' } as const;
    expect(openingOf({ ...asha, reasons: [against, quick] })).toEqual({
      opening: expect.stringMatching(/^We do not know much yet/),
      others: [against, quick],
    });
    expect(openingOf({ ...asha, reasons: [near, against] }).opening).toBe('Same school.');
    expect(openingOf({ ...asha, because: 'goals', reasons: [] }).opening).toMatch(/^We do not know much yet/);
  });

  test('three are for different reasons only where each has one of their own', () => {
    const of = (...reasons: SuggestedMentor['reasons']) => suggested('a', 'Asha', { reasons, because: null });
    const times = { about: 'availability', kind: 'for', text: 'Free on Tuesdays.' } as const;
    expect(differ([of(near), of(times)])).toBe(true);
    expect(differ([of(near), of(near)])).toBe(false);
    expect(differ([of(near), of()])).toBe(false);
  });

  test('one line says the reason they were chosen for; their job where nothing speaks for them', () => {
    const reasons = [
      { about: 'context', kind: 'for', text: 'Same subject.' },
      { about: 'availability', kind: 'against', text: 'Rarely free.' },
      { about: 'proximity', kind: 'for', text: 'Same school.' },
    ] as const;
    expect(inBrief(suggested('a', 'Asha', { reasons, because: 'proximity' }))).toBe('Same school.');
    expect(inBrief(suggested('a', 'Asha', { reasons, because: 'availability' }))).toBe('Same subject.');
    expect(inBrief(suggested('a', 'Asha', { reasons: [], because: null }))).toBe('Head of mathematics');
  });

  test('remarks keep their kind, and numbers are said as people say them', () => {
    expect(
      reasonsOf([
        { about: 'x', kind: 'against', text: 'But.' },
        { about: 'y', kind: 'what-if', text: 'If.' },
      ]),
    ).toEqual([
      { kind: 'but', text: 'But.' },
      { kind: 'if', text: 'If.' },
    ]);
    expect([null, 1, 2, 14].map(sayUsualReply)).toEqual([
      undefined,
      'usually replies within a day',
      'usually replies within 2 days',
      'usually replies within 14 days',
    ]);
    expect(sayRequestsLeft({ requestsLeft: 2, requestsLimit: 3 })).toBe('2 of 3 requests left');
  });
});

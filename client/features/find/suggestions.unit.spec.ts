import { suggested } from './examples.js';
import { inBrief, openingOf, reasonsOf, sayRequestsLeft, sayUsualReply } from './suggestions.js';

describe('a suggestion in words', () => {
  test('the letter begins with what the person was chosen for, and says so where nothing is known', () => {
    expect(openingOf({ name: 'Asha Rahman', called: 'Asha', because: 'proximity', reasons: [] })).toBe(
      'Asha works near you, so it is easy to meet.',
    );
    expect(openingOf({ name: 'Asha Rahman', called: 'Asha', because: null, reasons: [] })).toMatch(/^We do not know much yet/);
  });

  test('the letter claims nothing that its own reasons take back', () => {
    const asha = { name: 'Asha Rahman', called: 'Asha', because: 'expertise' } as const;
    const against = { about: 'expertise', kind: 'against', text: 'Asha does not offer any of your focus areas.' } as const;
    const near = { about: 'proximity', kind: 'for', text: 'Same school.' } as const;
    expect(openingOf({ ...asha, reasons: [against] })).toMatch(/^We do not know much yet/);
    expect(openingOf({ ...asha, reasons: [against, near] })).toBe('Asha works near you, so it is easy to meet.');
    expect(openingOf({ ...asha, reasons: [{ ...near, about: 'expertise' }] })).toBe('Asha can help with your focus areas.');
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

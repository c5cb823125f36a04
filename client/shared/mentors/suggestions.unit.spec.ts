import { suggested } from '../../features/find/examples.js';
import { differ, inBrief, openingOf, reasonsOf, sayPlace, sayRequestsLeft, sayUsualReply, type SuggestedMentor } from './suggestions.js';

describe('a suggestion in words', () => {
  const asha = { name: 'Asha Rahman', called: 'Asha' } as const;
  const near = { about: 'proximity', kind: 'for', text: 'Same school.' } as const;

  test('the letter begins with what the hub leads with, and says it once', () => {
    const offers = { about: 'expertise', kind: 'for', text: 'Asha offers ADHD, your second focus area.' } as const;
    expect(openingOf({ ...asha, lead: offers, reasons: [near, offers] })).toEqual({ opening: offers.text, others: [near] });
    expect(openingOf({ ...asha, lead: null, reasons: [] }).opening).toMatch(/^We do not know much yet/);
  });

  test('the letter claims nothing that its own reasons take back, or do not say', () => {
    const against = { about: 'expertise', kind: 'against', text: 'Asha does not offer any of your focus areas.' } as const;
    const quick = { about: 'reply', kind: 'for', text: 'Asha usually replies within a day.' } as const;
    expect(openingOf({ ...asha, lead: null, reasons: [against, quick] })).toEqual({
      opening: expect.stringMatching(/^We do not know much yet/),
      others: [against, quick],
    });
  });

  const offers = { about: 'expertise', kind: 'for', text: 'Asha offers ADHD, your first focus area.' } as const;
  const times = { about: 'availability', kind: 'for', text: 'Free on Tuesdays.' } as const;

  test('three are for different reasons only where each has one of their own', () => {
    const of = (because: SuggestedMentor['because'], aim: string | null = null) =>
      suggested('a', 'Asha', { because, aim, reasons: [near, offers, times] });
    expect(differ([of('proximity'), of('availability')])).toBe(true);
    expect(differ([of('proximity'), of('proximity', 'exp-adhd')])).toBe(false);
    expect(differ([of('expertise', 'exp-adhd'), of('expertise', 'exp-dyslexia')])).toBe(true);
    expect(differ([of('proximity'), of(null)])).toBe(false);
    expect(differ([of('proximity'), of('goals')])).toBe(false);
  });

  test('one line says the reason they were chosen for; their job where nothing speaks for them', () => {
    const reasons = [
      { about: 'context', kind: 'for', text: 'Same subject.' },
      { about: 'availability', kind: 'against', text: 'Rarely free.' },
      { about: 'proximity', kind: 'for', text: 'Same school.' },
    ] as const;
    expect(inBrief(suggested('a', 'Asha', { reasons, because: 'proximity', lead: reasons[0] }))).toBe('Same school.');
    expect(inBrief(suggested('a', 'Asha', { reasons, because: 'availability', lead: reasons[2] }))).toBe('Same school.');
    expect(inBrief(suggested('a', 'Asha', { reasons, because: null, lead: null }))).toBe('Same subject.');
    expect(inBrief(suggested('a', 'Asha', { reasons: [], lead: null }))).toBe('Head of mathematics');
  });

  test('says why each stands at its place, and that the score is not always why', () => {
    const at = (place: SuggestedMentor['place']) => sayPlace(suggested('a', 'Asha Rahman', { place }));
    expect(at('best')).toBe('Of the mentors you can ask, Asha scores highest. When mentors score the same, we vary who comes first.');
    expect(at('other-reason')).toMatch(/for a different reason from the mentors we chose first\. Others may score higher\.$/);
    expect(at(null)).toBeUndefined();
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

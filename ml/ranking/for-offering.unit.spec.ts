import { free, mentee, mentor, school } from '../testing/people.js';
import { whyOffer } from './for-offering.js';

const ADHD = 'exp-send-adhd';
const texts = (...given: Parameters<typeof whyOffer>) => whyOffer(...given).map(({ kind, text }) => `${kind}: ${text}`);

describe('why a mentor could help a mentee who did not ask', () => {
  const asha = mentor('Asha', {
    expertise: [{ tag: ADHD, level: 4 }],
    phases: ['ph-ks3'],
    subjects: ['sub-mathematics'],
    availability: free(['tuesday 15:30-17:00']),
    workplaces: [school('Northfield', 0)],
    preferences: { 'comm-pace': 5, 'comm-structure': 5, 'comm-detail': 5 },
  });
  const ben = mentee({
    aims: [{ tag: ADHD, from: 2, to: 3 }],
    subjects: ['sub-mathematics'],
    availability: free(['tuesday 15:30-17:00']),
    workplaces: [school('Northfield', 0)],
  });

  test('names what they want to work on, what both do, and when both could meet', () => {
    expect(texts(ben, asha, ADHD)).toEqual([
      'for: Ben wants to work on ADHD, and you can help with it.',
      'for: You both teach mathematics.',
      'for: You both work at Northfield.',
      'for: You are both available on Tuesdays from 3:30pm to 5pm.',
    ]);
  });

  test('names what else they want that the mentor offers, and counts nothing', () => {
    const two = mentor('Asha', { expertise: ['exp-send-autism', ADHD].map((tag) => ({ tag, level: 1 })) });
    const wants = mentee({ aims: [ADHD, 'exp-send-autism', 'exp-other'].map((tag) => ({ tag, from: 1, to: 3 })) });
    expect(texts(wants, two, ADHD)).toEqual([
      'for: Ben wants to work on ADHD, and you can help with it.',
      'for: Ben also wants to work on autism, which you offer.',
    ]);
  });

  test('says what does not fit as well', () => {
    const far = { ...ben, availability: free(['monday 08:00-09:00']), subjects: ['sub-history'] };
    expect(texts(far, asha, ADHD).filter((text) => text.startsWith('against'))).toEqual([
      'against: Ben teaches history, not your subject.',
      'against: You and Ben have no shared times.',
    ]);
  });

  test('nothing in it depends on levels, on ways of working, or on what the mentee can do', () => {
    const said = texts(ben, asha, ADHD);
    expect(texts({ ...ben, aims: [{ tag: ADHD, from: 4, to: 5 }] }, asha, ADHD)).toEqual(said);
    expect(texts({ ...ben, preferences: { 'comm-pace': 5, 'comm-structure': 5, 'comm-detail': 5 } }, asha, ADHD)).toEqual(said);
    expect(texts({ ...ben, expertise: [{ tag: 'exp-send-autism', level: 5 }] }, asha, ADHD)).toEqual(said);
    expect(said.join()).not.toMatch(/level/);
  });
});

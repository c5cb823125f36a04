import { sentences } from './refusal-sentences.js';
import { sentenceOf, statusOf } from './refusals.js';

const codes = Object.keys(sentences);
/** Spellings and words of elsewhere, and words that blame or shout. */
const UNWELCOME =
  /\b(\w+ization|organiz\w+|recogniz\w+|color|favorite|behavior|program|center|enroll\w*|fulfill|license[ds]|practice[ds]|oops|sorry|error|failed|failure|invalid|illegal|denied|forbidden|must|wrong)\b/i;

describe('refusals in words', () => {
  test.each(codes)('%s is short, kind and British, and ends as a sentence does', (code) => {
    const told = [{}, { limit: 3, places: 1, days: 100 }, { limit: 3, places: 4, days: 100 }];
    const readers = [{}, { reader: 'mentor', mentees: 1 }, { reader: 'mentor', mentees: 12 }, { reader: 'coordinator' }];
    for (const facts of told.flatMap((one) => readers.map((reader) => ({ ...one, ...reader })))) {
      const sentence = sentenceOf({ code, facts });
      expect(sentence).toMatch(/^[A-Z][^!]*\.$/);
      expect(sentence.length).toBeLessThanOrEqual(150);
      expect(sentence).not.toMatch(UNWELCOME);
      expect(sentence).not.toMatch(/undefined|NaN|\$\{/);
    }
  });

  test.each(codes)('%s has a status of its own kind', (code) => {
    expect([400, 403, 404, 409, 410, 413, 422, 429, 503]).toContain(statusOf(code));
  });

  const missing = codes.filter((code) => sentenceOf({ code }).startsWith('We could not find') || code.endsWith('NOT_FOUND'));
  test.each(missing)('%s is about something that is not there, which is 404', (code) => {
    expect(statusOf(code)).toBe(404);
  });

  test('facts stand in the sentence', () => {
    expect(sentenceOf({ code: 'REQUEST.TOO_MANY_OPEN', facts: { limit: 3 } })).toContain('3 open requests');
    expect(sentenceOf({ code: 'REQUEST.MENTOR_FULL', facts: { places: 1 } })).toContain('already has one mentee');
    expect(sentenceOf({ code: 'REQUEST.MENTOR_FULL', facts: { places: 2 } })).toContain('already has 2 mentees');
    expect(sentenceOf({ code: 'REQUEST.MENTOR_FULL', facts: { places: 0 } })).toContain('no space for mentees');
  });

  test('a mentor who is full reads of her own space, and is sent to no other mentor', () => {
    const full = (places: number, mentees: number) =>
      sentenceOf({ code: 'REQUEST.MENTOR_FULL', facts: { places, mentees, reader: 'mentor' } });
    expect(full(4, 4)).toBe('You have 4 mentees, which is what you offer. You can offer more space in your mentoring settings, or say no.');
    expect(full(1, 1)).toContain('You have one mentee, which is what you offer.');
    expect(full(2, 4)).toContain('You have 4 mentees, and offer space for 2.');
    expect(full(0, 0)).toContain('You do not offer space');
  });

  test('a sentence with two readers says to each what they can do', () => {
    const to = (code: string, reader?: string) => sentenceOf({ code, ...(reader && { facts: { reader } }) });
    expect(to('REQUEST.NOT_AVAILABLE')).toContain('other people in the directory');
    expect(to('REQUEST.NOT_AVAILABLE', 'mentor')).toContain('You can say no');
    expect(to('MENTORSHIP.PAUSED')).toContain('Resume it first');
    expect(to('MENTORSHIP.PAUSED', 'coordinator')).toContain('after they resume it');
    expect(to('MENTORSHIP.OVER')).toContain('what you did together');
    expect(to('MENTORSHIP.OVER', 'coordinator')).not.toContain('together');
    expect(to('GOAL.MENTORSHIP_OVER')).toContain('your development record');
    expect(to('GOAL.MENTORSHIP_OVER', 'mentor')).not.toContain('development record');
  });

  test('[R5] the sentence for somebody who is not available names no cause', () => {
    for (const facts of [{}, { reader: 'mentor' }])
      expect(sentenceOf({ code: 'REQUEST.NOT_AVAILABLE', facts })).not.toMatch(
        /exclu|block|manage|tutor|pause|erase|hidden|visible|institution/i,
      );
  });

  test('a code of another version of the hub still gets an answer', () => {
    expect(sentenceOf({ code: 'MOON.FULL' })).toContain('Reload');
    expect(sentenceOf({ code: 'constructor' })).toContain('Reload');
    expect(statusOf('MOON.FULL')).toBe(409);
    expect(statusOf('COMMAND.INVALID')).toBe(400);
    expect(statusOf('COMMAND.NOT_ALLOWED')).toBe(403);
    expect(statusOf('GOAL.NOT_FOUND')).toBe(404);
    expect(statusOf('REQUEST.MENTOR_FULL')).toBe(409);
    expect(statusOf('PROFILE.AIM_NOT_AHEAD')).toBe(422);
    expect(statusOf('PERSON.RESERVED')).toBe(422);
    expect(statusOf('COMMAND.BUSY')).toBe(503);
  });
});

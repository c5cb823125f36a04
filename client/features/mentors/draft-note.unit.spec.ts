import { newcomer, settled } from '../profile/examples.js';
import { draftNote } from './draft-note.js';

const LIMIT_CHARACTERS = 1_200;

describe('the drafted note', () => {
  test('says the job, the aims and the rhythm in the mentee’s voice', () => {
    expect(draftNote(settled)).toBe(
      'I work as a teacher of mathematics (early career teacher, year 1). I would like to get better at classroom routines and expectations, ' +
        'and checking for understanding, and to talk it through with an experienced colleague.\n\n' +
        'Meeting every week for about 50 minutes would suit me, and I am happy to start with one conversation.',
    );
  });

  test('says the length of the times that are suggested beside it', () =>
    expect(draftNote(settled, 40)).toContain('Meeting every week for about 40 minutes would suit me'));

  test('names nobody: it must fit whomever it is passed on to', () => {
    for (const word of [...settled.name.split(' '), settled.email]) expect(draftNote(settled)).not.toContain(word);
  });

  test('stands on its own where nothing was said yet, and never outgrows the field', () => {
    expect(draftNote(newcomer)).toMatch(/^I would like to talk about my work/);
    const long = { ...settled, profile: settled.profile && { ...settled.profile, jobTitle: 'x'.repeat(80) } };
    expect(draftNote(long).length).toBeLessThan(LIMIT_CHARACTERS);
  });
});

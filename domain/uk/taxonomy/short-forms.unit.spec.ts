import { JOBS_SHORTENED, TOPICS_SHORTENED } from './short-forms.data.js';
import { otherFormsIn } from './short-forms.js';
import { EXPERTISE_TAGS } from './expertise.js';
import { CAREER_STAGES, ROLES } from './lists.js';
import { finderOf } from './search.js';
import { wordsTypedFor } from './spoken.js';
import { namesSubject, understand } from './understand.js';

const ALL = [...JOBS_SHORTENED, ...TOPICS_SHORTENED];
/** The short forms of what a title says. */
const shortIn = (title: string) => otherFormsIn(title, namesSubject).map((words) => words.split(' ')[0]);
const found = (list: typeof EXPERTISE_TAGS, typed: string) =>
  finderOf(list, (entry) => ({ name: entry.name, synonyms: wordsTypedFor(entry) }))
    .find(typed)
    .matches.map(({ id }) => id);

describe('what teachers shorten', () => {
  test('no form is of two things', () => {
    const forms = ALL.flatMap((one) => one.forms.map((form) => form.toLowerCase()));
    expect(new Set(forms).size).toBe(forms.length);
  });

  test.each(ALL.map(({ forms }) => [forms[0], forms] as const))('%s names the same in every form', (short, forms) => {
    const named = understand(short).understood[0]?.named;
    for (const form of forms) {
      expect([form, understand(form).understood[0]?.named]).toEqual([form, named]);
    }
  });

  test.each(JOBS_SHORTENED.map(({ forms }) => [forms[0], forms] as const))('a title with %s in any form has them all', (short, forms) => {
    for (const form of forms)
      for (const title of [form, form.toUpperCase(), `${form}, Northfield`, `Acting ${form}`, `Teacher and ${form}`])
        expect([title, shortIn(title)]).toEqual([title, expect.arrayContaining([short])]);
  });

  test.each([
    ['Special Educational Needs Co-ordinator', ['SENCO']],
    ['Special educational needs co\u2011ordinator', ['SENCO']],
    ['SENDCo / Assistant Head', ['SENCO', 'AHT']],
    ['Deputy Head Teacher', ['DHT']],
    ['Deputy Headteacher and DSL', ['DHT', 'DSL']],
    ['Head Teacher', ['HT']],
    ['Head of Year 9', ['HOY']],
    ['Head of Y7', ['HOY']],
    ['Year 8 Leader', ['HOY']],
    ['Head of Maths', ['HOD']],
    ['Head of modern foreign languages', ['HOD', 'MFL']],
    ['KS2 lead', ['KS']],
    ['Key Stage 2 lead', ['KS']],
    ['EAL co-ordinator', ['EAL']],
    ['Teaching assistants', ['TA']],
  ])('%s', (title, short) => expect(shortIn(title).toSorted()).toEqual(expect.arrayContaining(short.toSorted())));

  test.each([
    ['Deputy head of year', ['DHT', 'HOD']],
    ['Assistant Head of Year 10', ['AHT']],
    ['Assistant head of maths', ['AHT', 'HOD']],
    ['Deputy headteacher', ['HT', 'AHT']],
    ['Executive headteacher', ['HT', 'DHT']],
    ['PA to the headteacher', ['HT']],
    ['PA to the Deputy Head', ['DHT']],
    ['Head of year', ['HOD', 'HT']],
    ['Head of sixth form', ['HOD', 'HOY', 'HOS']],
    ['Head of primary', ['HOD']],
    ['Head of school', ['HOD']],
    ['Head of science', ['HOS', 'HOY']],
    ['Speech and language therapist', ['SLT']],
    ['Headteacher', ['HOD', 'HOY']],
    ['Literacy coordinator', ['SENCO', 'ALNCO']],
    ['Tandem teacher', ['TA']],
    ['Teacher (part-time)', ['PT', 'HT']],
    ['Class teacher', ['ECT', 'NQT', 'TA']],
  ])('%s is none of %j', (title, others) => {
    for (const other of others) expect(shortIn(title)).not.toContain(other);
  });

  test('on a profile, an area and a job are found by either', () => {
    for (const typed of ['SENCo', 'special educational needs co-ordinator', 'special needs coordinator', 'SEN coord'])
      expect([typed, found(EXPERTISE_TAGS, typed)]).toEqual([typed, expect.arrayContaining(['exp-send-senco-and-alnco-leadership'])]);
    for (const typed of ['designated safeguarding lead', 'DSL'])
      expect([typed, found(EXPERTISE_TAGS, typed)]).toEqual([
        typed,
        expect.arrayContaining(['exp-pastoral-designated-safeguarding-lead-practice']),
      ]);
    expect(found(ROLES as never, 'special needs coordinator')).toEqual(['role-senco']);
    expect(found(CAREER_STAGES as never, 'senior leadership team')).toContain('stage-senior-leader');
  });
});

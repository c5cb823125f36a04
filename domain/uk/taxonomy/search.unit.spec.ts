import { EXPERTISE_TAGS, expertiseGroup } from './expertise.js';
import { CAREER_STAGES, PHASES, ROLES, SETTINGS } from './lists.js';
import { finderOf } from './search.js';
import { wordsTypedFor } from './spoken.js';
import { spokenWords } from './spoken-words.js';
import { SUBJECTS } from './subjects.js';

const listed = <T extends { readonly id: string; readonly name: string }>(
  entries: readonly T[],
  groupOf: (entry: T) => string = () => '',
) => finderOf(entries, (entry) => ({ name: entry.name, synonyms: wordsTypedFor(entry), group: groupOf(entry) }));
const LISTS = {
  phase: listed(PHASES),
  subject: listed(SUBJECTS),
  setting: listed(SETTINGS),
  stage: listed(CAREER_STAGES),
  role: listed(ROLES),
  expertise: listed(EXPERTISE_TAGS, ({ group }) => expertiseGroup(group)?.name ?? ''),
};
const names = (list: keyof typeof LISTS, typed: string) => LISTS[list].find(typed).matches.map(({ name }) => name);

describe('words as teachers say them', () => {
  test.each([
    ['KS2', 'ks 2'],
    ['Key Stage 2', 'ks2'],
    ['Y7', 'Year 7'],
    ['yr 12', 'Y12'],
    ['R.E.', 're'],
    ['A-level', 'A levels'],
    ['6th form', 'Sixth-form'],
    ['post 16', '16+'],
    ['D & T', 'd and t'],
    ['Primary 4', 'P4'],
    ['Siân', 'sian'],
    ['Behavior', 'behaviour'],
    ['counseling center', 'Counselling centre'],
  ])('%s is %s', (one, other) => expect(spokenWords(one)).toEqual(spokenWords(other)));
});

describe('what people type finds what they mean first', () => {
  test.each([
    ['phase', 'KS2', 'Key stage 2'],
    ['phase', 'ks3', 'Key stage 3'],
    ['phase', 'key stage 4', 'Key stage 4'],
    ['phase', 'Y7', 'Key stage 3'],
    ['phase', 'year 12', 'Sixth form (key stage 5)'],
    ['phase', 'sixth form', 'Sixth form (key stage 5)'],
    ['phase', '6th', 'Sixth form (key stage 5)'],
    ['phase', 'A level', 'Sixth form (key stage 5)'],
    ['phase', 'GCSEs', 'Key stage 4'],
    ['phase', 'reception', 'Early years (EYFS)'],
    ['phase', 'S2', 'Broad general education, secondary'],
    ['subject', 'maths', 'Mathematics'],
    ['subject', 'math', 'Mathematics'],
    ['subject', 'RE', 'Religious education'],
    ['subject', 'R.S.', 'Religious education'],
    ['subject', 'PE', 'Physical education'],
    ['subject', 'PSHE', 'PSHE'],
    ['subject', 'D&T', 'Design and technology'],
    ['subject', 'food tech', 'Food technology'],
    ['subject', 'gàidhlig', 'Gaelic (Gàidhlig)'],
    ['setting', 'PRU', 'Alternative provision or pupil referral unit'],
    ['setting', 'AP', 'Alternative provision or pupil referral unit'],
    ['stage', 'ECT', 'Early career teacher, year 1 (ECT1)'],
    ['stage', 'NQT', 'Early career teacher, year 1 (ECT1)'],
    ['stage', 'probationer', 'Provisionally registered (probationer) teacher'],
    ['role', 'SENCo', 'SENCO (ALNCo in Wales; support for learning leader in Scotland; LSC in NI)'],
    ['role', 'TA', 'Teaching assistant'],
    ['role', 'head of year', 'Head of year or phase'],
    ['expertise', 'EAL', 'English as an additional language'],
    ['expertise', 'SENCo', 'SENCO and ALNCo leadership'],
    ['expertise', 'ADHD', 'ADHD'],
    ['expertise', 'phonics', 'Phonics and early reading'],
    ['expertise', 'cold calling', 'Questioning and dialogue'],
    ['expertise', 'pupil premium', 'Disadvantaged pupils'],
    ['expertise', 'DSL', 'Designated safeguarding lead practice'],
    ['expertise', 'ehcp', 'Plans and statutory processes'],
    ['expertise', 'master’s', 'Postgraduate study'],
    ['expertise', 'retrieval', 'Retrieval and spaced practice'],
  ] as const)('%s: %s', (list, typed, name) => expect(names(list, typed)[0]).toBe(name));

  test('a word that names many finds them all', () => {
    expect(names('phase', 'primary')).toEqual(expect.arrayContaining(['Key stage 1', 'Key stage 2', 'Primary (progression step 3)']));
    expect(names('phase', 'secondary')).toEqual(
      expect.arrayContaining(['Key stage 3', 'Key stage 4', 'Broad general education, secondary']),
    );
    expect(names('expertise', 'NPQ').length).toBeGreaterThan(8);
    expect(names('stage', 'ECT')).toContain('Early career teacher, year 2 (ECT2)');
  });

  test('the start of a word, small words left out, and every other word met', () => {
    expect(names('expertise', 'quest')).toContain('Questioning and dialogue');
    expect(names('expertise', 'working with the parents')[0]).toBe('Working with parents and carers');
    expect(names('expertise', 'retrieval zebra')).toEqual([]);
    expect(names('expertise', '  ')).toEqual([]);
  });

  test('entries that are met equally well stay in the order of the list, so that a list may put one nation first', () => {
    const welshFirst = listed([...PHASES.filter(({ nation }) => nation === 'wales'), ...PHASES.filter(({ nation }) => nation !== 'wales')]);
    expect(welshFirst.find('primary').matches[0]?.nation).toBe('wales');
    expect(LISTS.phase.find('primary').matches[0]?.nation).toBe('england');
    expect(welshFirst.find('Key stage 2').matches[0]?.nation).toBe('england');
  });
});

describe('where nothing matches', () => {
  test('what comes nearest is told, and there is always something', () => {
    const nearest = (typed: string) => LISTS.subject.find(typed).nearest.map(({ name }) => name);
    expect(nearest('mathz')).toContain('Mathematics');
    expect(nearest('history zebra')[0]).toBe('History');
    for (const typed of ['xyzzy', '王', '12345', '🎯 z']) expect([typed, nearest(typed).length > 0]).toEqual([typed, true]);
  });
});

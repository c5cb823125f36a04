import { assign } from '@alongside/ml/assignment/assign.js';
import { readCsv } from '../../imports/read-csv.js';
import { cohortProblem } from './cohort-problem.js';
import { knownOf, type Side } from './columns.js';
import { cohortIn } from './read-cohort.js';

const MENTEES = ['Name,Expertise wanted,Phase,Subjects,Career stage,School', 'Ben,Phonics and early reading,KS1,,ECT1,Elm'];
const MENTORS = ['Name,Expertise offered,Phase,Would like to help,School,Places', 'Asha,Phonics and early reading,KS1,ECT,Oak,2'];
const ASKED = { mode: 'total', first: 'pairs' } as const;

function listOf(lines: readonly string[], side: Side) {
  const read = readCsv(Buffer.from(lines.join('\n')), { known: (cells) => knownOf(cells, side) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const read = (mentees: readonly string[], mentors: readonly string[] = MENTORS) =>
  cohortIn({ mentees: listOf(mentees, 'mentees'), mentors: listOf(mentors, 'mentors') }, { mentees: 'a.csv', mentors: 'b.csv' });
const mentee = (heading: string, cell: string) => {
  const { mentees, faults, notes } = read([`Name,${heading}`, `Ben,"${cell}"`]);
  return { profile: mentees[0]?.profile, faults, notes };
};
/** Who may be matched with whom. */
const possible = (mentees: readonly string[], mentors: readonly string[]) => {
  const { problem } = cohortProblem(read(mentees, mentors), ASKED);
  const { scores } = problem;
  if (scores.form !== 'triples') throw new Error('Scores of two lists are triples.');
  return [...scores.values].map((_, at) => `${problem.mentees[scores.mentees[at]!]?.id} ${problem.mentors[scores.mentors[at]!]?.id}`);
};

describe('two lists of people', () => {
  test('say of who has no mentor what keeps them from each', () => {
    const { problem, asListed } = cohortProblem(
      read(['Name,Line manager,Must have,School', 'Ben,Asha,,Elm', 'Cy,,another school,Oak']),
      ASKED,
    );
    const answer = assign(problem);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.unmatched.map(asListed).map(({ reason }) => reason)).toEqual([
      'Needs 1, and 0 of 1 mentor can be theirs: 1 is to be kept apart from them.',
      'Needs 1, and 0 of 1 mentor can be theirs: 1 does not meet what they must have.',
    ]);
  });

  test('say the same person as that, and no more than there is to say', () => {
    const reasonOf = (mentees: readonly string[], mentors: readonly string[]) => {
      const { problem, asListed } = cohortProblem(read(mentees, mentors), ASKED);
      const answer = assign(problem);
      return answer.ok ? answer.value.unmatched.map(asListed)[0]?.reason : answer.error.message;
    };
    expect(reasonOf(['Name,Email', 'Ben,a@x.example'], ['Name,Email,Places', 'Ben Ray,a@x.example,1'])).toBe(
      'Needs 1, and 0 of 1 mentor can be theirs: 1 is the same person.',
    );
    expect(reasonOf(['Name,Mentors needed', 'Ben,2'], ['Name,Places', 'Asha,1'])).toBe('Needs 2, and 1 of 1 mentor can be theirs.');
  });

  test('name the column of a cell that cannot be read, also the second that keeps two apart', () => {
    expect(read(['Name,Line manager,Induction tutor', 'Ben,Asha,"= , ,"']).faults.join()).toContain('row 2, Induction tutor: ');
  });

  test('are read by the headings that a coordinator writes', () => {
    const { mentees, mentors, faults, notes } = read(MENTEES, MENTORS);
    expect({ faults, notes }).toEqual({ faults: [], notes: [] });
    expect(mentees[0]).toMatchObject({
      needs: 1,
      profile: {
        person: 'Ben',
        aims: [{ tag: 'exp-literacy-numeracy-phonics-and-early-reading', from: 2, to: 3 }],
        phases: ['ph-ks1'],
        careerStage: 'stage-ect1',
        workplaces: [{ institution: 'elm', name: 'Elm' }],
      },
    });
    expect(mentors[0]).toMatchObject({
      min: 0,
      profile: {
        places: 2,
        helps: ['stage-ect1', 'stage-ect2'],
        expertise: [{ tag: 'exp-literacy-numeracy-phonics-and-early-reading', level: 4 }],
      },
    });
  });

  test('become an assignment with why each pair is one', () => {
    const { problem, reasonsOf } = cohortProblem(read(MENTEES, MENTORS), ASKED);
    const answer = assign(problem);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value).toMatchObject({ pairs: [['Ben', 'Asha']], optimal: true });
    const [why] = reasonsOf(answer.value.pairs);
    expect(why?.score).toBeCloseTo(answer.value.total, 12);
    expect(why?.forMentee[0]?.text).toBe(
      'Asha offers phonics and early reading, your first focus area, and is one level above your target level.',
    );
    expect(why?.forCoordinator.map(({ text }) => text)).toContain('Both work in key stage 1.');
  });

  test.each([
    ['Expertise wanted', 'Phonics and early reading (4)', { aims: [{ from: 3, to: 4 }] }],
    ['Focus areas', 'Phonics and early reading (1 to 4); Equality, diversity and inclusion leadership', { aims: [{ from: 1, to: 4 }, {}] }],
    // A name of so many words that nobody types it, with a comma.
    ['Settings', 'Inclusion base, resourced provision or unit in a mainstream school', { settings: ['set-inclusion-base'] }],
    ['Subjects', 'Ma, Geography', { subjects: ['sub-mathematics', 'sub-geography'] }],
    ['Must have', 'Not at my school; online only', { mustHaves: ['other-school', 'online'] }],
    [
      'Availability',
      'Tue 15.30 to 17:00',
      { availability: { format: 'either', slots: [{ weekday: 'tuesday', from: '15:30', to: '17:00' }] } },
    ],
    ['Meets', 'In person', { availability: { format: 'in-person', slots: [] } }],
    ['Nation', 'Wales', { workplaces: [] }],
  ])('say in “%s”: %s', (heading, cell, profile) => {
    expect(mentee(heading, cell)).toMatchObject({ profile, faults: [], notes: [] });
  });

  test.each([
    [
      'Expertise wanted',
      'Phonics and early reading; Juggling',
      'a.csv, row 2, Expertise wanted: We do not know “Juggling”. We leave it out.',
    ],
    [
      'Career stage',
      'ECT',
      'a.csv, row 2, Career stage: “ECT” may mean Early career teacher, year 1 (ECT1) or Early career teacher, year 2 (ECT2). Write one of them. We leave it out.',
    ],
    ['Shoe size', '42', 'a.csv, we do not know the column “Shoe size”. We leave it out.'],
  ])('tell what is not known in “%s”', (heading, cell, note) => {
    expect(mentee(heading, cell)).toMatchObject({ faults: [], notes: [note] });
  });

  test.each([
    ['Name,Needs', 'Ben,two', 'a.csv, row 3, Needs: “two” is not a whole number from 1 to 9,999.'],
    ['Name,School', ',Elm', 'a.csv, row 3: it has no name and no ID.'],
    ['Name,School', 'Ann,Elm', 'a.csv, row 3: “Ann” is also row 2. Give each person an ID of their own.'],
    ['Name,Phase', '=A1,KS1', 'a.csv, row 3, Name: “=A1” is a formula, and we do not work it out.'],
    ['Name,Not with', 'Ben,Nora', 'a.csv, row 3, Not with: “Nora” is not among the mentors. Correct it, or leave it out.'],
    ['Name,Must have', 'Ben,A beard', 'a.csv, row 3, Must have: We do not know “A beard”. Correct it, or leave it out.'],
    ['Name,Must have', 'Ben,=A1', 'a.csv, row 3, Must have: “=A1” is a formula, and we do not work it out. Correct it, or leave it out.'],
    ['Name,Line manager', 'Ben,#N/A', 'a.csv, row 3, Line manager: “#N/A” is an error of the spreadsheet. Correct it, or leave it out.'],
    [
      'Name,Line manager',
      'Ben,Asha; =A1',
      'a.csv, row 3, Line manager: “=A1” is a formula, and we do not work it out. Correct it, or leave it out.',
    ],
    ['Name,Not with', 'Ben,=A1', 'a.csv, row 3, Not with: “=A1” is a formula, and we do not work it out. Correct it, or leave it out.'],
  ])('name a broken line by its number: %s, %s', (headings, line, fault) => {
    expect(read([headings, 'Ann,', line]).faults).toEqual([fault]);
  });

  test('without names are none', () => {
    expect(read(['Phase,School', 'KS1,Elm']).faults[0]).toBe('a.csv, no column has names or IDs. Call one of them “Name” or “ID”.');
  });

  test('leave out who may not be matched', () => {
    const mentors = [
      'ID,First name,Last name,Email,School,Trust,Places,Not with',
      '1,Asha,Rahman,asha@elm.example,Elm,Tall,1,',
      '2,Marcus,Bell,,Oak,Tall,1,Cy',
      '3,Priya,Nair,,Fir,,0,',
      '4,Dee,Adeyemi,,Oak,Tall,1,',
    ];
    const both = ['Name,Line manager,Induction tutor,Not with,Exclude', 'Ben,Someone Else,Asha,,', 'Cy,,,Someone Else,Asha'];
    expect(possible(both, MENTORS)).toEqual([]);
    expect(read(both).notes.join(' ')).not.toContain('Induction tutor');
    expect(possible(['Name,Line manager,School', 'Ben,ASHA@elm.example,Elm', 'Cy,"Rahman, Asha",Elm'], mentors)).toEqual([
      'Ben 2',
      'Ben 4',
      'Cy 4',
    ]);
    expect(possible(['Name,Not with,School,Trust,Must have', 'Ben,Marcus Bell,Elm,Tall,another school; same trust'], mentors)).toEqual([
      'Ben 4',
    ]);
  });

  test('pair nobody with themselves, where the other list has an address beside their name', () => {
    const mentors = ['Email,Name,School', 'ben@elm.example,Ben Okafor,Elm', 'asha@oak.example,Asha Rahman,Oak'];
    expect(possible(['Name,School', 'Ben Okafor,Elm'], mentors)).toEqual(['Ben Okafor asha@oak.example']);
    // Of two who are called so it is not known which, if any.
    expect(possible(['Name,School', 'Ben Okafor,Elm'], [...mentors, 'ben@fir.example,Ben Okafor,Fir'])).toHaveLength(3);
  });
});

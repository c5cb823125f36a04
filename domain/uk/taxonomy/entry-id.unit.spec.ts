import { aggregates } from '../../protocol/registry.js';
import { STATEMENTS } from '../frameworks/statements.js';
import { entryId } from './entry-id.js';
import { EXPERTISE_TAGS } from './expertise.js';

const TYPED = 'Jo is off sick';
const of = { person: 'ben', mentorship: 'm1' };
const written = { ...of, reflection: 'x1', meeting: null, prompt: null, title: 'A title', text: 'A text', statements: [] };
const goal = {
  mentorship: 'm1',
  goal: 'g1',
  description: { title: 'A goal', why: '', success: '' },
  tag: null,
  statements: [],
  due: null,
  steps: [],
};
const asked = { mentor: 'asha', mentee: 'ben', request: 'r1', note: 'A note', aims: [], times: [], reserves: [] };

describe('ids of entries', () => {
  test('are those of every focus area and statement', () => {
    expect([...EXPERTISE_TAGS, ...STATEMENTS].filter(({ id }) => !entryId.safeParse(id).success)).toEqual([]);
  });

  test.each([
    ['caseload', 'RequestMentoring', asked, { aims: [TYPED] }],
    ['caseload', 'RequestMentoring', asked, { aims: ['exp-one\nexp-two'] }],
    ['goals', 'AgreeGoal', goal, { tag: TYPED }],
    ['goals', 'AgreeGoal', goal, { statements: [TYPED] }],
    ['growth', 'WriteReflection', written, { prompt: TYPED }],
    ['growth', 'WriteReflection', written, { statements: [TYPED] }],
    ['growth', 'RateSkill', { ...of, tag: 'exp-classroom', level: 2, when: 'before' }, { tag: TYPED }],
  ] as const)('[R9] in %s, %s takes no free text in their place', (category, type, data, change) => {
    const schema = (aggregates[category].commands as Readonly<Record<string, { safeParse(data: unknown): { success: boolean } }>>)[type];
    expect([schema?.safeParse(data).success, schema?.safeParse({ ...data, ...change }).success]).toEqual([true, false]);
  });
});

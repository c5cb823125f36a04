import type { Act } from './acts.js';
import { setWords } from './set-words.js';

const act = (type: string): Act => ({ type, data: {} });
const refusedWith = (code: string) => ({ outcome: 'rejected', commandId: 'c', code, message: 'No.' }) as never;

describe('what a row says of its person', () => {
  const row = { describe: act('DescribeProfile'), rename: act('RenamePerson'), correct: act('CorrectFirstDay') };
  const set = async (answers: Readonly<Record<string, string>>, of: typeof row | { [Word in keyof typeof row]: Act | undefined } = row) => {
    const given: string[] = [];
    const said = await setWords(of, async ({ type }) => {
      given.push(type);
      return answers[type] ? refusedWith(answers[type]) : undefined;
    });
    return { given, ...said };
  };

  test('is set, and nothing else', async () => {
    expect(await set({})).toEqual({ given: ['DescribeProfile', 'RenamePerson', 'CorrectFirstDay'], changed: true, kept: [] });
    expect(await set({}, { describe: undefined, rename: undefined, correct: undefined })).toEqual({ given: [], changed: false, kept: [] });
  });

  test('stays where it was changed at that moment, and the rest is set', async () => {
    expect(await set({ RenamePerson: 'PERSON.CHANGED_SINCE' })).toMatchObject({ changed: true, kept: ['name'] });
    const all = { DescribeProfile: 'PERSON.CHANGED_SINCE', RenamePerson: 'PERSON.CHANGED_SINCE', CorrectFirstDay: 'MEMBER.CHANGED_SINCE' };
    expect(await set(all)).toMatchObject({ changed: false, kept: ['job', 'name', 'start'] });
  });

  test('is refused with the first reason that the rules give', async () => {
    const why = { RenamePerson: 'PERSON.ERASED', CorrectFirstDay: 'MEMBER.NOT_A_MEMBER' };
    expect(await set(why)).toMatchObject({ changed: true, kept: [], why: { code: 'PERSON.ERASED' } });
  });
});

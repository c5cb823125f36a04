import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import type { act, createAct } from '../app/act.js';
import type { createSending, dispatch } from './index.js';

type Fits<One, Other> = [One] extends [Other] ? true : false;
/** What each way to say something takes as a type. */
type Ways = [
  Parameters<typeof dispatch>[0],
  Parameters<typeof act>[0],
  Parameters<ReturnType<typeof createSending>['send']>[0],
  Parameters<ReturnType<typeof createAct>['run']>[0],
];

/** Held by the compiler: where one of these is no longer so, this file does not compile. */
describe('what a screen sends', () => {
  test('is one of the commands that there are, whichever way it is said', () => {
    const every: Fits<Ways[number], CommandType> & Fits<CommandType, Ways[number]> = true;
    const misspelt: Fits<'AgreeGaol', CommandType> = false;
    expect([every, misspelt]).toEqual([true, false]);
  });

  test('has the fields of its command, with the ids and days that a screen has as text', () => {
    const whole: Fits<{ mentorship: string; goal: string; evidence: string }, DataOf<'AchieveGoal'>> = true;
    const lacksOne: Fits<{ mentorship: string; evidence: string }, DataOf<'AchieveGoal'>> = false;
    const misspelt: Fits<{ mentorship: string; gaol: string; evidence: string }, DataOf<'AchieveGoal'>> = false;
    const ofAnother: Fits<{ meeting: string; took: 'yes'; minutes: number }, DataOf<'RecordAttendance'>> = false;
    expect([whole, lacksOne, misspelt, ofAnother]).toEqual([true, false, false, false]);
  });
});

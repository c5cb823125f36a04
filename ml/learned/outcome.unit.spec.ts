import type { Day } from '@alongside/domain/kernel/brand.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { after, historyFrom } from './history.js';
import { outcomeOf } from './outcome.js';

const STARTED = '2026-01-05' as Day;
const day = (after: number): Day => addDays(STARTED, after);
// Plain text stands for branded ids.
const happened = (type: AnyEvent['type'], data: object) => ({ type, data }) as unknown as AnyEvent;
const met = (meeting: string, on: number) => ({ on, event: happened('MeetingClosed', { meeting, took: true, on: day(on) }) });
const THREE = [met('a', 7), met('b', 21), met('c', 35)];
type Told = { readonly on: number; readonly event: AnyEvent };
const completed = (on: number): Told => ({ on, event: happened('MentorshipCompleted', {}) });
const ended = (on: number, because?: string): Told => ({ on, event: happened('MentorshipEnded', { because }) });
const fits = (by: string, answer: string): Told => ({ on: 10, event: happened('FitChecked', { by, answer }) });

const outcome = (told: readonly Told[], today = 200) =>
  outcomeOf(
    told.reduce((history, { on, event }) => after(history, event, day(on)), historyFrom(STARTED)),
    day(today),
  );

describe('how well a mentorship went', () => {
  test('is not known before a term, while it goes on', () => {
    expect(outcome(THREE, 83)).toBeUndefined();
    expect(outcome(THREE, 84)).toMatchObject({ lasted: true });
    expect(outcome([met('a', 7)], 84)).toMatchObject({ lasted: false });
  });

  test('it lasted with three meetings and a term, or three meetings and an agreed end', () => {
    expect(outcome([...THREE, ended(90)])?.lasted).toBe(true);
    expect(outcome([...THREE, completed(40)])?.lasted).toBe(true);
    expect(outcome([...THREE, ended(40)])?.lasted).toBe(false);
    expect(outcome([met('a', 7), met('b', 21), completed(90)])?.lasted).toBe(false);
  });

  test('a mentor who left the school before a term says nothing of the two', () => {
    const left = { on: 30, event: happened('HandoverNeeded', { ends: true }) };
    expect(outcome([...THREE, ended(40, 'mentor-left')])).toBeUndefined();
    expect(outcome([...THREE, left, ended(30)])).toBeUndefined();
    expect(outcome([...THREE, ended(90, 'mentor-left')])?.lasted).toBe(true);
  });

  test('what lasted is worth more than anything that did not', () => {
    const good = ['asha', 'ben'].map((by) => fits(by, 'good'));
    const bad = ['asha', 'ben'].map((by) => fits(by, 'not-good'));
    const best = outcome([...THREE, met('d', 40), met('e', 50), met('f', 60), ...good, ended(70)])?.outcome ?? 1;
    const worst = outcome([...THREE, ...bad, ended(84)])?.outcome ?? 0;
    expect(best).toBeLessThan(0.5);
    expect(worst).toBeGreaterThanOrEqual(0.5);
  });

  const goal = { on: 8, event: happened('GoalAgreed', {}) };
  test.each([
    ['a fit that both felt', [fits('asha', 'good'), fits('ben', 'good')], [fits('asha', 'not-good'), fits('ben', 'good')]],
    ['a goal achieved', [goal, { on: 60, event: happened('GoalAchieved', {}) }], [goal]],
    ['steps taken', [goal, { on: 60, event: happened('ProgressRecorded', {}) }], [goal]],
    ['feedback', [{ on: 60, event: happened('FeedbackGiven', { from: 'asha' }) }], []],
    ['a wish to go on', [{ on: 60, event: happened('AgreementReviewed', {}) }], []],
    ['more meetings', [met('d', 60)], []],
  ])('%s makes it better', (_what, better, worse) => {
    const [one, other] = [better, worse].map((told) => outcome([...THREE, ...told, ended(100)])?.outcome ?? NaN);
    expect(one).toBeGreaterThan(other ?? NaN);
  });

  test('an answer that it is too early counts as none, and the last answer of each counts', () => {
    const of = (...told: Told[]) => outcome([...THREE, ...told, ended(100)])?.outcome;
    expect(of(fits('asha', 'too-early'))).toBe(of());
    expect(of(fits('asha', 'not-good'), fits('asha', 'good'))).toBe(of(fits('asha', 'good')));
  });

  test('a record that was of the same meeting counts once', () => {
    const aside = { on: 22, event: happened('RecordSetAside', { meeting: 'b', said: ['asha'], same: true }) };
    expect(outcome([...THREE, aside, ended(100)])?.lasted).toBe(false);
  });
});

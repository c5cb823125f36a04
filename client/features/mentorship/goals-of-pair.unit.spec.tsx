import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { dialog, open, press, sent } from './testing.js';

afterEach(() => replica().close());

describe('the day of a goal', () => {
  const goal = {
    ...{ goal: 'g', mentee: 'ben', description: { title: 'Calm starts', why: '', success: '' }, tag: null, statements: [], steps: [] },
    ...{ due: '2026-02-06', status: 'open', agreedAt: '2026-01-05T09:00:00.000Z', carriedOnAt: null, achieved: null },
  };

  test('is changed from its card, though it has passed', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, {}, [['goal', 'g', goal]]);
    fireEvent.click(await screen.findByRole('button', { name: 'More for Calm starts' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Change day' }));
    const day = await screen.findByLabelText<HTMLInputElement>(/^Achieve by/);
    expect(day.value).toBe('2026-02-06');
    fireEvent.input(day, { target: { value: '2099-06-05' } });
    press('Save day');
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'ChangeGoalDay', mentorship, goal: 'g', due: '2099-06-05' }]));
  });
});

describe('a goal', () => {
  const goal = {
    ...{ goal: 'g', mentee: 'ben', tag: null, statements: [], due: null, status: 'open', agreedAt: '2026-03-02T09:00:00.000Z' },
    ...{ description: { title: 'A calm start', why: '', success: '' }, achieved: null },
    steps: [
      { step: 't1', title: 'Watch one', done: { by: 'ben', note: 'She waits.', at: '2026-03-03T09:00:00.000Z' } },
      { step: 't2', title: 'Plan one', done: null },
    ],
  };

  test('is agreed with its steps; empty lines are no steps', async () => {
    const hub = smallHub();
    const mentorship = await open(hub);
    fireEvent.click(await screen.findByRole('button', { name: 'Agree a goal' }));
    const form = await dialog();
    fireEvent.input(await form.findByLabelText('Goal'), { target: { value: 'A calm start' } });
    fireEvent.input(form.getByLabelText('Step 1'), { target: { value: 'Watch one' } });
    fireEvent.click(form.getByRole('button', { name: 'Agree goal' }));
    await waitFor(() => expect(sent(hub)).toHaveLength(1));
    expect(sent(hub)[0]).toMatchObject({
      ...{ type: 'AgreeGoal', mentorship, due: null, description: { title: 'A calm start', why: '', success: '' } },
      steps: [{ title: 'Watch one' }],
    });
  });

  test('moves on by its next step, with a note', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, {}, [['goal', 'g', goal]]);
    fireEvent.click(await screen.findByRole('button', { name: 'Mark step as done' }));
    fireEvent.input(await screen.findByLabelText(/What did you notice/), { target: { value: 'Shorter than I thought.' } });
    press('Mark step as done');
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'RecordProgress', mentorship, goal: 'g', step: 't2', note: 'Shorter than I thought.' }]),
    );
  });

  const walked = { ...goal, steps: goal.steps.map((step) => ({ ...step, done: { by: 'ben', note: '', at: '2026-03-05T09:00:00.000Z' } })) };

  test('with every step done asks to be marked as reached, and one press does it', async () => {
    const achieved = { by: 'ben', evidence: '', at: '2026-03-06T09:00:00.000Z' };
    const hub = smallHub(({ type }, self) => {
      if (type === 'AchieveGoal') self.put('goal', 'g', { ...walked, mentorship, status: 'achieved', achieved });
      return undefined;
    });
    const mentorship = await open(hub, {}, [['goal', 'g', walked]]);
    expect(await screen.findByText('Every step is done. Have you achieved this goal?')).toBeTruthy();
    press('Mark as achieved');
    expect(await screen.findByText('on 6 March 2026')).toBeTruthy();
    expect(sent(hub)).toEqual([{ type: 'AchieveGoal', mentorship, goal: 'g', evidence: '' }]);
    expect(screen.queryByText('Every step is done. Have you achieved this goal?')).toBeNull();
  });

  test('that is to be reached can say first what shows it, and what was half-written is not left out', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, {}, [['goal', 'half-written', { ...walked, goal: 'half-written' }]]);
    fireEvent.click(await screen.findByRole('button', { name: 'Add evidence' }));
    fireEvent.input(await screen.findByLabelText(/How do you know/), { target: { value: 'Settled by ten past.' } });
    press('Cancel');
    press('Mark as achieved');
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/How do you know/)).value).toBe('Settled by ten past.');
    expect(sent(hub)).toEqual([]);
    press('Mark as achieved');
    await waitFor(() =>
      expect(sent(hub)).toEqual([{ type: 'AchieveGoal', mentorship, goal: 'half-written', evidence: 'Settled by ten past.' }]),
    );
  });

  test('of a mentorship that is over is worked on no more', async () => {
    await open(smallHub(), { status: 'completed', endedAt: '2026-07-17T09:00:00.000Z' }, [['goal', 'g', goal]]);
    expect(await screen.findByText('A calm start')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mark step as done' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Agree a goal' })).toBeNull();
  });
});

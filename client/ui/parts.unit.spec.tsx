import { jest } from '@jest/globals';
import { createSignal } from 'solid-js';
import { fireEvent, render, screen, within } from '@solidjs/testing-library';
import { Button } from './button.js';
import { Slider, Slots } from './choice.js';
import { Dialog, Unsent } from './dialog.js';
import { Figures } from './data.js';
import { DueDate, Notice, SaveState } from './feedback.js';
import { TextArea, TextField } from './field.js';
import { Menu } from './menu.js';
import { Path } from './path.js';
import { Scrubber } from './scrubber.js';
import { say, sayRefused, ToastRegion } from './toast.js';

describe('buttons', () => {
  test('a pending button keeps its words and ignores presses, without losing the focus', () => {
    const press = jest.fn();
    render(() => (
      <Button pending onPress={press}>
        Ask Asha
      </Button>
    ));
    const button = screen.getByRole('button', { name: 'Ask Asha' });
    button.focus();
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect([document.activeElement, button.getAttribute('aria-busy'), button.hasAttribute('disabled')]).toEqual([button, 'true', false]);
  });

  test('a pending submit button does not send the form again', () => {
    const submit = jest.fn((event: Event) => event.preventDefault());
    render(() => (
      <form onSubmit={submit}>
        <Button type="submit" pending>
          Send
        </Button>
      </form>
    ));
    fireEvent.click(screen.getByRole('button'));
    expect(submit).not.toHaveBeenCalled();
  });
});

describe('dialogs', () => {
  test('say where what was pressed is while the hub is out of reach: the bar that says so lies behind them', () => {
    const [unsent, setUnsent] = createSignal('');
    render(() => (
      <Unsent.Provider value={unsent}>
        <Dialog open title="Pause your mentorship" onClose={() => undefined}>
          <Button pending>Pause</Button>
        </Dialog>
      </Unsent.Provider>
    ));
    const told = () => within(screen.getByRole('dialog')).getByRole('status').textContent;
    expect(told()).toBe('');
    setUnsent('Not saved: no connection');
    expect(told()).toMatch(/^Not saved: no connection\. .* even if you close this box\. Keep the page open until they are sent\.$/);
    setUnsent('');
    expect(told()).toBe('');
  });
});

describe('fields', () => {
  test('the label names the control, and the error is heard before the hint', () => {
    render(() => (
      <TextField label="Your e-mail address" hint="At work." error="It has an @ in it." value="asha" onInput={() => undefined} />
    ));
    const input = screen.getByLabelText('Your e-mail address');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Check: It has an @ in it.', 'At work.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('a field without words beside its label describes itself with nothing', () => {
    render(() => <TextField label="Name" value="" onInput={() => undefined} />);
    expect(screen.getByLabelText('Name').hasAttribute('aria-describedby')).toBe(false);
  });

  test('a limited text counts down only near its end, and says so aloud once the typing rests', () => {
    jest.useFakeTimers();
    const [text, setText] = createSignal('short');
    render(() => <TextArea label="Note" limit={20} value={text()} onInput={setText} />);
    const aloud = () => screen.getByRole('status').textContent;
    const type = (length: number) => fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'x'.repeat(length) } });
    expect([screen.queryByText(/characters/), aloud()]).toEqual([null, '']);
    for (const length of [18, 19, 18]) {
      type(length);
      jest.advanceTimersByTime(300);
      expect(aloud()).toBe('');
    }
    expect(screen.getByText('2 characters left').getAttribute('aria-hidden')).toBe('true');
    jest.advanceTimersByTime(1_000);
    expect(aloud()).toBe('2 characters left');
    type(23);
    jest.advanceTimersByTime(1_000);
    expect(aloud()).toBe('3 characters too many');
    jest.useRealTimers();
  });

  test('a code may be pasted as the letter shows it: nothing cuts it, and its digits are what is taken', () => {
    const taken = jest.fn();
    render(() => <TextField label="The six digits" kind="code" value="" onInput={taken} />);
    const input = screen.getByLabelText<HTMLInputElement>('The six digits');
    expect(input.maxLength).toBe(-1);
    fireEvent.input(input, { target: { value: '123 456' } });
    expect([taken.mock.calls, input.value]).toEqual([[['123456']], '123456']);
    fireEvent.input(input, { target: { value: '123456 7' } });
    expect([taken.mock.lastCall, input.value]).toEqual([['123456'], '123456']);
  });

  test('slots are one group of radio buttons', () => {
    const [value, setValue] = createSignal<'a' | 'b'>('a');
    render(() => (
      <Slots
        label="Times"
        value={value()}
        onChange={setValue}
        choices={[
          { value: 'a', label: 'Tuesday' },
          { value: 'b', label: 'Thursday' },
        ]}
      />
    ));
    const group = screen.getByRole('group', { name: 'Times' });
    fireEvent.click(within(group).getByLabelText('Thursday'));
    expect(value()).toBe('b');
    expect((within(group).getByLabelText('Tuesday') as HTMLInputElement).checked).toBe(false);
  });

  test('a slider says its value in words', () => {
    render(() => (
      <Slider label="Knows my subject" value={70} say={(value) => (value > 50 ? 'a great deal' : 'hardly')} onInput={() => undefined} />
    ));
    expect(screen.getByLabelText('Knows my subject').getAttribute('aria-valuetext')).toBe('a great deal');
  });
});

describe('the menu', () => {
  const open = () => {
    const pause = jest.fn();
    render(() => (
      <Menu
        label="More"
        trigger="…"
        entries={[
          { kind: 'do', label: 'Pause', onPress: pause },
          { kind: 'do', label: 'Not now', disabled: true, onPress: pause },
          { kind: 'rule' },
          { kind: 'do', label: 'End it', danger: true, onPress: pause },
        ]}
      />
    ));
    const trigger = screen.getByRole('button', { name: 'More' });
    trigger.focus();
    return { pause, trigger };
  };

  test('arrows open it and go round what can be pressed; Escape gives the focus back', () => {
    const { trigger } = open();
    fireEvent.keyDown(trigger, { key: 'ArrowDown' });
    expect([trigger.getAttribute('aria-expanded'), document.activeElement?.textContent]).toEqual(['true', 'Pause']);
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('End it');
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Pause');
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    expect([screen.queryByText('Pause'), document.activeElement]).toEqual([null, trigger]);
  });

  test.each([
    ['stays where its button ends', 40, ''],
    ['is moved into the window where it would begin outside of it', -156, '-168px'],
  ])('its list %s', async (_, left, right) => {
    const place = jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ left } as DOMRect);
    const { trigger } = open();
    fireEvent.click(trigger);
    await Promise.resolve();
    expect(screen.getByText('Pause').closest<HTMLElement>('.menu')?.style.right).toBe(right);
    place.mockRestore();
  });

  test('a press does it, closes it and gives the focus back; a press elsewhere only closes it', () => {
    const { pause, trigger } = open();
    fireEvent.click(trigger);
    fireEvent.click(screen.getByText('Pause'));
    expect([pause.mock.calls.length, screen.queryByText('Pause'), document.activeElement]).toEqual([1, null, trigger]);
    fireEvent.click(trigger);
    fireEvent.pointerDown(document.body);
    expect([pause.mock.calls.length, screen.queryByText('Pause')]).toEqual([1, null]);
  });
});

describe('what is shown', () => {
  test('a path says which steps are done, which is next and which are to come', () => {
    const steps = ['Watch', 'Try', 'Show'].map((title, index) => ({ title, done: index === 0 }));
    render(() => <Path title="Calm starts" steps={steps.map((step) => ({ ...step }))} />);
    expect(
      within(screen.getByRole('list'))
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Watch: done', 'Try: next', 'Show: to come']);
    expect([screen.getByText('1 of 3 steps'), screen.getByText('Next: Try')].every(Boolean)).toBe(true);
    expect(document.querySelectorAll('.path__step--next')).toHaveLength(1);
  });

  test('a withheld figure shows no number and says why', () => {
    render(() => <Figures of={[{ value: undefined, label: 'ended early' }]} />);
    expect(screen.getByRole('definition').textContent).toBe('–');
    expect(screen.getByRole('term').textContent).toBe('ended early: hidden, to protect small groups');
  });

  test('a day that is near presses, and one that has passed is plain about it', () => {
    render(() => (
      <>
        <DueDate day="2026-03-07" today="2026-03-06" />
        <DueDate day="2026-03-02" today="2026-03-06" />
      </>
    ));
    expect([...document.querySelectorAll('time')].map((time) => [time.textContent, time.className])).toEqual([
      ['by tomorrow', 'due due--soon'],
      ['was due on Monday 2 March', 'due due--past'],
    ]);
  });

  test('the state of saving is in words with its reason, and rejected changes can be opened', () => {
    const look = jest.fn();
    render(() => (
      <>
        <SaveState status="here" />
        <SaveState status="refused" reason="Check the marked fields and try again." onPress={look} />
      </>
    ));
    expect(screen.getByText('Not saved: no connection')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Not saved ?: Check the marked fields and try again.$/ }));
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('a refusal is announced at once, other notices are not', () => {
    render(() => (
      <>
        <Notice>Quiet</Notice>
        <Notice kind="refusal">Asha has no place left.</Notice>
      </>
    ));
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['Asha has no place left.']);
  });

  test('good news goes by itself; a refusal stays until it is put away', () => {
    jest.useFakeTimers();
    try {
      render(() => <ToastRegion />);
      say('Saved.');
      sayRefused('That was answered.');
      expect(screen.getAllByRole('listitem')).toHaveLength(2);
      jest.advanceTimersByTime(60_000);
      expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['That was answered.']);
      fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
      expect(screen.queryAllByRole('listitem')).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('the scrubber', () => {
  test('keys move by a week, buttons do the same, and neither leaves the timeline', () => {
    const [day, setDay] = createSignal('2026-03-06');
    render(() => (
      <Scrubber
        label="The day"
        from="2026-03-01"
        to="2026-03-15"
        value={day()}
        onInput={setDay}
        ticks={[{ day: '2026-03-02', count: 3 }]}
        bands={[]}
      />
    ));
    const range = screen.getByLabelText('The day');
    expect(range.getAttribute('aria-valuetext')).toBe('6 March 2026');
    fireEvent.keyDown(range, { key: 'PageUp' });
    expect(day()).toBe('2026-03-13');
    fireEvent.click(screen.getByRole('button', { name: 'Next week' }));
    expect(day()).toBe('2026-03-15');
    fireEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    expect(day()).toBe('2026-03-08');
    fireEvent.input(range, { target: { value: '0' } });
    expect(day()).toBe('2026-03-01');
  });
});

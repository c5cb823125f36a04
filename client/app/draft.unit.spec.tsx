import { createRoot } from 'solid-js';
import { dispatch, replica, startReplica } from '../replica/index.js';
import { REQUESTED } from '../replica/testing/replica.fixture.js';
import { settle, smallHub, type SmallHub } from '../replica/testing/small-hub.js';
import { createDraft, createFormDraft, createTextDraft, halfWritten } from './draft.js';
import { guardLeaving } from './guard-leaving.js';

let ends: (() => void)[] = [];
/** Something that a screen would hold, until it is left. */
const held = <T,>(make: () => T): T =>
  createRoot((dispose) => {
    ends.push(dispose);
    return make();
  });
const leave = () => {
  for (const end of ends) end();
  ends = [];
};

async function start(): Promise<SmallHub> {
  const hub = smallHub();
  await startReplica(hub.transport).refresh();
  return hub;
}
const note = () => held(() => createTextDraft(() => 'note'));
/** Whether the browser would ask before it closes the tab. */
const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(async () => {
  leave();
  await replica().signOut();
  replica().close();
});

describe('what is half-written', () => {
  test('is there again for whoever leaves and comes back', async () => {
    await start();
    note().set('I would like');
    leave();
    expect(note().value()).toBe('I would like');
  });

  test('outlives a session that ran out, for the same person', async () => {
    const hub = await start();
    note().set('I would like');
    hub.endSession();
    await replica().refresh();
    leave();
    await replica().signInAs('ben');
    expect(note().value()).toBe('I would like');
  });

  test('is gone for the next person, and after a sign-out for everybody', async () => {
    const hub = await start();
    note().set('I would like');
    hub.endSession();
    await replica().refresh();
    await replica().signInAs('asha');
    expect([note().value(), halfWritten()]).toEqual(['', false]);
    note().set('Mine');
    await replica().signOut();
    expect(halfWritten()).toBe(false);
    await replica().signInAs('asha');
    expect(note().value()).toBe('');
  });

  test('is nothing any more once it is what it started from', async () => {
    await start();
    const draft = held(() =>
      createDraft(
        () => 'place',
        () => ({ place: 'Room 12' }),
      ),
    );
    draft.set({ place: 'Room' });
    expect(draft.typed()).toBe(true);
    draft.set({ place: 'Room 12' });
    expect([draft.typed(), halfWritten()]).toEqual([false, false]);
  });

  test('of a form changes field by field', async () => {
    await start();
    const form = held(() => createFormDraft(() => 'form', { name: 'Ben', job: '' }));
    const [name] = form.field('name');
    const [job, setJob] = form.field('job');
    setJob('Teacher');
    expect([name(), job(), form.value()]).toEqual(['Ben', 'Teacher', { name: 'Ben', job: 'Teacher' }]);
    form.drop();
    expect([job(), form.typed()]).toEqual(['', false]);
  });
});

describe('what was sent and is not answered yet', () => {
  test('leaves the form empty, and is there again where it is refused', async () => {
    await start();
    const draft = note();
    draft.set('I would like');
    const sent = draft.aside();
    expect([draft.value(), draft.typed(), halfWritten()]).toEqual(['', false, false]);
    sent(false);
    expect([draft.value(), halfWritten()]).toEqual(['I would like', true]);
  });

  test('does not write over what was typed since', async () => {
    await start();
    const draft = note();
    draft.set('I would like');
    const sent = draft.aside();
    draft.set('Another');
    sent(false);
    expect(draft.value()).toBe('Another');
  });

  test('is back without what was dealt with meanwhile', async () => {
    await start();
    const draft = held(() =>
      createDraft(
        () => 'closing',
        () => ({ goals: '', reflection: '' }),
      ),
    );
    draft.set({ goals: 'reached', reflection: 'It went well' });
    const sent = draft.aside();
    draft.amend((typed) => ({ ...typed, goals: '' }));
    sent(false);
    expect(draft.value()).toEqual({ goals: '', reflection: 'It went well' });
    draft.amend((typed) => ({ ...typed, reflection: '' }));
    expect(draft.typed()).toBe(false);
  });

  test('is what a form about something that there is already starts from', async () => {
    await start();
    const open = () => held(() => createFormDraft(() => 'form', { name: 'Ben', job: '' }));
    const first = open();
    first.set({ name: 'Ben', job: 'Teacher' });
    const sent = first.aside();
    leave();
    expect([open().value(), halfWritten()]).toEqual([{ name: 'Ben', job: 'Teacher' }, false]);
    leave();
    sent(true);
    expect(open().value()).toEqual({ name: 'Ben', job: '' });
  });

  test('is nothing for the next person, whatever is answered', async () => {
    const hub = await start();
    note().set('Mine');
    const sent = note().aside();
    hub.endSession();
    await replica().refresh();
    await replica().signInAs('asha');
    sent(false);
    expect([note().value(), halfWritten()]).toEqual(['', false]);
  });
});

describe('closing the tab', () => {
  test('asks while something is half-written, and no longer', async () => {
    await start();
    held(guardLeaving);
    const draft = note();
    expect(asks()).toBe(false);
    draft.set('I would like');
    expect(asks()).toBe(true);
    draft.drop();
    expect(asks()).toBe(false);
  });

  test('asks while something waits to be sent, and no longer', async () => {
    const hub = await start();
    held(guardLeaving);
    hub.hold();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    expect(asks()).toBe(true);
    await settle();
    hub.release();
    await answer;
    await settle();
    expect(asks()).toBe(false);
  });
});

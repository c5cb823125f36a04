import { jest } from '@jest/globals';
import { createRoot } from 'solid-js';
import { createSending, dispatch, replica } from './index.js';
import { eachOnItsOwn, held, REQUESTED, start } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

const FULL = { code: 'REQUEST.MENTOR_FULL', message: 'Asha has no place left.' };

/** A form that sends, and what it has been told so far. */
function form() {
  const told: string[] = [];
  const sending = held(createSending);
  return {
    told,
    sending,
    send: () =>
      void sending
        .send('RequestMentoring', REQUESTED, { saved: (late) => told.push(late ? 'saved late' : 'saved') })
        .then((sent) => told.push(sent === 'kept' ? 'goes on' : sent ? 'is done' : 'stays')),
  };
}

describe('two answers to what was said', () => {
  test('the outbox has it at once, the hub answers when it can', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const { commandId, kept, answer } = dispatch('RequestMentoring', REQUESTED);
    await kept;
    expect(
      replica()
        .outbox.commands()
        .map(({ envelope }) => envelope.commandId),
    ).toEqual([commandId]);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted', commandId });
  });

  test('[RP20] a screen goes on at once while the hub is out of reach, and says that it is saved only when it is', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const { told, sending, send } = form();
    send();
    await settle();
    expect([told, sending.pending(), replica().saveStatus()]).toEqual([['goes on'], false, 'here']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['goes on']);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, replica().saveStatus()]).toEqual([['goes on', 'saved late'], 'everywhere']);
  });

  test('[RP20] a screen goes on without the hub only once what was said is kept', async () => {
    let keep = () => {};
    const kept = new Promise<void>((resolve) => (keep = resolve));
    const hub = await start(smallHub(), { keeping: { keep: () => kept, letGo: () => {} } });
    hub.cut();
    const { told, sending, send } = form();
    send();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, sending.pending()]).toEqual([[], true]);
    keep();
    await settle();
    expect([told, sending.pending()]).toEqual([['goes on'], false]);
  });

  test('[RP20] what could not be kept waits for the hub, where it was typed', async () => {
    const hub = await start(smallHub(), { keeping: { keep: () => Promise.reject(new Error('The disk is full.')), letGo: () => {} } });
    hub.cut();
    const { told, sending, send } = form();
    send();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, sending.pending()]).toEqual([[], true]);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, sending.pending()]).toEqual([['saved', 'is done'], false]);
  });

  test('what was answered, or left by the person before, is kept no longer', async () => {
    const gone: string[] = [];
    const hub = await start(
      smallHub(() => FULL),
      { keeping: { keep: () => Promise.resolve(), letGo: (id) => void gone.push(id) } },
    );
    const refused = dispatch('RequestMentoring', REQUESTED);
    await refused.answer;
    hub.cut();
    const left = dispatch('RequestMentoring', REQUESTED);
    replica().outbox.clear();
    expect(gone).toEqual([refused.commandId, left.commandId]);
  });

  test('[RP20] a screen waits a few seconds for a hub that is slow, and goes on', async () => {
    const hub = await start(smallHub());
    hub.hold();
    const { told, sending, send } = form();
    send();
    await jest.advanceTimersByTimeAsync(3_900);
    expect([told, sending.pending()]).toEqual([[], true]);
    await jest.advanceTimersByTimeAsync(200);
    expect([told, sending.pending()]).toEqual([['goes on'], false]);
    hub.release();
    await settle();
    expect(told).toEqual(['goes on', 'saved late']);
  });

  test('[RP20] a hub that answers is waited for: a refusal is shown where it was typed', async () => {
    await start(smallHub(() => FULL));
    const { told, sending, send } = form();
    send();
    await settle();
    expect([told, sending.refusal()?.message, replica().outbox.refusals()]).toEqual([['stays'], FULL.message, []]);
  });

  test('[RP20] a refusal that comes after the screen went on stays until it was looked at', async () => {
    const hub = await start(smallHub(() => FULL));
    hub.cut();
    const { told, sending, send } = form();
    send();
    await settle();
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, sending.refusal(), replica().saveStatus()]).toEqual([['goes on'], undefined, 'refused']);
    expect(replica().outbox.refusals()[0]?.answer.message).toBe(FULL.message);
  });

  test('[RP20] a screen that has no words for saved goes on as well', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const sending = held(createSending);
    await expect(sending.send('RequestMentoring', REQUESTED)).resolves.toBe('kept');
    expect([sending.pending(), sending.waiting()]).toEqual([false, true]);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sending.waiting()).toBe(false);
  });

  test('[RP20] what is sent again unchanged before the hub has answered is sent once', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const { told, send } = form();
    send();
    await settle();
    send();
    await settle();
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, hub.commands().length]).toEqual([['goes on', 'goes on', 'saved late'], 1]);
  });

  test('what was typed leaves the form as it goes on, goes where it was saved, and is back where it was refused', async () => {
    const hub = await start(smallHub(({ type }) => (type === 'RequestMentoring' ? undefined : FULL)));
    hub.cut();
    const sending = held(createSending);
    const told: string[] = [];
    const draft = (name: string) => ({
      drop: () => void told.push(`${name} dropped`),
      aside: () => {
        told.push(`${name} aside`);
        return (saved: boolean) => void told.push(`${name} ${saved ? 'gone' : 'back'}`);
      },
    });
    await sending.send('RequestMentoring', REQUESTED, { draft: draft('first') });
    await sending.send('WithdrawRequest', { mentor: 'asha', request: 'r1' }, { draft: draft('second') });
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    await sending.send('RequestMentoring', { ...REQUESTED, request: 'r2' }, { draft: draft('third') });
    expect(told).toEqual(['first aside', 'second aside', 'first gone', 'second back', 'third dropped']);
  });
});

describe('a form that was left', () => {
  /** A form that sends something to a hub which refuses it, and is left before the hub has answered. */
  async function left(needsHub = false) {
    const hub = await start(smallHub(() => FULL));
    hub.hold();
    const { sending, close } = createRoot((dispose) => ({ sending: createSending(), close: dispose }));
    const sent = sending.send('RequestMentoring', REQUESTED, { needsHub });
    await settle();
    close();
    return { hub, sending, sent };
  }
  const refusals = () =>
    replica()
      .outbox.refusals()
      .map(({ answer }) => answer.message);

  test('[RP20] shows no refusal, which therefore stays until it was looked at', async () => {
    const { hub, sending, sent } = await left();
    hub.release();
    expect(await sent).toBe(false);
    expect([sending.refusal(), refusals()]).toEqual([undefined, [FULL.message]]);
  });

  test('[RP20] nor that it waits for the hub', async () => {
    const { hub, sending, sent } = await left(true);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(sending.refusal()).toBeUndefined();
    hub.release();
    expect(await sent).toBe(false);
    expect([sending.refusal(), refusals()]).toEqual([undefined, [FULL.message]]);
  });
});

describe('several things that follow from each other', () => {
  const WITHDRAWN = { mentor: 'asha', request: 'r1' };

  test('[RP22] where the first is refused after the form went on, the others are not sent and say why', async () => {
    const hub = await start(smallHub(({ type }) => (type === 'RequestMentoring' ? FULL : undefined)));
    hub.cut();
    const sending = held(createSending);
    await sending.send('RequestMentoring', REQUESTED);
    await sending.send('ExtendRequest', WITHDRAWN, { after: sending });
    await sending.send('DiscussRequest', { ...WITHDRAWN, text: 'Which class?' }, { after: sending });
    await sending.send('WithdrawRequest', WITHDRAWN);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([...new Set(hub.commands().map(({ type }) => type))]).toEqual(['RequestMentoring', 'WithdrawRequest']);
    expect(
      replica()
        .outbox.refusals()
        .map(({ answer }) => answer.code),
    ).toEqual([FULL.code, 'CLIENT.NOT_SENT', 'CLIENT.NOT_SENT']);
  });

  test('[RP22] where the first is accepted they follow in order, and the last says what is saved', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const sending = held(createSending);
    const told: string[] = [];
    await sending.send('RequestMentoring', REQUESTED);
    await sending.send('ExtendRequest', WITHDRAWN, { after: sending, saved: () => told.push('saved') });
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([
      told,
      hub
        .commands()
        .map(({ type }) => type)
        .slice(-2),
    ]).toEqual([['saved'], ['RequestMentoring', 'ExtendRequest']]);
  });

  test('nothing follows from what is answered, at once or late', async () => {
    const hub = await start(smallHub());
    const sending = held(createSending);
    const sent = sending.send('RequestMentoring', REQUESTED);
    expect(sending.last()).toBeDefined();
    await sent;
    expect(sending.last()).toBeUndefined();
    hub.cut();
    await sending.send('WithdrawRequest', WITHDRAWN);
    expect(sending.last()).toBeDefined();
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sending.last()).toBeUndefined();
  });

  test('a slow hub is waited for once, not once for each', async () => {
    const hub = await start(smallHub());
    hub.hold();
    const sending = held(createSending);
    const both = (async () => {
      await sending.send('RequestMentoring', REQUESTED);
      return sending.send('ExtendRequest', WITHDRAWN, { after: sending });
    })();
    await jest.advanceTimersByTimeAsync(4_100);
    await expect(both).resolves.toBe('kept');
    hub.release();
  });
});

describe('what needs the hub', () => {
  const ERASED = { person: 'ben' };

  test('is not sent while the hub is known to be out of reach, which is said', async () => {
    const hub = await start(smallHub());
    hub.cut();
    await jest.advanceTimersByTimeAsync(5_000);
    const sending = held(createSending);
    await expect(sending.send('ErasePerson', ERASED, { needsHub: true })).resolves.toBe(false);
    expect([sending.refusal()?.message, replica().outbox.commands()]).toEqual([
      'We cannot reach Alongside. Check your connection and try again.',
      [],
    ]);
  });

  test('says within four seconds that there is no answer, and goes on once there is', async () => {
    const hub = await start(smallHub());
    hub.hold();
    const sending = held(createSending);
    const told: string[] = [];
    void sending.send('ErasePerson', ERASED, { needsHub: true, saved: () => told.push('saved') }).then((sent) => told.push(String(sent)));
    await jest.advanceTimersByTimeAsync(4_100);
    expect([sending.pending(), sending.refusal()?.message, told]).toEqual([
      false,
      'We cannot reach Alongside yet. We are still trying to send this, so keep this page open.',
      [],
    ]);
    expect(sending.refusal()?.code).toBe('CLIENT.NO_ANSWER');
    await expect(sending.send('ErasePerson', ERASED, { needsHub: true })).resolves.toBe(false);
    hub.release();
    await settle();
    expect([sending.refusal(), told, hub.commands().length]).toEqual([undefined, ['saved', 'saved'], 1]);
  });

  test('of a hub that cannot save it is said that it cannot save, not that it is out of reach', async () => {
    const hub = await start(smallHub());
    hub.fail(503, '/api/commands', { code: 'HUB.CANNOT_SAVE', message: 'Alongside cannot save anything right now.' });
    const sending = held(createSending);
    void sending.send('ErasePerson', ERASED, { needsHub: true });
    await jest.advanceTimersByTimeAsync(4_100);
    expect(sending.refusal()).toMatchObject({
      code: 'CLIENT.NOT_SAVED',
      message: 'Alongside cannot save this right now. We are still trying, so keep this page open.',
    });
    hub.fail();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([sending.refusal(), new Set(hub.commands().map(({ commandId }) => commandId)).size]).toEqual([undefined, 1]);
  });
});

import { jest } from '@jest/globals';
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
      void sending.send('RequestMentoring', REQUESTED, () => told.push('saved')).then((goOn) => told.push(goOn ? 'goes on' : 'stays')),
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
    expect([told, sending.pending(), replica().standing()]).toEqual([['goes on'], false, 'here']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['goes on']);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, replica().standing()]).toEqual([['goes on', 'saved'], 'everywhere']);
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
    expect(told).toEqual(['goes on', 'saved']);
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
    expect([told, sending.refusal(), replica().standing()]).toEqual([['goes on'], undefined, 'refused']);
    expect(replica().outbox.refusals()[0]?.answer.message).toBe(FULL.message);
  });

  test('a screen that has no words for saved waits for the hub’s word, however long that takes', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const sending = held(createSending);
    let goOn: boolean | undefined;
    void sending.send('RequestMentoring', REQUESTED).then((said) => (goOn = said));
    await jest.advanceTimersByTimeAsync(20_000);
    expect([goOn, sending.pending()]).toEqual([undefined, true]);
    hub.mend();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([goOn, sending.pending()]).toEqual([true, false]);
  });
});

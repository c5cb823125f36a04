import { jest } from '@jest/globals';
import type { Envelope } from '@alongside/domain/protocol/messages.js';
import { createOutbox } from './outbox.js';
import { BROWSER } from './ports.js';
import { settle } from './testing/small-hub.js';
import type { Reply } from './transport.js';

// Time is made up: what a test awaits takes none, or never comes.
jest.setTimeout(15_000);
beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

const WITHDRAWN = ['WithdrawRequest', { mentor: 'asha', request: 'r1' }] as const;
const HELP = ['AskForHelp', { mentorship: 'm1', coordinator: 'cora', text: 'Help' }] as const;

/** An outbox, and what it sent, each to be answered when a test says so. */
function outboxOnItsOwn() {
  const sent: { readonly envelope: Envelope; readonly answer: (reply: Reply) => void }[] = [];
  const outbox = createOutbox(
    {
      ask: ({ body }) => new Promise((answer) => sent.push({ envelope: body as Envelope, answer })),
      live: () => ({
        resume: () => Promise.reject(new Error('No line is needed.')),
        watch: () => Promise.reject(new Error('No line is needed.')),
        close: () => {},
      }),
    },
    { accepted: () => {} },
    BROWSER,
  );
  const accept = (place: number) =>
    sent[place]?.answer({ status: 200, body: { outcome: 'accepted', commandId: sent[place]?.envelope.commandId, position: '1' } });
  return { outbox, sent, accept };
}

describe('the outbox', () => {
  test('[RP12] an answer that comes once another person is here takes nothing of theirs away', async () => {
    const { outbox, sent, accept } = outboxOnItsOwn();
    void outbox.dispatch(...WITHDRAWN);
    outbox.pause();
    outbox.clear();
    outbox.goOn();
    const answer = outbox.dispatch(...HELP).answer;
    accept(0);
    await settle();
    expect(sent.map(({ envelope }) => envelope.type)).toEqual(['WithdrawRequest', 'AskForHelp']);
    accept(1);
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted', commandId: sent[1]?.envelope.commandId });
  });

  test.each([401, 408, 429, 500, 503])('[RP19] %d is no answer: the same command is sent again', async (status) => {
    const { outbox, sent, accept } = outboxOnItsOwn();
    const answer = outbox.dispatch(...WITHDRAWN).answer;
    sent[0]?.answer({ status, body: undefined });
    await jest.advanceTimersByTimeAsync(2_000);
    accept(1);
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
    expect(sent.map(({ envelope }) => envelope)).toEqual([sent[0]?.envelope, sent[0]?.envelope]);
  });

  test.each<[string, unknown, string, string]>([
    ['says why', { code: 'COMMAND.INVALID', message: 'Check the marked fields.' }, 'COMMAND.INVALID', 'Check the marked fields.'],
    ['says nothing', undefined, 'HTTP.413', 'We could not save this. Reload the page and try again.'],
    ['is a page of another server', 'Too large', 'HTTP.413', 'We could not save this. Reload the page and try again.'],
    ['has another outcome', { outcome: 'lost' }, 'HTTP.413', 'We could not save this. Reload the page and try again.'],
  ])('a reply that is no answer of the hub and %s is a refusal in words', async (_, body, code, message) => {
    const { outbox, sent } = outboxOnItsOwn();
    const answer = outbox.dispatch(...WITHDRAWN).answer;
    sent[0]?.answer({ status: 413, body });
    await expect(answer).resolves.toEqual({ outcome: 'rejected', commandId: sent[0]?.envelope.commandId, code, message });
    expect(outbox.refusals()).toHaveLength(1);
  });

  test('sends what was said when it was said, whatever becomes of the form', () => {
    const { outbox, sent } = outboxOnItsOwn();
    const data = { person: 'ben', aims: [{ tag: 'behaviour', from: 1, to: 2 }] };
    void outbox.dispatch('SetAims', data);
    data.aims.push({ tag: 'reading', from: 1, to: 2 });
    expect(sent[0]?.envelope.data).toEqual({ person: 'ben', aims: [{ tag: 'behaviour', from: 1, to: 2 }] });
  });

  test('[RP12] is not stuck for the next person with what the last one said', async () => {
    const { outbox, sent } = outboxOnItsOwn();
    void outbox.dispatch(...WITHDRAWN);
    expect(outbox.stuck()).toBe(false);
    sent[0]?.answer({ status: 503, body: undefined });
    await settle();
    expect([outbox.stuck(), outbox.pending()]).toEqual([true, 1]);
    outbox.clear();
    expect([outbox.stuck(), outbox.pending()]).toEqual([false, 0]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });

  test('[RP19] nothing is sent while nobody is signed in, and it goes on in order once the same person is', async () => {
    const { outbox, sent, accept } = outboxOnItsOwn();
    void outbox.dispatch(...WITHDRAWN);
    outbox.pause();
    void outbox.dispatch(...HELP);
    sent[0]?.answer({ status: 401, body: undefined });
    await jest.advanceTimersByTimeAsync(120_000);
    expect([sent.length, outbox.pending()]).toEqual([1, 2]);
    outbox.goOn();
    accept(1);
    await settle();
    accept(2);
    await settle();
    expect([sent.map(({ envelope }) => envelope.type), outbox.pending(), outbox.commands()]).toEqual([
      ['WithdrawRequest', 'WithdrawRequest', 'AskForHelp'],
      0,
      [],
    ]);
  });

  test('says of each how it stands, until it is accepted or its refusal was looked at', async () => {
    const { outbox, sent, accept } = outboxOnItsOwn();
    void outbox.dispatch(...WITHDRAWN);
    const { commandId } = outbox.dispatch(...HELP);
    const states = () => outbox.commands().map(({ state }) => state);
    expect([states(), outbox.pending()]).toEqual([['sending', 'waiting'], 2]);
    sent[0]?.answer({ status: 503, body: undefined });
    await settle();
    expect(states()).toEqual(['waiting', 'waiting']);
    outbox.retry();
    expect(states()).toEqual(['sending', 'waiting']);
    accept(1);
    await settle();
    expect([states(), outbox.stuck()]).toEqual([['sending'], false]);
    sent[2]?.answer({ status: 409, body: { outcome: 'rejected', commandId, code: 'X', message: 'No.' } });
    await settle();
    expect([states(), outbox.pending(), outbox.refusals().map(({ answer }) => answer.code)]).toEqual([['rejected'], 0, ['X']]);
    outbox.seen(commandId);
    expect([outbox.commands(), outbox.refusals()]).toEqual([[], []]);
  });

  test('waits from the first again after something was answered', async () => {
    const { outbox, sent, accept } = outboxOnItsOwn();
    void outbox.dispatch(...WITHDRAWN);
    for (let times = 0; times < 4; times += 1) {
      sent[times]?.answer({ status: 503, body: undefined });
      await jest.advanceTimersByTimeAsync(10_000);
    }
    expect(sent).toHaveLength(5);
    accept(4);
    await settle();
    void outbox.dispatch(...HELP);
    sent[5]?.answer({ status: 503, body: undefined });
    await jest.advanceTimersByTimeAsync(1_300);
    expect(sent).toHaveLength(7);
  });

  test('[RP12] tells whoever waits that nothing of it is sent once another person is here, what is on its way included', async () => {
    const { outbox, sent } = outboxOnItsOwn();
    const answers = [outbox.dispatch(...WITHDRAWN), outbox.dispatch(...HELP)];
    outbox.clear();
    expect(await Promise.all(answers.map(({ answer }) => answer))).toEqual(
      answers.map(({ commandId }) => ({
        ...{ outcome: 'rejected', commandId, code: 'SESSION.ENDED' },
        message: 'You signed out before this was sent.',
      })),
    );
    expect([sent.length, outbox.commands()]).toEqual([1, []]);
  });
});

import { jest } from '@jest/globals';
import { createSending, createAnswer, dispatch, replica } from './index.js';
import { createRows, createView, eachOnItsOwn, held, request, REQUESTED, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

describe('reading', () => {
  test('rows asked for in one tick travel in one request', async () => {
    const hub = smallHub();
    for (const id of ['a', 'b', 'c']) hub.put('request', id, request(id));
    await start(hub);
    const rows = held(() => ['a', 'b', 'c', 'a'].map((id) => createView<Request>('request', () => id)));
    expect(rows[0]?.loading).toBe(true);
    await settle();
    expect(rows.map((row) => row()?.id)).toEqual(['a', 'b', 'c', 'a']);
    expect(hub.reads()).toEqual(['/api/views/membership?ids=ben', '/api/views/request?ids=a,b,c']);
  });

  test('a row that is not there is gone, not loading', async () => {
    await start(smallHub());
    const row = held(() => createView<Request>('request', () => 'nobody'));
    await settle();
    expect([row(), row.loading, row.gone]).toEqual([undefined, false, true]);
  });

  test('[RP3] a change on the live line reaches the row and every list it belongs in, without another read', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    const [row, open, closed] = held(
      () =>
        [
          createView<Request>('request', () => 'a'),
          createRows<Request>('request', () => ({ status: 'open' })),
          createRows<Request>('request', () => ({ status: 'accepted' })),
        ] as const,
    );
    await settle();
    const reads = hub.reads().length;
    hub.put('request', 'a', request('a', 'accepted'));
    hub.put('request', 'b', request('b'));
    expect(row()?.status).toBe('accepted');
    expect(open().map((one) => one.id)).toEqual(['b']);
    expect(closed().map((one) => one.id)).toEqual(['a']);
    hub.remove('request', 'b');
    expect(open()).toEqual([]);
    expect(hub.reads()).toHaveLength(reads);
  });

  test('what is unchanged keeps its identity, so that only what changed is drawn again', async () => {
    const hub = smallHub();
    hub.put('goal', 'g', {
      id: 'g',
      title: 'Calm starts',
      steps: [
        { id: '1', done: false },
        { id: '2', done: false },
      ],
    });
    await start(hub);
    const row = held(() => createView<{ title: string; steps: { id: string; done: boolean }[] }>('goal', () => 'g'));
    await settle();
    const before = row();
    const second = row()?.steps[1];
    hub.put('goal', 'g', {
      id: 'g',
      title: 'Calm starts',
      steps: [
        { id: '1', done: true },
        { id: '2', done: false },
      ],
    });
    expect(row()).toBe(before);
    expect(row()?.steps[1]).toBe(second);
    expect(row()?.steps[0]?.done).toBe(true);
  });

  test('[RP5] [RP6] changes made between the read and the live line are not lost', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.cut();
    hub.mend();
    hub.hold();
    const rows = held(() => createRows<Request>('request', () => ({ mentee: 'ben' })));
    await settle();
    hub.put('request', 'b', request('b'));
    hub.put('request', 'a', request('a', 'declined'));
    hub.release();
    await settle();
    expect(rows().map((row) => [row.id, row.status])).toEqual([
      ['a', 'declined'],
      ['b', 'open'],
    ]);
  });

  test('[RP8] after a drop the line resumes from where it was, without reading everything again', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    const rows = held(() => createRows<Request>('request', () => ({ mentee: 'ben' })));
    await settle();
    const reads = hub.reads().length;
    hub.cut();
    hub.put('request', 'b', request('b'));
    hub.remove('request', 'a');
    hub.mend();
    await settle();
    expect(rows().map((row) => row.id)).toEqual(['b']);
    expect(hub.reads()).toHaveLength(reads);
  });

  test('a read that meets no network is made again when the line is back', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.cut();
    const row = held(() => createView<Request>('request', () => 'a'));
    await settle();
    expect(row.loading).toBe(true);
    hub.mend();
    await settle();
    expect(row()?.id).toBe('a');
  });

  test('a computed answer is asked for again when a view that it rests on changes', async () => {
    const hub = smallHub();
    await start(hub);
    const answer = held(() => createAnswer<{ rows: number }>(() => '/api/count', { views: ['request'] }));
    expect(answer.loading()).toBe(true);
    await jest.advanceTimersByTimeAsync(10);
    expect(answer.data()).toEqual({ rows: 0 });
    hub.put('request', 'a', request('a'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(answer.data()).toEqual({ rows: 1 });
  });

  describe('[RP24] a computed answer about other people', () => {
    const shown = async (decide?: Parameters<typeof smallHub>[0]) => {
      const hub = smallHub(decide);
      await start(hub);
      const answer = held(() => createAnswer<{ rows: number }>(() => '/api/count', { ofOthers: true }));
      await jest.advanceTimersByTimeAsync(10);
      return { hub, answer };
    };

    test('shows what an accepted command of this browser did, and nothing of what others do', async () => {
      const { hub, answer } = await shown((_, on) => void on.put('directory', 'ben', {}));
      hub.put('directory', 'asha', {});
      await jest.advanceTimersByTimeAsync(1_000);
      expect(answer.data()).toEqual({ rows: 0 });
      dispatch('RequestMentoring', REQUESTED);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(answer.data()).toEqual({ rows: 2 });
    });

    test('is not asked for again by a command that was refused', async () => {
      const { hub } = await shown(() => ({ code: 'X', message: 'No.' }));
      dispatch('RequestMentoring', REQUESTED);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(hub.asked.filter(({ path }) => path === '/api/count')).toHaveLength(1);
    });

    test('is asked for again when the page is looked at again, and as the line is up again', async () => {
      const { hub, answer } = await shown();
      hub.put('directory', 'asha', {});
      await jest.advanceTimersByTimeAsync(40_000);
      dispatchEvent(new Event('focus'));
      await jest.advanceTimersByTimeAsync(10);
      expect(answer.data()).toEqual({ rows: 1 });
      hub.cut();
      hub.put('directory', 'cleo', {});
      await jest.advanceTimersByTimeAsync(40_000);
      dispatchEvent(new Event('focus'));
      await jest.advanceTimersByTimeAsync(10_000);
      expect([answer.data(), answer.failed()]).toEqual([{ rows: 1 }, undefined]);
      hub.mend();
      await jest.advanceTimersByTimeAsync(10);
      expect(answer.data()).toEqual({ rows: 2 });
    });

    test('is asked for again where only requests get through', async () => {
      const { hub, answer } = await shown();
      hub.dropLine();
      hub.put('directory', 'asha', {});
      await jest.advanceTimersByTimeAsync(60_000);
      expect(answer.data()).toEqual({ rows: 1 });
    });

    test('shows what this person did apart from commands', async () => {
      const { hub, answer } = await shown();
      hub.put('directory', 'asha', {});
      await replica().ask({ method: 'POST', path: '/api/sign-in/demo', body: { person: 'ben' } });
      await jest.advanceTimersByTimeAsync(1_000);
      expect(answer.data()).toEqual({ rows: 1 });
    });
  });

  test('a computed answer that is refused says why', async () => {
    await start(smallHub());
    const answer = held(() => createAnswer(() => '/api/secret'));
    await jest.advanceTimersByTimeAsync(10);
    expect([answer.loading(), answer.failed()]).toEqual([false, 'There is no such thing here.']);
  });
});

describe('saying', () => {
  test('[RP18] [RP19] what was said is stamped once and sent unchanged until it is answered', async () => {
    const hub = await start(smallHub());
    hub.fail(503, '/api/commands');
    const data = { ...REQUESTED };
    const answer = dispatch('RequestMentoring', data).answer;
    data.note = 'changed later';
    await settle();
    expect([replica().outbox.pending(), replica().saveStatus()]).toEqual([1, 'here']);
    await jest.advanceTimersByTimeAsync(4_000);
    hub.fail();
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
    const sent = hub.commands();
    expect(sent.length).toBeGreaterThan(2);
    expect(new Set(sent.map((envelope) => JSON.stringify(envelope))).size).toBe(1);
    expect(sent[0]?.data).toEqual(REQUESTED);
    expect(replica().saveStatus()).toBe('everywhere');
  });

  test('what was said while the line was down is sent as soon as it is up again', async () => {
    const hub = await start(smallHub());
    hub.cut();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    await jest.advanceTimersByTimeAsync(20_000);
    expect([hub.commands().length, replica().saveStatus()]).toEqual([0, 'here']);
    hub.mend();
    await settle();
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
  });

  test('[RP17] commands arrive in the order in which they were said', async () => {
    const hub = await start(smallHub());
    hub.hold();
    const answers = Promise.all((['a', 'b', 'c'] as const).map((goal) => dispatch('CarryOnGoal', { mentorship: 'm', goal }).answer));
    await settle();
    const goals = () => hub.commands().map(({ data }) => (data as { goal: string }).goal);
    expect(goals()).toEqual(['a']);
    hub.release();
    await answers;
    expect(goals()).toEqual(['a', 'b', 'c']);
  });

  test('[RP7] reads after an accepted command name its position, so that they include it', async () => {
    const hub = await start(smallHub((_, small) => void small.put('request', 'mine', request('mine'))));
    await dispatch('RequestMentoring', REQUESTED).answer;
    const row = held(() => createView<Request>('request', () => 'mine'));
    await settle();
    expect(row()?.id).toBe('mine');
    expect(hub.asked.find((ask) => ask.path.includes('ids=mine'))?.headers).toMatchObject({ 'x-alongside-after': '00000001' });
  });

  test('a refusal reaches the screen that asked, by field, and the next try clears it', async () => {
    let full = true;
    await start(smallHub(() => (full ? { code: 'REQUEST.MENTOR_FULL', message: 'Asha has no place left.', field: 'mentor' } : undefined)));
    const sending = held(createSending);
    const first = sending.send('RequestMentoring', REQUESTED);
    expect(sending.pending()).toBe(true);
    expect(await first).toBe(false);
    expect([sending.pending(), sending.problem('mentor'), sending.problemBeside('mentor'), sending.problemBeside('note')]).toEqual([
      false,
      'Asha has no place left.',
      undefined,
      'Asha has no place left.',
    ]);
    expect(replica().saveStatus()).toBe('everywhere');
    full = false;
    expect(await sending.send('RequestMentoring', REQUESTED)).toBe('saved');
    expect(sending.refusal()).toBeUndefined();
  });

  test('of several problems, those of fields are said at them and the others by themselves', async () => {
    const problems = [
      { field: 'note', message: 'Write a note.' },
      { field: 'mentee', message: 'That person has left.' },
    ];
    await start(smallHub(() => ({ code: 'COMMAND.INVALID', message: 'Please check what you entered.', problems })));
    const sending = held(createSending);
    await sending.send('RequestMentoring', REQUESTED);
    expect([sending.problem('note'), sending.problemBeside('note'), sending.problemBeside('note', 'mentee')]).toEqual([
      'Write a note.',
      'That person has left.',
      undefined,
    ]);
    expect(sending.problemBeside('aims')).toBe('Please check what you entered.');
    expect([sending.problem('mentee'), sending.problem('aims')]).toEqual(['That person has left.', undefined]);
  });

  test('a refusal that no screen has shown stays, and the state of saving says so', async () => {
    await start(smallHub(() => ({ code: 'REQUEST.NOT_OPEN', message: 'That request was answered.' })));
    const answer = await dispatch('WithdrawRequest', { mentor: 'asha', request: 'r1' }).answer;
    expect([replica().saveStatus(), replica().outbox.refusals()]).toMatchObject([
      'refused',
      [{ answer, envelope: { type: 'WithdrawRequest' } }],
    ]);
    replica().outbox.seen(answer.commandId);
    expect(replica().saveStatus()).toBe('everywhere');
  });
});

import { jest } from '@jest/globals';
import { createEffect } from 'solid-js';
import { PERSON_HEADER } from '@alongside/domain/protocol/messages.js';
import { createAnswer, dispatch, replica, session, startReplica } from './index.js';
import { ASK_AGAIN_MS } from './asks-again.js';
import { BROWSER } from './ports.js';
import { createSession } from './session.js';
import { createView, eachOnItsOwn, held, request, REQUESTED, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';
import type { Reply, Transport } from './transport.js';

eachOnItsOwn();

describe('the session', () => {
  test('[RP19] a session that ended makes what was said wait, and the same person goes on', async () => {
    const hub = await start(smallHub());
    hub.endSession();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    await settle();
    expect([session(), replica().outbox.pending()]).toEqual([null, 1]);
    await replica().signInAs('ben');
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
  });

  describe('[RP27] a line that cannot be opened', () => {
    const asksWho = (hub: ReturnType<typeof smallHub>) => hub.asked.filter(({ path }) => path === '/api/session').length;

    test('because the session ended while it was down shows that at once; what was said waits, and the same person goes on', async () => {
      const hub = await start(smallHub());
      hub.cut();
      hub.endSession();
      const answer = dispatch('RequestMentoring', REQUESTED).answer;
      await settle();
      hub.mendRequests();
      expect(session()?.person).toBe('ben');
      hub.refuseLine();
      await settle();
      expect([session(), replica().outbox.pending(), replica().outOfReachSince()]).toEqual([null, 1, undefined]);
      await replica().signInAs('ben');
      await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
    });

    test('because nothing reaches the hub leaves its person signed in, and away', async () => {
      const hub = await start(smallHub());
      hub.cut();
      for (let tries = 0; tries < 3; tries += 1) {
        await jest.advanceTimersByTimeAsync(3_000);
        hub.refuseLine();
        await settle();
      }
      expect([session()?.person, replica().saveStatus()]).toEqual(['ben', 'away']);
    });

    test('because the hub is unwell, or by another fault, leaves its person signed in, and asks once for each time', async () => {
      const hub = await start(smallHub());
      const before = asksWho(hub);
      hub.fail(503);
      hub.refuseLine();
      await settle();
      hub.fail();
      hub.refuseLine();
      hub.refuseLine();
      await settle();
      expect([session()?.person, asksWho(hub) - before]).toEqual(['ben', 2]);
    });
  });

  test('[RP12] nothing that one person said is ever sent in another’s name', async () => {
    const hub = await start(smallHub());
    hub.endSession();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    await settle();
    const sent = hub.commands().length;
    await replica().signInAs('asha');
    await expect(answer).resolves.toMatchObject({ outcome: 'rejected', code: 'SESSION.ENDED' });
    expect(hub.commands()).toHaveLength(sent);
  });

  test('an act that ends the session, such as erasing oneself, has its answer though the line says so first', async () => {
    const hub = await start(smallHub());
    hub.hold();
    const answered = replica().outbox.dispatch('ErasePerson', { person: 'ben' }).answer;
    await settle();
    hub.revoke();
    hub.release();
    expect(await answered).toMatchObject({ outcome: 'accepted' });
    expect([session(), replica().outbox.pending()]).toEqual([null, 0]);
  });

  test('[RP12] [RP16] somebody else who signed in from another tab while the line was down is neither shown nor told what was said before', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.cut();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    hub.signInElsewhere('asha');
    await jest.advanceTimersByTimeAsync(5_000);
    const row = held(() => createView<Request>('request', () => 'a'));
    const seen: (string | undefined)[] = [];
    held(() => createEffect(() => seen.push(session()?.person)));
    hub.mend();
    await jest.advanceTimersByTimeAsync(5_000);
    await expect(answer).resolves.toMatchObject({ outcome: 'rejected', code: 'SESSION.ENDED' });
    expect([hub.commands(), session()?.person, row()?.id]).toEqual([[], 'asha', 'a']);
    // Screens are taken down in between.
    expect(seen).toEqual(['ben', undefined, 'asha']);
    expect(hub.asked.findLastIndex(({ path }) => path.startsWith('/api/views/'))).toBeGreaterThan(
      hub.asked.findIndex(({ path }, at) => path === '/api/session' && at > 0),
    );
  });

  test.each([
    ['somebody', { status: 200, body: { person: 'ben' } }],
    ['nobody', { status: 401, body: undefined }],
  ])('[RP15] of two answers to who is signed in the later question counts, whichever comes last: %s', async (_, overtaken) => {
    const answers: ((reply: Reply) => void)[] = [];
    const told: string[] = [];
    const asks = createSession(
      { ...smallHub().transport, ask: () => new Promise((answer) => answers.push(answer)) },
      { started: ({ person }) => void told.push(person), ended: () => void told.push('nobody') },
      BROWSER,
    );
    const said = [asks.refresh(), asks.refresh()];
    answers[1]?.({ status: 200, body: { person: 'asha' } });
    await settle();
    answers[0]?.(overtaken);
    expect(await Promise.all(said)).toEqual([true, true]);
    expect([asks.session()?.person, told]).toEqual(['asha', ['asha']]);
  });

  test('[RP13] what a page asks as it opens is answered, though the hub says only then who is signed in', async () => {
    const hub = smallHub();
    let say: (reply: Reply) => void = () => undefined;
    const asked: string[] = [];
    const { refresh, ask } = startReplica({
      ...hub.transport,
      ask: (what) => {
        asked.push(what.path);
        if (what.path === '/api/session') return new Promise((answer) => (say = answer));
        if (what.path !== '/api/verify/code') return hub.transport.ask(what);
        // The session is known before this answer is.
        say({ status: 200, body: { person: 'ben', name: 'Ben', memberships: [], roles: [], demo: true } });
        return settle().then(() => ({ status: 200, body: { name: 'Priya Nair' } }));
      },
    });
    void refresh();
    expect(await ask({ method: 'GET', path: '/api/verify/code' })).toEqual({ ok: true, value: { name: 'Priya Nair' } });
    expect(asked.filter((path) => path === '/api/verify/code')).toHaveLength(2);
  });

  test('[RP14] what waited for a session names its person when it goes on', async () => {
    const hub = await start(smallHub());
    hub.endSession();
    const answer = dispatch('RequestMentoring', REQUESTED);
    await settle();
    await replica().signInAs('ben');
    await answer;
    const sent = hub.asked.filter(({ path }) => path === '/api/commands');
    expect(sent.map(({ headers }) => headers?.[PERSON_HEADER])).toEqual(sent.map(() => 'ben'));
  });

  test('[RP14] each request names the person whose screens these are', async () => {
    const hub = await start(smallHub());
    const names = async () => {
      await dispatch('RequestMentoring', REQUESTED).answer;
      return hub.asked.at(-1)?.headers?.[PERSON_HEADER];
    };
    expect(await names()).toBe('ben');
    await replica().signInAs('asha');
    expect(await names()).toBe('asha');
  });

  test('[RP14] a tab whose browser is another person’s by now asks who that is, and is for them', async () => {
    const hub = await start(smallHub());
    hub.signInElsewhere('asha');
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    await expect(answer).resolves.toMatchObject({ outcome: 'rejected', code: 'SESSION.ENDED' });
    expect([
      hub.asked.filter(({ path }) => path === '/api/commands').map(({ headers }) => headers?.[PERSON_HEADER]),
      session()?.person,
    ]).toEqual([['ben'], 'asha']);
  });

  test('[RP14] told by the line that another person has signed in from another tab, it asks who that is, and is for them', async () => {
    const hub = await start(smallHub());
    hub.revoke('asha');
    await settle();
    expect(session()?.person).toBe('asha');
  });

  test('[RP14] a line that opens only after another person signed in from another tab is not taken for this person’s', async () => {
    const hub = smallHub();
    hub.slowLines();
    await start(hub);
    expect(session()?.person).toBe('ben');
    hub.signInElsewhere('asha');
    hub.openLines();
    await settle();
    expect(session()?.person).toBe('asha');
  });

  test('[RP14] a tab that is for nobody asks again as it is looked at again', async () => {
    const hub = await start(smallHub());
    hub.revoke();
    await settle();
    hub.signInElsewhere('asha');
    expect(session()).toBeNull();
    dispatchEvent(new Event('focus'));
    await settle();
    expect(session()?.person).toBe('asha');
  });

  test('[RP14] a tab whose session ended, and whose next cookie came later, finds it though nobody looks at it', async () => {
    const hub = await start(smallHub());
    hub.revoke();
    await settle();
    expect(session()).toBeNull();
    hub.signInElsewhere('asha');
    await jest.advanceTimersByTimeAsync(ASK_AGAIN_MS[0]);
    expect(session()?.person).toBe('asha');
  });

  test('[RP14] a tab whose session ended asks a few times and no more', async () => {
    const hub = await start(smallHub());
    const asked = () => hub.asked.filter(({ path }) => path === '/api/session').length;
    hub.revoke();
    await settle();
    const before = asked();
    await jest.advanceTimersByTimeAsync(600_000);
    expect([session(), asked() - before]).toEqual([null, ASK_AGAIN_MS.length]);
  });

  test('[RP14] a hub that says who is signed in, and that nobody is, is not asked for ever', async () => {
    const hub = smallHub();
    let asked = 0;
    // What would be asked for ever in no time is answered a few times only.
    const ask: Transport['ask'] = (what) =>
      what.path === '/api/session' && (asked += 1) > 20 ? new Promise(() => undefined) : hub.transport.ask(what);
    startReplica({ ...hub.transport, ask });
    held(() => createView<Request>('request', () => 'a'));
    hub.fail(401, '/api/views/');
    await replica().refresh();
    await jest.advanceTimersByTimeAsync(5_000);
    expect([session(), asked]).toEqual([null, 2]);
  });

  test('[RP14] where nobody is signed in by then, it stays with nobody, and asks once', async () => {
    const hub = await start(smallHub());
    hub.endSession();
    const asked = () => hub.asked.filter(({ path }) => path === '/api/session').length;
    const before = asked();
    void dispatch('RequestMentoring', REQUESTED);
    await settle();
    expect([session(), asked() - before]).toEqual([null, 1]);
  });

  test('[RP16] nor where the line never comes back: each time is asked first who is signed in', async () => {
    const hub = await start(smallHub());
    hub.dropLine();
    await expect(dispatch('RequestMentoring', REQUESTED).answer).resolves.toMatchObject({ outcome: 'accepted' });
    // What is read after a command has asked who is signed in, before that is another person.
    await settle();
    hub.signInElsewhere('asha');
    await expect(dispatch('WithdrawRequest', { mentor: 'asha', request: 'r1' }).answer).resolves.toMatchObject({
      outcome: 'rejected',
      code: 'SESSION.ENDED',
    });
    expect([hub.commands().map(({ type }) => type), session()?.person]).toEqual([['RequestMentoring'], 'asha']);
  });

  test.each([429, 500, 503])('a hub that answers %d has not said that nobody is signed in', async (status) => {
    const hub = smallHub();
    hub.fail(status, '/api/session');
    await start(hub);
    expect([session(), replica().away()]).toEqual([undefined, true]);
    hub.fail();
    await replica().refresh();
    expect([session()?.person, replica().away()]).toEqual(['ben', false]);
    hub.fail(status, '/api/session');
    await replica().refresh();
    expect(session()?.person).toBe('ben');
  });

  test('a computed read that meets an ended session ends it here as well', async () => {
    const hub = await start(smallHub());
    hub.endSession();
    held(() => createAnswer(() => '/api/count'));
    await settle();
    expect(session()).toBeNull();
  });

  test('a session that ended while the line was down is noticed when it is up again', async () => {
    const hub = await start(smallHub());
    hub.cut();
    hub.endSession();
    hub.mend();
    await settle();
    expect(session()).toBeNull();
  });

  test('[RP16] a line that comes back takes nothing in while the hub cannot say who is signed in', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    const row = held(() => createView<Request>('request', () => 'a'));
    await settle();
    hub.cut();
    hub.put('request', 'a', request('a', 'declined'));
    hub.fail(503, '/api/session');
    hub.mend();
    await settle();
    expect([session()?.person, row()?.status, replica().connected()]).toEqual(['ben', 'open', false]);
    hub.fail();
    await jest.advanceTimersByTimeAsync(2_000);
    expect([row()?.status, replica().connected()]).toEqual(['declined', true]);
  });

  test('[RP12] signing out forgets every row', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    const row = held(() => createView<Request>('request', () => 'a'));
    await settle();
    await replica().signOut();
    expect([session(), row()]).toEqual([null, undefined]);
  });

  describe('[RP21] rights follow their row', () => {
    const belongs = (...roles: readonly string[]) => ({
      person: 'ben',
      institutions: ['northfield'],
      memberships: [{ institution: 'northfield', trust: 't', roles, from: '2026-09-01', lineManager: null, inductionTutor: null }],
    });
    const rights = () => [session()?.roles, session()?.memberships];
    const northfield = (...roles: readonly string[]) => [roles, [{ institution: 'northfield', trust: 't', roles }]];

    test('a role that is granted, a second one, one that is revoked and a school that was left show at once', async () => {
      const hub = smallHub();
      hub.put('membership', 'ben', belongs());
      await start(hub);
      expect(rights()).toEqual(northfield());
      hub.put('membership', 'ben', belongs('leader'));
      expect(rights()).toEqual(northfield('leader'));
      hub.put('membership', 'ben', belongs('leader', 'coordinator'));
      expect(rights()).toEqual(northfield('leader', 'coordinator'));
      hub.put('membership', 'ben', belongs('coordinator'));
      expect(rights()).toEqual(northfield('coordinator'));
      hub.put('membership', 'ben', { person: 'ben', institutions: [], memberships: [] });
      expect(rights()).toEqual([[], []]);
      expect(hub.asked.filter(({ path }) => path === '/api/session')).toHaveLength(1);
    });

    test('a role that was granted while the line was down shows once it is up', async () => {
      const hub = smallHub();
      hub.put('membership', 'ben', belongs());
      await start(hub);
      hub.dropLine();
      hub.put('membership', 'ben', belongs('leader'));
      hub.mend();
      await settle();
      expect(rights()).toEqual(northfield('leader'));
    });

    test('an older answer about the row, or about who is signed in, takes no role away', async () => {
      const hub = smallHub();
      hub.put('membership', 'ben', belongs());
      await start(hub);
      hub.hold();
      const asked = replica().refresh();
      await settle();
      hub.put('membership', 'ben', belongs('leader'));
      hub.release();
      await asked;
      expect(rights()).toEqual(northfield('leader'));
    });

    test('the roles of one person are never those of the next', async () => {
      const hub = smallHub();
      hub.put('membership', 'ben', belongs('leader'));
      await start(hub);
      await replica().signInAs('asha');
      await settle();
      expect([session()?.person, ...rights()]).toEqual(['asha', [], []]);
    });

    test('what the hub computed for them is asked for again, whatever views it rests on', async () => {
      const hub = smallHub();
      hub.put('membership', 'ben', belongs());
      hub.fail(403, '/api/count');
      await start(hub);
      const answer = held(() => createAnswer<{ rows: number }>(() => '/api/count'));
      await settle();
      expect(answer.refused()).toBe(true);
      hub.fail();
      hub.put('membership', 'ben', belongs('leader'));
      await jest.advanceTimersByTimeAsync(1_000);
      expect([answer.refused(), answer.data()]).toEqual([false, { rows: 1 }]);
    });
  });
});

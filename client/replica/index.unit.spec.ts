import { dispatch, me, post, replica, unanswered } from './index.js';
import { upload } from './upload.js';
import { eachOnItsOwn, REQUESTED, start } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

describe('what screens ask of the replica', () => {
  test('who is signed in, which screens behind the sign-in always know', async () => {
    await start(smallHub());
    expect(me()).toBe('ben');
    await replica().signOut();
    expect(() => me()).toThrow('Nobody is signed in.');
  });

  test('a file is sent as it is, with its kind, or as bytes where that is not known', async () => {
    const hub = await start(smallHub());
    const known = new Blob(['name,email'], { type: 'text/csv' });
    const unknown = new Blob(['name,email']);
    for (const file of [known, unknown]) await upload('/api/imports', file);
    expect(hub.asked.slice(-2)).toMatchObject([
      { method: 'POST', path: '/api/imports', body: known, headers: { 'content-type': 'text/csv' } },
      { method: 'POST', path: '/api/imports', body: unknown, headers: { 'content-type': 'application/octet-stream' } },
    ]);
  });

  test('what is neither a view nor a command is sent by its path, with its fields or none', async () => {
    const hub = await start(smallHub());
    await post('/api/imports/i1/confirm', { rows: 3 });
    await post('/api/imports/i1/cancel');
    expect(hub.asked.slice(-2)).toMatchObject([
      { method: 'POST', path: '/api/imports/i1/confirm', body: { rows: 3 } },
      { method: 'POST', path: '/api/imports/i1/cancel', body: undefined },
    ]);
  });

  test('what was said last with a command, until it is answered: a form goes on from there', async () => {
    const hub = await start(smallHub());
    hub.hold();
    dispatch('RequestMentoring', REQUESTED);
    dispatch('RequestMentoring', { ...REQUESTED, note: 'Later' });
    dispatch('WithdrawRequest', { mentor: 'asha', request: 'r1' });
    await settle();
    expect([unanswered('RequestMentoring')?.note, unanswered('AgreeGoal')]).toEqual(['Later', undefined]);
    hub.release();
    await settle();
    expect(unanswered('RequestMentoring')).toBeUndefined();
  });
});

import request from 'supertest';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { PERSON_HEADER, ROWS_VERSION_HEADER } from '@alongside/domain/protocol/messages.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, makeSchool, must, openTestHub, signOutEverywhere, testFolders } from '../app/hub.testing.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { IDS_LIMIT } from './read-query.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
const cookies = new Map<PersonId, string>();
const asked = asking('asha', 'ben', 'r-1', ['cleo']);

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log);
  await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 1, cleo: 1 });
  await hub.parts.views.caughtUp(await must(hub, ben, 'RequestMentoring', asked));
  for (const person of [asha, ben, cleo]) cookies.set(person, await cookieOf(hub, person));
});
afterAll(async () => {
  await hub.close();
  await folders.clean();
});

const get = (path: string, person?: PersonId) => {
  const sent = request(`http://127.0.0.1:${hub.port}`).get(path);
  return person ? sent.set('Cookie', cookies.get(person) ?? '') : sent;
};
const idsAt = async (path: string, person: PersonId) => (await get(path, person)).body.rows.map(({ id }: { id: string }) => id);

describe('rows of views', () => {
  test('are sent to those who may see them, and nobody else learns that there are any', async () => {
    for (const person of [asha, ben]) expect(await idsAt('/api/views/request', person)).toEqual(['r-1']);
    expect(await idsAt('/api/views/request', cleo)).toEqual([]);
    expect((await get('/api/views/request/r-1', cleo)).body).toEqual((await get('/api/views/request/nothing', cleo)).body);
    expect((await get('/api/views/request/r-1', cleo)).status).toBe(404);
    expect(await idsAt('/api/views/request-reserves', ben)).toEqual(['r-1']);
    expect(await idsAt('/api/views/request-reserves', asha)).toEqual([]);
  });

  test('[RP14] are not read in the name of a person whom the session is not of', async () => {
    const asTabOf = (person: string) => get('/api/views/request', ben).set(PERSON_HEADER, person);
    expect([(await asTabOf('ben')).status, (await asTabOf('asha')).status]).toEqual([200, 401]);
  });

  test('travel without their audience', async () => {
    const { rows, through } = (await get('/api/views/request', ben)).body;
    expect(Object.keys(rows[0]).toSorted()).toEqual(['data', 'id', 'position', 'view']);
    expect(through >= rows[0].position).toBe(true);
  });

  test('are found by ids and by indexed fields, page by page', async () => {
    expect(await idsAt('/api/views/person?ids=ben,asha,nobody', ben)).toEqual(['asha', 'ben']);
    expect(await idsAt('/api/views/request?where.mentor=asha&where.status=open', ben)).toEqual(['r-1']);
    expect(await idsAt('/api/views/request?where.status=lapsed', ben)).toEqual([]);
    expect(await idsAt('/api/views/person?limit=2', ben)).toEqual(['asha', 'ben']);
    expect(await idsAt('/api/views/person?limit=2&afterId=ben', ben)).toEqual(['cleo']);
  });

  test('come in an order of the view, by range and by page, to those who may see them', async () => {
    const role = { institution: 'hillside', person: 'cleo', role: 'coordinator' };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', role));
    const roster = '/api/views/roster?where.institution=hillside&order=sortAs';
    const names = (query: string, person = cleo) => idsAt(`${roster}${query}`, person);
    const [a, b, c] = ['hillside:asha', 'hillside:ben', 'hillside:cleo'];
    expect([await names(''), await names('', ben)]).toEqual([[a, b, c], []]);
    expect(await names('&descending=1&limit=2')).toEqual([c, b]);
    expect(await names(`&limit=2&afterValue=${encodeURIComponent('name of asha')}&afterId=${a}`)).toEqual([b, c]);
    expect(await names(`&from=${encodeURIComponent('name of b')}&to=${encodeURIComponent('name of c')}`)).toEqual([b]);
    // A name whose letters each stand for many is a place to go on after as well.
    expect(await names(`&afterValue=${encodeURIComponent('name of b'.padEnd(1_400, 'ٱ'))}&afterId=x`)).toEqual([c]);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'RevokeRole', role));
    expect(await names('')).toEqual([]);
  });

  test.each([
    ['order=from', 'request', 'order'],
    ['where.institution=hillside&order=name', 'roster', 'order'],
    ['order=sortAs', 'roster', 'order'],
    ['where.institution=hillside&order=sortAs&afterId=x', 'roster', 'order'],
    ['where.institution=hillside&order=sortAs&descending=yes', 'roster', 'order'],
    ['where.institution=hillside&from=a', 'roster', 'order'],
  ])('are not read in an order that is none: %s of %s', async (query, view, field) => {
    const { status, body } = await get(`/api/views/${view}?${query}`, cleo);
    expect([status, body.code, body.problems.map((problem: { field: string }) => problem.field)]).toEqual([400, 'QUERY.INVALID', [field]]);
  });

  test('[RP23] are sent to nobody who knows other ones: a page of before is told to be loaded again, one of after to wait', async () => {
    const { version } = personView;
    const asked = (understood: string) => get('/api/views/person?ids=asha', ben).set(ROWS_VERSION_HEADER, understood);
    expect((await asked(String(version))).body.rows).toHaveLength(1);
    const [before, after] = [await asked(String(version - 1)), await asked(String(version + 1))];
    expect([before.status, before.body.code, before.body.rows]).toEqual([409, 'QUERY.NEWER_ROWS', undefined]);
    expect([after.status, after.body.code]).toEqual([409, 'QUERY.OLDER_ROWS']);
    const one = await get('/api/views/person/asha', ben).set(ROWS_VERSION_HEADER, String(version - 1));
    expect([one.status, one.body.row]).toEqual([409, undefined]);
    // Views that are the hub's own answer as those that are not there.
    const hidden = await get('/api/views/session/x', ben).set(ROWS_VERSION_HEADER, '0');
    expect(hidden.status).toBe(404);
    for (const nothing of ['', 'new', '1.5']) expect((await asked(nothing)).status).toBe(nothing === '' ? 409 : 200);
  });

  test('are not looked up by what has no index, in bulk beyond the limit, or by what makes no sense', async () => {
    for (const query of [
      'where.note=x',
      'limit=0',
      'limit=99999',
      'limit=2&limit=3',
      'sort=id',
      `ids=${Array.from({ length: IDS_LIMIT + 1 }, (_, i) => i)}`,
    ]) {
      const { status, body } = await get(`/api/views/request?${query}`, ben);
      expect([query, status, body.code]).toEqual([query, 400, 'QUERY.INVALID']);
    }
  });

  test('of views of the hub’s own, or of none, are not there', async () => {
    for (const view of ['due', 'session', 'account', 'constructor', 'no-such'])
      expect((await get(`/api/views/${view}`, ben)).status).toBe(404);
  });

  test('of a session are sent while it lasts and not a moment longer', async () => {
    expect((await get('/api/views/person')).status).toBe(401);
    expect((await get('/api/session', cleo)).body).toMatchObject({ person: 'cleo', name: 'Name of cleo', roles: [], demo: false });
    await hub.parts.views.caughtUp(await signOutEverywhere(hub, cleo));
    expect((await get('/api/views/person', cleo)).status).toBe(401);
    expect((await get('/api/session', cleo)).body.code).toBe('SESSION.NONE');
  });
});

describe('around the rows', () => {
  test('a position that has not come is waited for, and the answer says that it did not come', async () => {
    const { status, headers } = await get('/api/views/person', ben).set('x-alongside-after', '9999999999999999');
    expect([status, headers['x-alongside-behind']]).toEqual([200, '1']);
  });

  test('whether the hub lives is said to everybody, how it stands to its administrators', async () => {
    expect((await get('/api/health')).body).toEqual({
      status: 'ok',
      log: expect.stringMatching(/^(waiting|checking|sound)$/),
      writes: 'ok',
      reads: 'ok',
      views: 'ok',
      clock: 'right',
    });
    expect((await get('/api/status', ben)).status).toBe(403);
    const institution = 'hub';
    await must(hub, HUB, 'RegisterInstitution', { institution, details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await must(hub, HUB, 'AddMember', { institution, person: 'ben', from: '2026-01-05' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: 'ben', role: 'administrator' }));
    const { body } = await get('/api/status', ben);
    expect(body.setAside).toEqual([]);
    expect(body.views.every(({ state }: { state: string }) => state === 'live')).toBe(true);
  });

  test('no address is answered with what failed inside', async () => {
    for (const path of ['/api/nothing', '/api/views/%E0%A4%A', '/api/views/person/%00']) {
      const { status, body, text } = await get(path, ben);
      expect([path, status < 500]).toEqual([path, true]);
      expect(body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      expect(text).not.toContain('    at ');
    }
  });

  test('the description of the interface is served with its page, under the strict content policy', async () => {
    for (const path of ['/api/openapi.json', '/api/docs']) expect((await get(path)).status).toBe(401);
    // Those before may have ended the session.
    cookies.set(cleo, await cookieOf(hub, cleo));
    expect((await get('/api/openapi.json', cleo)).body.openapi).toBe('3.1.0');
    const page = await get('/api/docs', cleo);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.text).not.toMatch(/<script>|style=|onclick|https?:/);
  });
});

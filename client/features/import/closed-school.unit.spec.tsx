import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import type { Ask, Reply } from '../../replica/transport.js';
import type { ImportPreview } from './import-answers.js';
import { hubThatImports, open, preview } from './testing.js';

const closedSchool = {
  on: '2026-08-31',
  followedBy: [
    { institution: 'elm', name: 'Elm College', may: false },
    { institution: 'newfield', name: 'Newfield Academy', may: true },
  ],
};
const HIT = { institution: 'kestrel', name: 'Kestrel Hill', kind: 'school', nation: 'england', town: 'Leeds', trustName: '', closed: null };

/** A list of Northfield, which closed, until it is read for another school. */
function hubWithClosed(of: object = closedSchool, asAdministrator = false) {
  let there: string | undefined;
  const moves: unknown[] = [];
  const now = () => ({ ...preview, ...(there ? { institution: there } : { closedSchool: of }) }) as ImportPreview;
  const hub = hubThatImports(() => ({ status: 200, body: now() }));
  const ask = async (one: Ask): Promise<Reply> => {
    if (one.path.startsWith('/api/institutions')) return { status: 200, body: { total: 1, hits: [HIT] } };
    if (one.path === '/api/session') {
      const role = asAdministrator ? 'administrator' : 'coordinator';
      const memberships = (asAdministrator ? ['hub'] : ['northfield', 'southfield', 'newfield']).map((institution) => ({
        ...{ institution, trust: null, roles: [role] },
      }));
      return { status: 200, body: { person: 'helen', name: 'Helen', memberships, roles: [role], demo: true } };
    }
    if (!one.path.endsWith('/institution')) return hub.transport.ask(one);
    moves.push(one.body);
    there = (one.body as { readonly institution: string }).institution;
    return { status: 200, body: now() };
  };
  return { hub: { ...hub, transport: { ...hub.transport, ask } }, moves };
}
const opened = async (with_: ReturnType<typeof hubWithClosed>) => {
  const screenAt = await open('/import?at=northfield&import=i-1', with_.hub);
  await screen.findByRole('heading', { level: 1, name: 'Northfield School has closed' });
  return screenAt;
};
const mapping = () => screen.findByRole('heading', { level: 1, name: 'Check before you import' });

describe('a staff list of a school that has closed', () => {
  afterEach(() => replica().close());

  test('says so once, before any column, and is imported at the school that follows it', async () => {
    const closed = hubWithClosed();
    const at = await opened(closed);
    expect(screen.getByText(/^Northfield School closed on 31 August 2026\. Your list is kept/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Columns in your file' })).toBeNull();
    expect(screen.getByText(/^Elm College follows it, and you cannot import lists there/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import it at Elm College' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Import it at Newfield Academy' }));
    await mapping();
    expect(closed.moves).toEqual([{ institution: 'newfield' }]);
    await waitFor(() => expect(at.where()).toBe('/import?at=newfield&import=i-1'));
    // The same list, and never uploaded a second time.
    expect(closed.hub.asked.filter((one) => one.startsWith('POST /api/imports?'))).toEqual([]);
  });

  test('is imported at another school of theirs where no school follows it', async () => {
    const closed = hubWithClosed({ on: '2026-08-31', followedBy: [] });
    await opened(closed);
    const select = await screen.findByLabelText<HTMLSelectElement>('Another school or trust');
    expect([...select.options].map(({ value }) => value)).not.toContain('northfield');
    fireEvent.change(select, { target: { value: 'southfield' } });
    fireEvent.click(screen.getByRole('button', { name: 'Import it there' }));
    await mapping();
    expect(closed.moves).toEqual([{ institution: 'southfield' }]);
  });

  test('is imported at any school by an administrator of the hub, who finds it by name', async () => {
    const closed = hubWithClosed({ on: '2026-08-31', followedBy: [] }, true);
    await opened(closed);
    fireEvent.click(await screen.findByRole('button', { name: 'Import here at Kestrel Hill' }));
    await mapping();
    expect(closed.moves).toEqual([{ institution: 'kestrel' }]);
  });

  test('is said also where the school closed while the list was looked at', async () => {
    let isClosed = false;
    const hub = hubThatImports(() => ({ status: 200, body: { ...preview, ...(isClosed && { closedSchool }) } as ImportPreview }));
    const ask = async (one: Ask): Promise<Reply> => {
      if (!one.path.endsWith('/confirm')) return hub.transport.ask(one);
      isClosed = true;
      return { status: 409, body: { code: 'INSTITUTION.CLOSED', message: 'This school has closed.' } };
    };
    await open('/import?at=northfield&import=i-1', { ...hub, transport: { ...hub.transport, ask } });
    await mapping();
    fireEvent.click(await screen.findByRole('button', { name: /^Import one person/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Northfield School has closed' })).toBeTruthy();
  });
});

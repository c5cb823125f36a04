import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen } from '@solidjs/testing-library';
import type { Session } from '../replica/index.js';
import { BottomBar } from './bottom-bar.js';
import { BAR_LIMIT_PLACES, placesFor } from './places.js';

const as = (...roles: ('coordinator' | 'leader' | 'administrator')[]): Session =>
  ({ person: 'ben', name: 'Ben', roles, demo: true, memberships: [{ institution: 'n', trust: null, roles }] }) as never;

function open(session: Session, at = '/') {
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="*" component={() => <BottomBar session={session} />} />
    </MemoryRouter>
  ));
}
const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
const more = () => screen.queryByRole('button', { name: 'More' });

describe('the bar of phones', () => {
  test.each([
    ['a member', as()],
    ['a coordinator', as('coordinator')],
    ['a leader', as('leader')],
    ['an administrator', as('administrator')],
  ])('leads %s to every place of the header in at most two steps', (_, session) => {
    open(session);
    const places = placesFor(session, 'bar').map(({ path }) => path);
    expect(links().length + (more() ? 1 : 0)).toBe(Math.min(places.length, BAR_LIMIT_PLACES));
    const button = more();
    if (button) fireEvent.click(button);
    expect(links()).toEqual(places);
  });

  test('has no place that leads nowhere: a role of the hub alone opens no programme and no history', () => {
    const session = { ...as('administrator'), memberships: [{ institution: 'hub', trust: null, roles: ['administrator'] }] } as never;
    const places = placesFor(session, 'bar').map(({ path }) => path);
    expect(places).not.toContain('/programme');
    expect(places).not.toContain('/history');
    expect(placesFor(as('leader'), 'bar').map(({ path }) => path)).toEqual(expect.arrayContaining(['/programme', '/history']));
  });

  test('marks where one is, also where that is behind “More”', () => {
    open(as('coordinator'), '/history');
    expect(more()?.getAttribute('aria-current')).toBe('true');
    fireEvent.click(more() as HTMLElement);
    expect(screen.getByRole('link', { name: 'History' }).getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('link', { name: 'Today' }).hasAttribute('aria-current')).toBe(false);
  });

  test('says nothing of “More” being here where one is elsewhere', () => {
    open(as('coordinator'), '/directory');
    expect(more()?.hasAttribute('aria-current')).toBe(false);
    expect(screen.getByRole('link', { name: 'Directory' }).getAttribute('aria-current')).toBe('page');
  });

  test('opens “More” with an arrow, and Escape gives the focus back', () => {
    open(as('coordinator'));
    more()?.focus();
    fireEvent.keyDown(more() as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Development' }));
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Escape' });
    expect(document.activeElement).toBe(more());
    expect(screen.queryByRole('link', { name: 'Programme' })).toBeNull();
  });
});

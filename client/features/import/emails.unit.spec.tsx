import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { MemoryRouter, Route } from '@solidjs/router';
import { replica } from '../../replica/index.js';
import type { Kept } from '../../shared/people/kept-invitations.js';
import { NO_CHOICES } from './choices.js';
import { emailsWith, sayLater, SayTold, type Inviting } from './emails.js';
import type { Told } from './import-answers.js';
import { choose, preview } from './testing.js';
import { ToCheck } from './to-check.js';

const me: Inviting = { at: 'northfield', where: 'Northfield School', isReader: true, desk: 'coordinator' };
const nobody: Inviting = { ...me, isReader: false, desk: null };

test('a day on Today is not spoken of where everybody is asked to join: they are invited from Members', () => {
  expect(sayLater(me, { now: 2, atOnce: 1, waiting: 1 })).toBe('You invite them from Members.');
  expect(sayLater(me, { now: 3, atOnce: 1, waiting: 1 })).toBe('You choose a day on your Today page.');
  expect(sayLater({ ...me, isReader: false }, { now: 1, atOnce: 0, waiting: 1 })).toBe(
    'Coordinators of Northfield School invite them from Members.',
  );
});

test('a note with nothing to choose is no row to check; one with another word for its cell is', () => {
  const note = { column: 'Subjects', letter: 'E', message: 'This is not a subject that we know.', weight: 'note' as const };
  const error = { row: 9, message: 'Enter an email address.', weight: 'error' as const };
  const shown = (...of: Parameters<typeof ToCheck>[0]['of']) => {
    const { container } = render(() => <ToCheck of={of} />);
    const words = container.querySelector('p')?.textContent;
    cleanup();
    return words;
  };
  expect(shown({ ...note, row: 2 }, { ...note, row: 3 })).toBeUndefined();
  expect(shown({ ...note, row: 2 }, { ...note, row: 3, choices: ['Maths'] }, error)).toBe('2 rows are still to be checked.');
});

/** What the result says, and where its links lead. */
function said(told: Told, added: number, inviting = me, kept: Kept = { leaves: true, people: [] }) {
  const { container } = render(() => (
    <MemoryRouter>
      <Route path="/" component={() => <SayTold told={told} added={added} kept={kept} inviting={inviting} />} />
    </MemoryRouter>
  ));
  const words = [...container.querySelectorAll('p')].map(({ textContent }) => textContent).join(' ');
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  cleanup();
  return [words, ...links];
}
const NO_DAY = { planned: 0, on: null };

describe('the result of a list says who was emailed', () => {
  test.each<readonly [Told, number, string]>([
    [{ ...NO_DAY, emailed: 0 }, 0, 'We have not emailed any invitations.'],
    [{ ...NO_DAY, emailed: 1, atOnce: 1 }, 0, 'We are emailing one person an invitation.'],
    [{ ...NO_DAY, emailed: 4, atOnce: 1 }, 3, 'We are emailing 4 people an invitation.'],
  ])('%j, new: %s', (told, added, words) => expect(said(told, added)).toEqual([words]));

  test.each<readonly [Omit<Kept, 'people'>, string]>([
    [{ leaves: false }, 'We could not email 4 people their invitation: this hub has no email yet. You can send it once it has.'],
    [
      { leaves: false, waits: 'held' },
      'We have not emailed 4 invitations yet: this hub was restored from a backup and holds its emails. An administrator of the hub lets emails go on Hub status. What waits for more than 2 days is sent by hand.',
    ],
    [
      { leaves: true, waits: 'failing' },
      'We have not emailed 4 invitations yet: the mail server takes no email at the moment. We keep trying.',
    ],
  ])('and promises none that waits: %j', (kept, words) =>
    expect(said({ ...NO_DAY, emailed: 4 }, 0, me, { ...kept, people: [] })).toEqual([words]),
  );

  test('and leads to where the new people are invited, or to who could', () => {
    const later = { ...NO_DAY, emailed: 1, atOnce: 1 };
    expect(said(later, 2)).toEqual([
      'We are emailing one person an invitation. We have not emailed the new people yet. Invite them when you are ready.',
      '/newcomers?at=northfield',
    ]);
    expect(said({ ...NO_DAY, emailed: 0 }, 2, nobody)).toEqual([
      'We have not emailed the new people yet. Northfield School has no coordinator to invite them. Choose a coordinator: select “Change” beside a member.',
      '/members?at=northfield',
    ]);
    expect(said({ ...NO_DAY, emailed: 0 }, 2, { ...nobody, desk: 'administrator' })[0]).toMatch(
      /Administrators of Northfield School invite/,
    );
    expect(said({ ...NO_DAY, emailed: 0, waiting: 1 }, 0)).toEqual([
      'One person has an account and was never invited to Alongside. We have not emailed them: their first invitation asks them to join. ' +
        'They are on Members, under “Invited”.',
      '/members?at=northfield',
    ]);
    expect(sayLater(nobody)).toBe('Northfield School has no coordinator yet. Once it has one, they choose a day on their Today page.');
  });
});

test('each choice changes who is emailed, now and in any case', () => {
  const back = { who: 'Jo Kay', email: 'jo@x.example', left: '2026-07-01' };
  const namesake = { row: 5, who: 'Bo Lee', email: 'bo@x.example', isOne: true, members: [{ person: 'bo', uninvited: true as const }] };
  const list = {
    ...{ ...preview, emails: 3, emailsAtOnce: 1, emailsWaiting: 1 },
    comparison: {
      ...preview.comparison,
      returning: {
        total: 3,
        of: [
          { ...back, row: 2, asks: true as const, told: true as const },
          { ...back, row: 3, asks: true as const },
          { ...back, row: 4 },
        ],
      },
      sameNames: { total: 1, of: [namesake] },
    },
  };
  const of = (choices: object) => emailsWith(list, { ...NO_CHOICES, ...choices });
  expect(of({})).toEqual({ now: 3, atOnce: 1, waiting: 1 });
  expect(of({ again: new Set([2, 3, 4]) })).toEqual({ now: 6, atOnce: 2, waiting: 2 });
  expect(of({ who: new Map([[5, 'new']]) })).toMatchObject({ now: 4 });
  expect(of({ who: new Map([[5, 'same:bo']]) })).toMatchObject({ now: 4 });
  expect(of({ leftOut: new Set([7]) })).toMatchObject({ now: 2 });
});

test('the button says who is emailed whatever is chosen, and beside it what is still to be checked', async () => {
  const body = { ...preview, emails: 3, emailsAtOnce: 1, emailsWaiting: 1, foreseen: { ...preview.foreseen, asked: 2 } };
  await choose(() => ({ status: 200, body }));
  expect(await screen.findByRole('button', { name: 'Import 3 people and email one' })).toBeTruthy();
  expect(screen.getByText('One person already knows Alongside. We email them as soon as you import.')).toBeTruthy();
  expect(screen.getByText(/^One person has an account and was never invited to Alongside\. We do not email them now\./)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Members' }).getAttribute('href')).toBe('/members?at=northfield');
  expect(screen.getByText('One row is still to be checked.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Check this row' }));
  expect(document.activeElement?.textContent).toBe('Rows to check');
  fireEvent.click(screen.getByRole('radio', { name: /^Now/ }));
  expect(screen.getByRole('button', { name: 'Import 3 people and email 3' })).toBeTruthy();
  expect(screen.queryByText(/already knows Alongside/)).toBeNull();
  replica().close();
});

import { screen } from '@solidjs/testing-library';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import type { MemberLine } from './lines.js';
import { MemberList } from './member-list.js';

afterEach(() => replica().close());

describe('a line manager who is not of the school', () => {
  const line = {
    name: 'Mark Jones',
    member: { person: 'mark', from: '2025-09-01', roles: [], lineManager: 'asha', inductionTutor: 'far' },
  } as unknown as MemberLine;

  test('is named as what they are: a person who deleted their account is at no school', async () => {
    const hub = smallHub();
    seed(hub, []);
    hub.put('person', 'asha', { person: 'asha', name: '', called: '', erased: true });
    const people = new Map<string, PersonRow>();
    await openScreen(hub, () => <MemberList lines={[line]} chosenBy="" people={people} onOpen={() => undefined} />, '/', '/');
    expect(await screen.findByText('A former member')).toBeTruthy();
    expect(await screen.findByText('A person at another school')).toBeTruthy();
  });
});

describe('a line of the list', () => {
  const line = (person: string, name: string, member: object = {}, jobTitle = 'Teacher') =>
    ({
      name,
      member: {
        institution: 'elm',
        person,
        name,
        jobTitle,
        from: '2025-09-01',
        roles: [],
        lineManager: null,
        inductionTutor: null,
        ...member,
      },
    }) as unknown as MemberLine;
  const none = () => undefined;
  const open = async (lines: readonly MemberLine[], fill: (hub: ReturnType<typeof smallHub>) => void = none, answers: object = {}) => {
    const hub = smallHub();
    seed(hub, []);
    fill(hub);
    const people = new Map(lines.map(({ member }) => [member.person as string, member]));
    await openScreen(hub, () => <MemberList lines={lines} chosenBy="" people={people} onOpen={none} />, '/', '/', { ...answers });
  };

  test('has a button that tells two of one name apart, by address or else by job, and says no more where a name is there once', async () => {
    await open([line('one', 'Ann Lee'), line('two', 'Ann Lee', {}, 'Cook'), line('other', 'Bo Kay')], none, {
      '/api/people/one/email': { email: 'ann.one@elm.example' },
    });
    expect(await screen.findByRole('button', { name: 'Change Ann Lee, ann.one@elm.example, Teacher' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Change Ann Lee, Cook' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Change Bo Kay' })).toBeTruthy();
  });

  test('says of a line manager who has left that they have', async () => {
    await open([line('ben', 'Ben Okafor', { lineManager: 'lea' })], (hub) => {
      hub.put('person', 'lea', { person: 'lea', name: 'Lea Moss', called: 'Lea' });
      hub.put('member', 'elm:lea', { institution: 'elm', person: 'lea', left: '2026-01-05' });
    });
    expect(await screen.findByText('Lea Moss, who has left')).toBeTruthy();
  });

  test('says of whom it was asked whether another record is theirs, to who asked', async () => {
    const asked = (kept: string, askedBy: string) => ({
      ...{ status: 'asked', kept, joined: `${kept}-2`, askedBy, askedAt: '2026-03-02T09:00:00.000Z', askedOf: [kept, `${kept}-2`] },
      ...{ since: null, bothAddresses: true },
    });
    await open([line('one', 'Ann Lee'), line('other', 'Bo Kay')], (hub) => {
      hub.put('joining', 'a', asked('one', 'ben'));
      hub.put('joining', 'b', asked('other', 'asha'));
    });
    const tag = await screen.findByText('Asked about another record');
    expect(tag.closest('.member')?.textContent).toContain('Ann Lee');
  });

  test('remarks on a first day that has not come', async () => {
    await open([line('ben', 'Ben Okafor', { from: '2099-10-01' }), line('asha', 'Asha Rahman')]);
    expect((await screen.findByText('Starts on')).nextElementSibling?.textContent).toBe('1 Oct 2099');
    expect(screen.getByText('Member since').nextElementSibling?.textContent).toMatch(/^1 Sept? 2025$/);
  });
});

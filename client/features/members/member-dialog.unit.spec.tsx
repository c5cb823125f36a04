import { jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal, Show } from 'solid-js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { settle, smallHub } from '../../replica/testing/small-hub.js';
import { ToastRegion } from '../../ui/index.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import MemberDialog from './member-dialog.js';

const member = {
  institution: 'northfield',
  person: 'asha',
  roles: [],
  from: '2026-01-05',
  left: null,
  lineManager: null,
  inductionTutor: null,
} as unknown as MemberRow;
const people = new Map([['asha', { person: 'asha', name: 'Asha Rahman' } as PersonRow]]);
const at = { id: 'northfield', name: 'Northfield School', roles: ['coordinator'] } as unknown as InstitutionChoice;

async function remove(line: { awaited: boolean; uninvited: boolean }): Promise<void> {
  const hub = smallHub();
  // The rows of those who have not signed in are not for everyone who may remove them: the list of members says it.
  hub.put('roster', 'northfield:asha', { institution: 'northfield', person: 'asha', ...line });
  await startReplica(hub.transport).refresh();
  render(() => <MemberDialog at={at} member={member} people={people} onClose={() => undefined} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove Asha Rahman' }));
}

test('a changed email address is said in words that outlast the dialog', async () => {
  await startReplica(smallHub().transport).refresh();
  const [isOpen, setOpen] = createSignal(true);
  render(() => (
    <>
      <Show when={isOpen()}>
        <MemberDialog at={at} member={member} people={people} onClose={() => setOpen(false)} />
      </Show>
      <ToastRegion />
    </>
  ));
  fireEvent.click(await screen.findByRole('button', { name: 'Change email address' }));
  fireEvent.input(await screen.findByLabelText('New email address'), { target: { value: 'asha@northfield.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Change email address' }));
  const said = await screen.findByText(/now signs in with asha@northfield\.example\.$/);
  expect(said.closest('.toast')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(said.isConnected).toBe(true);
});

afterEach(() => replica().close());

test('of who stands above a member, only what was changed is said: what a colleague sets of the other meanwhile stays', async () => {
  const hub = smallHub();
  await startReplica(hub.transport).refresh();
  const above = { ...member, lineManager: 'mona', inductionTutor: 'tess' } as MemberRow;
  const known = new Map([
    ...people,
    ...['Mona', 'Tess'].map((name) => [name.toLowerCase(), { person: name.toLowerCase(), name } as PersonRow] as const),
  ]);
  render(() => <MemberDialog at={at} member={above} people={known} onClose={() => undefined} />);
  fireEvent.click(await screen.findByRole('button', { name: /Mona/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(() => expect(hub.commands().at(-1)?.type).toBe('SetReportingLine'));
  expect(hub.commands().at(-1)?.data).toEqual({ institution: 'northfield', person: 'asha', lineManager: null });
});

describe('removing a member', () => {
  test.each([
    { awaited: false, uninvited: false },
    { awaited: true, uninvited: false },
  ])('says that they are emailed (%j)', async (line) => {
    await remove(line);
    expect(await screen.findByText('We email Asha Rahman to say that they are no longer a member.')).toBeTruthy();
    expect(screen.queryByText(/^They have signed in, so to bring them back/) !== null).toBe(!line.awaited);
  });

  test('who has no invitation yet is not emailed, and the dialog says so', async () => {
    await remove({ awaited: true, uninvited: true });
    expect(await screen.findByText('Asha Rahman has no invitation yet, so we do not email them about it.')).toBeTruthy();
  });
});

test('who was removed is named though their name is out of sight by then', async () => {
  const [seen, setSeen] = createSignal<ReadonlyMap<string, PersonRow>>(people);
  const hub = smallHub(() => {
    setSeen(new Map());
    return undefined;
  });
  await startReplica(hub.transport).refresh();
  render(() => (
    <>
      <MemberDialog at={at} member={member} people={seen()} onClose={() => undefined} />
      <ToastRegion />
    </>
  ));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove Asha Rahman' }));
  const [button] = (await screen.findAllByRole('button', { name: 'Remove Asha Rahman' })).slice(-1);
  if (button) fireEvent.click(button);
  expect(await screen.findByText('Asha Rahman removed from Northfield School')).toBeTruthy();
});

describe('the first day of a member', () => {
  const open = async (from: string, decide: Parameters<typeof smallHub>[0] = () => undefined) => {
    const given: { type: string; data: unknown }[] = [];
    const hub = smallHub((envelope, of) => {
      given.push({ type: envelope.type, data: envelope.data });
      return decide(envelope, of);
    });
    await startReplica(hub.transport).refresh();
    const of = { ...member, from } as unknown as MemberRow;
    render(() => <MemberDialog at={at} member={of} people={people} onClose={() => undefined} />);
    return given;
  };

  test('is corrected here, and nothing else is sent', async () => {
    const given = await open('2027-09-01');
    expect(await screen.findByText(/This day has not come yet\./)).toBeTruthy();
    fireEvent.input(screen.getByLabelText('First day here'), { target: { value: '2025-09-01' } });
    expect(screen.queryByText(/This day has not come yet\./)).toBeNull();
    fireEvent.input(screen.getByLabelText('First day here'), { target: { value: '2027-08-31' } });
    expect(screen.getByText(/This day has not come yet\./)).toBeTruthy();
    fireEvent.input(screen.getByLabelText('First day here'), { target: { value: '2025-09-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    const data = { institution: 'northfield', person: 'asha', from: '2025-09-01' };
    await waitFor(() => expect(given).toEqual([{ type: 'CorrectFirstDay', data }]));
  });

  test('that the hub refuses is said beside the field', async () => {
    const message = 'This day is more than a year ahead. Check the year.';
    await open('2025-09-01', () => ({ code: 'MEMBER.FIRST_DAY_AHEAD', message, field: 'from' }));
    expect(screen.queryByText(/has not come yet/)).toBeNull();
    fireEvent.input(screen.getByLabelText('First day here'), { target: { value: '2099-09-01' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect((await screen.findByText(message)).closest('.field')?.querySelector('input[type="date"]')).toBeTruthy();
  });

  test('stays where its field was emptied', async () => {
    const given = await open('2025-09-01');
    fireEvent.input(screen.getByLabelText('First day here'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Enter their first day here.')).toBeTruthy();
    expect(given).toEqual([]);
  });
});

describe('the name of a member', () => {
  const open = async (more: object, decide: Parameters<typeof smallHub>[0] = () => undefined, called = 'Asha') => {
    const given: { type: string; data: unknown }[] = [];
    const hub = smallHub((envelope, of) => {
      given.push({ type: envelope.type, data: envelope.data });
      return decide(envelope, of);
    });
    hub.put('person', 'asha', { person: 'asha', name: 'Asha Rahman', called });
    await startReplica(hub.transport).refresh();
    const [of, setOf] = createSignal({ ...member, ...more });
    const closed = jest.fn();
    render(() => <MemberDialog at={at} member={of()} people={people} onClose={closed} />);
    await screen.findByLabelText('First day here');
    await waitFor(() => expect(hub.asked.some(({ path }) => path.startsWith('/api/views/person'))).toBe(true));
    await settle();
    const save = (name: string) => {
      fireEvent.input(screen.getByLabelText('Name'), { target: { value: name } });
      fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    };
    return { given, closed, save, signsIn: () => setOf((now) => ({ ...now, awaited: false })) };
  };

  test('is corrected here until they have signed in, and keeps the given name that is part of it', async () => {
    const { given, closed, save } = await open({ awaited: true });
    save('Asha Rehman ');
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(given).toEqual([{ type: 'RenamePerson', data: { person: 'asha', name: 'Asha Rehman', names: { given: 'Asha' } } }]);
  });

  test('that was wrong from its beginning says no given name', async () => {
    const { given, closed, save } = await open({ awaited: true });
    save('Aisha Rahman');
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(given).toEqual([{ type: 'RenamePerson', data: { person: 'asha', name: 'Aisha Rahman' } }]);
  });

  test('is not to be changed once they have signed in', async () => {
    await open({ awaited: false });
    expect(screen.queryByLabelText('Name')).toBeNull();
  });

  test('that was emptied is asked for', async () => {
    const { given, save } = await open({ awaited: true });
    save(' ');
    expect(await screen.findByText('Enter their name.')).toBeTruthy();
    expect(given).toEqual([]);
  });

  test('stays as it was typed where they signed in meanwhile, and the field says whose it is now', async () => {
    const { closed, save, signsIn } = await open({ awaited: true }, () => ({
      code: 'COMMAND.NOT_ALLOWED',
      message: 'You cannot do this.',
    }));
    signsIn();
    save('Aisha Rahman');
    const said = await screen.findByText(/has signed in, so only they can change their name now\./);
    const field = screen.getByLabelText('Name') as HTMLInputElement;
    expect([said.closest('.field')?.contains(field), field.value]).toEqual([true, 'Aisha Rahman']);
    expect([screen.queryByText('You cannot do this.'), closed.mock.calls]).toEqual([null, []]);
  });
});

test('a question that you asked about another record is in the dialog, since when and who decides, and can be taken back', async () => {
  const hub = smallHub();
  const row = { status: 'asked', kept: 'asha', joined: 'asha-2', askedOf: ['asha', 'asha-2'], since: null, bothAddresses: true };
  hub.put('joining', 'asha~asha-2', { ...row, askedBy: 'ben', askedAt: '2026-03-02T09:00:00.000Z' });
  await startReplica(hub.transport).refresh();
  render(() => <MemberDialog at={at} member={member} people={people} onClose={() => undefined} />);
  expect(await screen.findByText(/On 2 March 2026 you asked .*Asha Rahman.* Only they can join the records\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take back the question' }));
  expect(hub.commands()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Take back the question' }));
  await waitFor(() => expect(hub.commands().map(({ type }) => type)).toEqual(['DeclineJoining']));
});

test('joining two records says which record is meant', async () => {
  const answers = {
    '/api/people/asha/email': { email: 'asha@northfield.example' },
    '/api/session': {
      person: 'ben',
      name: 'Ben',
      memberships: [{ institution: 'northfield', trust: null, roles: ['administrator'] }],
      roles: [],
    },
  };
  await startReplica(answering(smallHub().transport, answers)).refresh();
  const named = new Map([['asha', { person: 'asha', name: 'Asha Rahman', jobTitle: 'Teacher' }]]) as unknown as typeof people;
  render(() => <MemberDialog at={at} member={member} people={named} onClose={() => undefined} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Join with another record' }));
  expect(await screen.findByText('Asha Rahman, asha@northfield.example, Teacher')).toBeTruthy();
});

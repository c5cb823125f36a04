import { MemoryRouter, Route } from '@solidjs/router';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import type { Reply, Transport } from '../../replica/transport.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { dayAfter, dayOf, ToastRegion } from '../../ui/index.js';
import { AddForm } from './add-colleague.js';

const northfield: InstitutionChoice = { id: 'northfield', name: 'Northfield School', kind: 'school', trust: null };

async function open(decide?: Parameters<typeof smallHub>[0], why?: string, removed?: Reply) {
  const hub = smallHub(decide);
  const { ask } = hub.transport;
  const asked: Transport['ask'] = async (one) => (one.path === '/api/institutions/northfield/put-back' && removed ? removed : ask(one));
  await startReplica({ ...hub.transport, ask: asked }).refresh();
  let closed = 0;
  render(() => (
    <>
      <MemoryRouter>
        <Route path="/" component={() => <AddForm at={northfield} why={why} onClose={() => (closed += 1)} />} />
      </MemoryRouter>
      <ToastRegion />
    </>
  ));
  await screen.findByLabelText('Name');
  return { hub, closed: () => closed };
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const fill = () => {
  type('Name', 'Zoë Café');
  type('Work email address', 'zoe@northfield.example');
};

afterEach(() => replica().close());

describe('adding a colleague', () => {
  test('invites, then adds the same person', async () => {
    const { hub, closed } = await open();
    fill();
    press('Add to Northfield School');
    await waitFor(() => expect(closed()).toBe(1));
    const [invite, add] = hub.commands();
    expect([invite?.type, add?.type]).toEqual(['InvitePerson', 'AddMember']);
    expect(add?.data).toMatchObject({ person: (invite?.data as { person: string } | undefined)?.person, institution: 'northfield' });
  });

  test.each([
    [undefined, 'Zoë Café added. We emailed an invitation to zoe@northfield.example.'],
    ['this hub has no email yet', 'Zoë Café added. We have not emailed them: this hub has no email yet.'],
  ])('says whether an email went: %s', async (why, said) => {
    await open(undefined, why);
    fill();
    press('Add to Northfield School');
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('asks for what is missing before anything is sent', async () => {
    const { hub } = await open();
    press('Add to Northfield School');
    expect(screen.getByText(/Enter their name/)).toBeTruthy();
    expect(screen.getByText(/Enter an email address/)).toBeTruthy();
    expect(hub.commands()).toEqual([]);
  });

  test('takes a first day of the coming year, and refuses one further ahead before anything is sent', async () => {
    const { hub, closed } = await open();
    fill();
    const year = Number(dayOf().slice(0, 4));
    type('First day here', `${year + 2}-09-01`);
    press('Add to Northfield School');
    expect(await screen.findByText('This day is more than a year ahead. Check the year.')).toBeTruthy();
    expect(hub.commands()).toEqual([]);
    const ahead = dayAfter(dayOf(), 300);
    type('First day here', ahead);
    press('Add to Northfield School');
    await waitFor(() => expect(closed()).toBe(1));
    expect(hub.commands().at(-1)?.data).toMatchObject({ from: ahead });
  });

  test('when only the second act is refused, trying again does not invite twice', async () => {
    let refusals = 1;
    const { hub, closed } = await open(({ type: given }) =>
      given === 'AddMember' && refusals-- > 0 ? { code: 'MEMBER.UNKNOWN', message: 'We do not know that person yet.' } : undefined,
    );
    fill();
    press('Add to Northfield School');
    expect(await screen.findByText('Zoë Café was invited, but is not a member yet')).toBeTruthy();
    press('Try again');
    await waitFor(() => expect(closed()).toBe(1));
    expect(hub.commands().map((one) => one.type)).toEqual(['InvitePerson', 'AddMember', 'AddMember']);
  });

  test('an address that is known is asked instead, and what was typed stays until then', async () => {
    const { hub, closed } = await open(({ type: given }) =>
      given === 'InvitePerson'
        ? { code: 'PERSON.EMAIL_TAKEN', message: 'Somebody on the hub has this e-mail address already.', field: 'email' }
        : undefined,
    );
    fill();
    press('Add to Northfield School');
    fireEvent.click(await screen.findByRole('button', { name: 'Invite them to Northfield School' }));
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Zoë Café');
    await waitFor(() => expect(closed()).toBe(1), { timeout: 5_000 });
    expect(hub.commands().at(-1)).toMatchObject({
      type: 'InviteMembers',
      data: { institution: 'northfield', invited: [{ email: 'zoe@northfield.example' }] },
    });
  });

  describe('one who is asked', () => {
    const asked = (untold: object, refused?: 'SendInvitations') =>
      open(({ type: given }, hub) => {
        if (given === 'InvitePerson') return { code: 'PERSON.EMAIL_TAKEN', message: 'Taken.', field: 'email' };
        const row = { institution: 'northfield', person: 'zoe', email: 'Zoe@northfield.example', by: 'ben', from: '2026-09-01' };
        if (given === 'InviteMembers') hub.put('invitation', 'northfield:zoe', { ...row, askedAt: '2026-03-06T09:00:00.000Z', ...untold });
        return given === refused ? { code: 'COMMAND.NOT_ALLOWED', message: 'You may not do this.' } : undefined;
      });
    const ask = async () => {
      fill();
      press('Add to Northfield School');
      fireEvent.click(await screen.findByRole('button', { name: 'Invite them to Northfield School' }));
    };
    const emailed = 'zoe@northfield.example invited. The invitation is on their Today page and in their email.';

    test('and was never told of Alongside is sent their first invitation at once', async () => {
      const { hub, closed } = await asked({ untold: true });
      await ask();
      await waitFor(() => expect(closed()).toBe(1));
      expect(hub.commands().at(-1)).toMatchObject({ type: 'SendInvitations', data: { institution: 'northfield', people: ['zoe'] } });
      expect(await screen.findByText(emailed)).toBeTruthy();
    });

    test('and knows Alongside was emailed as they were asked', async () => {
      const { hub } = await asked({});
      await ask();
      expect(await screen.findByText(emailed)).toBeTruthy();
      expect(hub.commands().at(-1)?.type).toBe('InviteMembers');
    });

    test('is not said to be emailed where that was refused', async () => {
      await asked({ untold: true }, 'SendInvitations');
      await ask();
      expect(await screen.findByText(/^zoe@northfield\.example invited, but not emailed yet\./)).toBeTruthy();
    });
  });

  test('nobody is asked where it is not known whether they were removed: they would be added, and an invitation be told of', async () => {
    const { hub } = await open(
      ({ type: given }) => (given === 'InvitePerson' ? { code: 'PERSON.EMAIL_TAKEN', message: 'Taken.', field: 'email' } : undefined),
      undefined,
      { status: 503, body: { code: 'HUB.BUSY', message: 'The hub is busy. Try again in a moment.' } },
    );
    fill();
    press('Add to Northfield School');
    expect(await screen.findByText(/^The hub is busy\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Invite them/ })).toBeNull();
    press('Add to Northfield School');
    await waitFor(() => expect(hub.commands().map((one) => one.type)).toEqual(['InvitePerson', 'InvitePerson']));
  });

  test('one who was removed and never signed in is added again without an invitation, from their first day', async () => {
    const { hub, closed } = await open(
      ({ type: given }) => (given === 'InvitePerson' ? { code: 'PERSON.EMAIL_TAKEN', message: 'Taken.', field: 'email' } : undefined),
      undefined,
      { status: 200, body: { person: 'zoe', name: 'Zoë Café', from: '2025-09-01' } },
    );
    fill();
    press('Add to Northfield School');
    fireEvent.click(await screen.findByRole('button', { name: 'Add Zoë Café again' }));
    await waitFor(() => expect(closed()).toBe(1));
    expect(hub.commands().at(-1)).toMatchObject({
      type: 'AddMember',
      data: { institution: 'northfield', person: 'zoe', from: '2025-09-01' },
    });
    expect(await screen.findByText('Zoë Café is a member of Northfield School again')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Invite them/ })).toBeNull();
  });
});

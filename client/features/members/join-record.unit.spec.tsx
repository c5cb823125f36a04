import { jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { JoinRecord } from './join-record.js';

afterEach(() => replica().close());

test('an administrator finds the other record by its address, sees whose it is, and asks', async () => {
  const hub = smallHub();
  const kept = { keptName: 'Ben', keptEmail: 'b…@x.example' };
  const found = { record: 'moved', name: 'B Okafor', places: ['Elm School'], sameName: true, uninvited: [], mayVouch: [], ...kept };
  await startReplica(answering(hub.transport, { '/api/joining/find': found })).refresh();
  const none = () => undefined;
  render(() => <JoinRecord person="ben" name="Ben" onBack={none} onClose={none} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Find record' }));
  expect(screen.getByText(/Enter an email address/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Email address of the other record'), { target: { value: 'b@elm.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find record' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask Ben' }));
  expect(screen.getByText(/Elm School/)).toBeTruthy();
  await waitFor(() =>
    expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['ProposeJoining', { record: 'ben', other: 'moved' }]]),
  );
});

test('who asked sees that there is no answer yet, and can take the question back', async () => {
  const hub = smallHub();
  const row = {
    status: 'asked',
    kept: 'cleo',
    joined: 'cleo-2',
    askedOf: ['cleo', 'cleo-2'],
    since: null,
    bothAddresses: true,
    askedAt: '2026-03-02T09:00:00.000Z',
  };
  hub.put('joining', 'cleo_cleo-2', { ...row, askedBy: 'ben' });
  hub.put('joining', 'dan_dan-2', { ...row, kept: 'dan', joined: 'dan-2', askedOf: ['dan', 'dan-2'], askedBy: 'asha' });
  await startReplica(hub.transport).refresh();
  const closed = jest.fn();
  render(() => <JoinRecord person="cleo" name="Cleo" onBack={() => undefined} onClose={closed} />);
  expect(await screen.findByText(/On 2 March 2026 you asked Cleo if another record .* Only they can join the records\./)).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Take back the question' }));
  expect(hub.commands()).toEqual([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Take back the question' }));
  await waitFor(() =>
    expect(hub.commands().map(({ type, data }) => [type, data])).toEqual([['DeclineJoining', { record: 'cleo', other: 'cleo-2' }]]),
  );
  await waitFor(() => expect(closed).toHaveBeenCalled());
  render(() => <JoinRecord person="dan" name="Dan" onBack={() => undefined} onClose={() => undefined} />);
  expect(await screen.findByRole('button', { name: 'Find record' })).toBeTruthy();
});

test('where the names differ they are asked to check, and read what is kept and whose first email it is', async () => {
  const hub = smallHub();
  const kept = { kept: 'zoe', keptName: 'Zoe O’Brien-Smith', keptEmail: 'z…@elm.example' };
  const found = {
    record: 'zoe',
    name: 'Zoe O’Brien-Smith',
    places: ['Elm School'],
    sameName: false,
    uninvited: ['zoe'],
    mayVouch: [],
    ...kept,
  };
  await startReplica(answering(hub.transport, { '/api/joining/find': found })).refresh();
  const none = () => undefined;
  render(() => <JoinRecord person="ben" name="Ben Hughes" onBack={none} onClose={none} />);
  fireEvent.input(await screen.findByLabelText('Email address of the other record'), { target: { value: 'zoe@elm.example' } });
  expect(screen.queryByText(/The names differ/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Find record' }));
  expect(await screen.findByText(/The names differ/)).toBeTruthy();
  expect(screen.getByText(/Ben Hughes.* and .*Zoe O’Brien-Smith.*Check that they are one person/)).toBeTruthy();
  expect(
    screen.getByText(
      /keep the name .*Zoe O’Brien-Smith.* and send emails to zoe@elm\.example until they choose the other address on Privacy\. They can sign in with either address/,
    ),
  ).toBeTruthy();
  expect(
    screen.getByText(/The record of .*Zoe O’Brien-Smith.* has no invitation yet, so this is its first email from Alongside/),
  ).toBeTruthy();
  expect(screen.queryByText(/on Today and by email/)).toBeNull();
});

test.each([
  [['ben', 'moved'], 'Neither record has an invitation yet, so this is their first email from Alongside.'],
  [['moved'], 'The record with b@elm.example has no invitation yet, so this is its first email from Alongside.'],
  [['ben'], 'The record that you opened has no invitation yet, so this is its first email from Alongside.'],
])('two records of one name without invitations (%j) are told apart in one sentence', async (uninvited, said) => {
  const found = {
    record: 'moved',
    name: 'Ben',
    places: [],
    sameName: true,
    uninvited,
    mayVouch: [],
    keptName: 'Ben',
    keptEmail: 'b…@x.example',
  };
  await startReplica(answering(smallHub().transport, { '/api/joining/find': found })).refresh();
  const none = () => undefined;
  render(() => <JoinRecord person="ben" name="Ben" onBack={none} onClose={none} />);
  fireEvent.input(await screen.findByLabelText('Email address of the other record'), { target: { value: 'b@elm.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find record' }));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.getAllByText(/first email from Alongside/)).toHaveLength(1);
});

async function findMoved(mayVouch: readonly string[]) {
  const hub = smallHub();
  const found = {
    record: 'moved',
    name: 'Ben',
    places: ['Elm School'],
    sameName: true,
    uninvited: [],
    mayVouch,
    kept: 'ben',
    keptName: 'Ben',
    keptEmail: 'b…@x.example',
  };
  await startReplica(
    answering(hub.transport, { '/api/joining/find': found, '/api/people/ben/email': { email: 'ben@old.example' } }),
  ).refresh();
  const none = () => undefined;
  render(() => <JoinRecord person="ben" name="Ben" onBack={none} onClose={none} />);
  fireEvent.input(await screen.findByLabelText('Email address of the other record'), { target: { value: 'b@elm.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find record' }));
  await screen.findByRole('button', { name: 'Ask Ben' });
  return hub;
}

test('a hub without email promises none', async () => {
  const hub = smallHub();
  const found = {
    record: 'moved',
    name: 'Ben',
    places: [],
    sameName: true,
    uninvited: ['moved'],
    mayVouch: [],
    kept: 'ben',
    keptName: 'Ben',
    keptEmail: 'b…@x.example',
  };
  await startReplica(answering(hub.transport, { '/api/joining/find': found, '/api/sign-in/hub': { name: null, leaves: false } })).refresh();
  const none = () => undefined;
  render(() => <JoinRecord person="ben" name="Ben" onBack={none} onClose={none} />);
  expect(await screen.findByText(/This hub sends no emails yet, so tell Ben that the question is on Today/)).toBeTruthy();
  fireEvent.input(await screen.findByLabelText('Email address of the other record'), { target: { value: 'b@elm.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Find record' }));
  await screen.findByRole('button', { name: 'Ask Ben' });
  expect(screen.queryByText(/first email from Alongside|We email the question/)).toBeNull();
});

test('an address is written in one way: whole, where it is at hand', async () => {
  await findMoved(['ben', 'moved']);
  expect(screen.getByText(/send emails to ben@old\.example until/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('…@');
});

describe('who asks may say that they can no longer read email', () => {
  const sent = (hub: Awaited<ReturnType<typeof findMoved>>) => hub.commands().map(({ type, data }) => [type, data]);

  test.each([
    ['ben@old.example', 'ben'],
    ['b@elm.example', 'moved'],
  ])('at one of the two addresses (%s)', async (address, unread) => {
    const hub = await findMoved(['ben', 'moved']);
    expect((screen.getByLabelText('They can read email at both') as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText(/only if they agree with a code/)).toBeTruthy();
    expect(screen.getByText(/Once the records are joined, you cannot undo it\./)).toBeTruthy();
    fireEvent.click(screen.getByLabelText(`They can no longer read email at ${address}`));
    expect(screen.getByText(/They need no code, and can agree 3 days after you ask/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ask Ben' }));
    await waitFor(() => expect(sent(hub)).toEqual([['ProposeJoining', { record: 'ben', other: 'moved', unread }]]));
  });

  test('at the one of which they may say so, or nothing of it', async () => {
    const hub = await findMoved(['moved']);
    const tick = screen.getByRole('checkbox', { name: 'They can no longer read email at b@elm.example' });
    fireEvent.click(tick);
    fireEvent.click(tick);
    fireEvent.click(screen.getByRole('button', { name: 'Ask Ben' }));
    await waitFor(() => expect(sent(hub)).toEqual([['ProposeJoining', { record: 'ben', other: 'moved' }]]));
  });

  test('of none where they may not change the address', async () => {
    await findMoved([]);
    expect(screen.queryByText(/no longer read email/)).toBeNull();
  });
});

test('who said so reads from when the records can be joined', async () => {
  const hub = smallHub();
  hub.put('joining', 'ben_moved', {
    ...{ status: 'asked', kept: 'ben', joined: 'moved', askedOf: ['ben', 'moved'], askedBy: 'ben', since: null, bothAddresses: true },
    ...{ askedAt: '2026-03-02T09:00:00.000Z', unread: { record: 'ben', from: '2026-03-05T09:00:00.000Z' } },
  });
  await startReplica(hub.transport).refresh();
  render(() => <JoinRecord person="moved" name="Ben" onBack={() => undefined} onClose={() => undefined} />);
  expect(
    await screen.findByText(/no longer read email at one of the two addresses\. .* without a code from Thursday 5 March/),
  ).toBeTruthy();
});

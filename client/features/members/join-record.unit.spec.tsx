import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { JoinRecord } from './join-record.js';

afterEach(() => replica().close());

test('an administrator finds the other record by its address, sees whose it is, and asks', async () => {
  const hub = smallHub();
  const found = { record: 'moved', name: 'B Okafor', places: ['Elm School'] };
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

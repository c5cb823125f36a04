import { render, screen } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { ChangeEmail } from './change-email.js';

const PATH = '/api/people/asha/email';
const open = async (answers: Record<string, unknown>) => {
  await startReplica(answering(smallHub().transport, answers)).refresh();
  const none = () => undefined;
  render(() => <ChangeEmail person="asha" at="northfield" name="Asha" onBack={none} onClose={none} />);
};

afterEach(() => replica().close());

describe('changing the email address of a member', () => {
  test('shows the one they sign in with now, so that a typing error in it is seen', async () => {
    await open({ [PATH]: { email: 'asha@nortfield.example' } });
    expect((await screen.findByText('asha@nortfield.example')).closest('p')?.textContent).toBe(
      'Asha signs in with asha@nortfield.example.',
    );
  });

  test('says nothing of an address that the hub does not tell', async () => {
    await open({ [PATH]: { email: '' } });
    await screen.findByLabelText('New email address');
    expect(screen.queryByText(/signs in with/)).toBeNull();
  });
});

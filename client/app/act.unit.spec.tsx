import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../replica/index.js';
import { settle, smallHub } from '../replica/testing/small-hub.js';
import { Button, clearToasts, ToastRegion } from '../ui/index.js';
import { createAct } from './act.js';

function Page() {
  const leave = createAct();
  return (
    <>
      <Button
        pending={leave.pending()}
        onPress={() => void leave.run('RemoveMember', { institution: 'i', person: 'ben' }, 'You have left.')}
      >
        Leave
      </Button>
      <ToastRegion />
    </>
  );
}

describe('a button that sends a command', () => {
  afterEach(() => {
    replica().close();
    clearToasts();
  });

  test('shows that it is on its way, and sends once however often it is pressed', async () => {
    const hub = smallHub();
    await startReplica(hub.transport).refresh();
    hub.hold();
    render(() => <Page />);
    const button = screen.getByRole('button', { name: 'Leave' });
    fireEvent.click(button);
    fireEvent.click(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
    await settle();
    hub.release();
    expect(await screen.findByText('You have left.')).toBeTruthy();
    await waitFor(() => expect(button.hasAttribute('aria-busy')).toBe(false));
    expect(hub.commands()).toHaveLength(1);
  });

  test('says that it is saved only when it is: meanwhile the page can be used', async () => {
    const hub = smallHub();
    await startReplica(hub.transport).refresh();
    hub.cut();
    render(() => <Page />);
    const button = screen.getByRole('button', { name: 'Leave' });
    fireEvent.click(button);
    await waitFor(() => expect(replica().saveStatus()).toBe('here'));
    await waitFor(() => expect(button.hasAttribute('aria-busy')).toBe(false));
    expect(screen.queryByText('You have left.')).toBeNull();
    hub.mend();
    expect(await screen.findByText('You have left.')).toBeTruthy();
  });

  test('can be pressed again after a refusal, which is said', async () => {
    const hub = smallHub(() => ({ code: 'REFUSED', message: 'You are the last administrator.' }));
    await startReplica(hub.transport).refresh();
    render(() => <Page />);
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(await screen.findByText('You are the last administrator.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    await settle();
    expect(hub.commands()).toHaveLength(2);
  });
});

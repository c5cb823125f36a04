import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { WrongClock } from './clock.js';
import { sayStamp } from './clock-words.js';

const newest = '2026-03-06T15:40:00.000Z';

test('a moment is said with its year, by the clock in the United Kingdom', () => {
  expect(sayStamp('2031-07-06T15:40:00.000Z')).toBe('4:40pm on 6 July 2031');
});

test.each([
  ['behind', '2026-03-05T15:40:00.000Z'],
  ['ahead', '2031-03-05T15:40:00.000Z'],
] as const)('a clock that is %s is said with both times, and confirmed by one press', async (state, now) => {
  const hub = smallHub();
  await startReplica(hub.transport).refresh();
  let confirmed = 0;
  render(() => <WrongClock of={{ state, now, newest }} onConfirmed={() => (confirmed += 1)} />);
  expect(screen.getByText(`The server’s clock says ${sayStamp(now)}`)).toBeTruthy();
  expect(screen.getByText('The newest change on this hub is from 3:40pm on 6 March 2026.')).toBeTruthy();
  expect(screen.getByText(state === 'ahead' ? /no one has used the hub since then/ : /wrong before and is right now/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'The clock is right' }));
  await waitFor(() => expect(confirmed).toBe(1));
  expect(hub.asked.flatMap(({ path, body }) => (path === '/api/commands' ? [body] : []))).toMatchObject([
    { type: 'ConfirmDate', data: { institution: 'hub', newest } },
  ]);
  replica().close();
});

import { screen } from '@solidjs/testing-library';
import { replica } from '../../../replica/index.js';
import { smallHub } from '../../../replica/testing/small-hub.js';
import { dayAfter, dayOf } from '../../../ui/index.js';
import { openScreen, seed } from '../../../shared/testing.js';
import { COORDINATOR, ELM } from './coordinator.testing.js';
import { SinceThen } from './since.js';

afterEach(() => replica().close());

test('the days since the last one of school are read as one range, once its calendar is known', async () => {
  const hub = smallHub();
  const row = (day: string, met: number) => ['day', `elm:${day}`, { institution: 'elm', day, kinds: { met }, height: 1 }] as const;
  seed(hub, [ELM, row(dayOf(), 7), row(dayAfter(dayOf(), -1), 6), row(dayAfter(dayOf(), -40), 9)]);
  await openScreen(hub, () => <SinceThen at="elm" />, '/', '/', COORDINATOR);
  expect(await screen.findByText('Today: 7 pairs met.')).toBeTruthy();
  expect(screen.queryByText(/9 pairs/)).toBeNull();
  const reads = hub.reads().filter((path) => path.startsWith('/api/views/day?'));
  expect(reads.map((path) => new URL(path, 'http://hub').searchParams.get('to'))).toEqual([dayOf()]);
});

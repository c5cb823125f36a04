import { screen } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import Today from './today.screen.js';

afterEach(() => replica().close());

describe('a notification', () => {
  test('names everybody whom its words name, whichever field of the event they stand in', async () => {
    const hub = smallHub();
    seed(hub, [
      ['person', 'helen', { person: 'helen', name: 'Helen Price', called: 'Helen' }],
      ['person', 'cleo', { person: 'cleo', name: 'Cleo Park', called: 'Cleo' }],
      [
        'notice',
        'n1',
        {
          ...{ notice: 'n1', person: 'ben', type: 'ClosingDeclined', actor: 'hub', at: new Date().toISOString(), listed: true },
          ...{ pair: { mentor: 'helen', mentee: 'cleo' }, institution: null, startsAt: null, replyBy: null, passedOn: false },
          shown: { mentorship: 'm1', on: '2026-03-09' },
        },
      ],
    ]);
    await openScreen(hub, Today, '/', '/');
    expect(await screen.findByText('Cleo and Helen are continuing')).toBeTruthy();
  });
});

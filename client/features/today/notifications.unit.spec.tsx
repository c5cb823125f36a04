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

  test('after an erasure leads to what is left, and not to feedback that is gone', async () => {
    const hub = smallHub();
    const of = { notice: 'n1', person: 'ben', type: 'FeedbackGiven', actor: 'asha', at: new Date().toISOString(), listed: true };
    const more = { pair: { mentor: 'asha', mentee: 'ben' }, institution: null, startsAt: null, replyBy: null, passedOn: false };
    seed(hub, [['notice', 'n1', { ...of, ...more, shown: { mentorship: 'm1', feedback: 'f1', from: 'asha', to: 'ben' } }]]);
    hub.put('person', 'asha', { person: 'asha', name: '', called: '', erased: true });
    await openScreen(hub, Today, '/', '/');
    expect(await screen.findByText('A former member gave you feedback')).toBeTruthy();
    expect(screen.queryByText('Read the feedback')).toBeNull();
    expect(screen.getByRole('link', { name: /^See the mentorship/ }).getAttribute('href')).toBe('/mentorships/m1');
  });
});

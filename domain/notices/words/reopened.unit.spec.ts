import type { KeptFacts } from '../facts.js';
import { wordsOf } from '../words.js';

const said = (shown: object) =>
  wordsOf({ type: 'InvitationWithdrawn', institution: 'Elm School', shown, name: () => 'Helen' } as unknown as KeptFacts);

test('a request to join that ended as one’s own school opened again is no invitation that was cancelled', () => {
  expect(said({ institution: 'elm', reopened: 'old' })).toMatchObject({
    title: 'Your request to join Elm School has ended',
    body: ['Your own school is open again, and you are a member there as before.'],
  });
  expect(said({ institution: 'elm' })?.title).toBe('Elm School cancelled its invitation');
});

import { sayInvited } from './say-invited.js';

test('what came of inviting counts only the emails that are sent', () => {
  expect(sayInvited(1, 0, 'Mark')).toBe('We have emailed Mark an invitation.');
  expect(sayInvited(3, 0)).toBe('We have emailed 3 people an invitation.');
  expect(sayInvited(3, 1)).toBe('We have emailed 3 people an invitation. We invited one other person today already.');
  expect(sayInvited(0, 1, 'Mark')).toBe('We invited Mark today. You can invite Mark again tomorrow.');
  expect(sayInvited(0, 2)).toBe('We invited 2 people today. You can invite them again tomorrow.');
  expect(sayInvited(0, 0)).toBe('Everyone has signed in. We sent no invitations.');
});

test('says that nothing was emailed where the hub has no email', () => {
  expect(sayInvited(3, 0, undefined, 'this hub has no email yet')).toBe(
    '3 people can sign in. We have not emailed them: this hub has no email yet.',
  );
  expect(sayInvited(1, 0, undefined, 'this hub has no email yet')).toBe(
    'One person can sign in. We have not emailed them: this hub has no email yet.',
  );
  expect(sayInvited(1, 0, 'Mark', 'this hub has no email yet')).toBe(
    'Mark can sign in. We have not emailed them: this hub has no email yet.',
  );
});

import { render, screen } from '@solidjs/testing-library';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import { SignInAddress } from './sign-in-address.js';
import { sayLeave } from './take-and-leave.js';
import { WhoSees } from './who-sees.js';

const noteOf = (what: string) => screen.getByText(what).parentElement?.textContent ?? '';

describe('who can see what', () => {
  test('[R6] leaders see pairs by name, and only how many look for a mentor', () => {
    render(() => <WhoSees visibility="everyone" />);
    expect(noteOf('Who you are paired with, when you meet, and the status of the mentorship')).toContain(LEADERS_SEE);
    expect(noteOf('That you are looking for a mentor, or waiting for a reply')).toContain(
      'Leaders see only about how many people are looking, and not if they are fewer than five.',
    );
  });

  test('who sees an email address is said once, as the policy of it has it', async () => {
    render(() => <WhoSees visibility="everyone" />);
    expect(noteOf('Your email address')).toBe(
      'Your email addressYou, coordinators and administrators where you belong, and the people who run this hub. A coordinator cannot see it if you have a role that they do not have. Your mentor or mentee cannot see it.',
    );
    await openScreen(smallHub(), () => <SignInAddress email="ben@x.example" />, '/', '/');
    const said = (await screen.findByText('ben@x.example')).parentElement?.textContent;
    expect(said).toBe('You sign in with ben@x.example.');
  });

  test('both addresses of two joined records are named, as long as both sign in', async () => {
    const hub = smallHub();
    const row = { record: 'old', other: 'ben', kept: 'ben', joined: 'old', status: 'joined', bothAddresses: true };
    seed(hub, [['joining', 'ben.old', row]]);
    const further = { further: [{ record: 'old', email: 'ben@old.example' }] };
    await openScreen(hub, () => <SignInAddress email="ben@x.example" />, '/', '/', { '/api/joining': further });
    const said = (await screen.findByText('ben@old.example')).parentElement?.textContent;
    expect(said).toBe(
      'You sign in with ben@x.example and with ben@old.example. We email you at ben@x.example. You can choose which one to keep under “Change email address”.',
    );
  });

  test('leaving names the school, and the hub without a name of its own as a sentence does', () => {
    expect([sayLeave('Northfield School'), sayLeave('This hub')]).toEqual(['Leave Northfield School', 'Leave this hub']);
  });
});

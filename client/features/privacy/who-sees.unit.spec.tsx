import { MemoryRouter, Route } from '@solidjs/router';
import { render, screen } from '@solidjs/testing-library';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { SignInAddress } from './sign-in-address.js';
import { sayLeave } from './take-and-leave.js';
import { WhoSees } from './who-sees.js';

const noteOf = (what: string) => screen.getByText(what).parentElement?.textContent ?? '';

describe('who can see what', () => {
  test('[R6] leaders see pairs by name, and only how many look for a mentor', () => {
    render(() => <WhoSees visibility="everyone" />);
    expect(noteOf('Who you are paired with, when you meet, and the status of the mentorship')).toContain(LEADERS_SEE);
    expect(noteOf('That you are looking for a mentor, or waiting for a reply')).toContain('Leaders see only how many people are looking.');
  });

  test('an email address is seen by those who keep lists, and the page says so wherever it is shown', async () => {
    render(() => <WhoSees visibility="everyone" />);
    expect(noteOf('Your email address')).toContain('coordinators and administrators');
    const { container } = render(() => (
      <MemoryRouter>
        <Route path="/" component={() => <SignInAddress email="ben@x.example" />} />
      </MemoryRouter>
    ));
    expect(await screen.findByText(/Coordinators and administrators can see it too/)).toBeTruthy();
    expect(container.textContent).not.toContain('Only you');
  });

  test('leaving names the school, and the hub without a name of its own as a sentence does', () => {
    expect([sayLeave('Northfield School'), sayLeave('This hub')]).toEqual(['Leave Northfield School', 'Leave this hub']);
  });
});

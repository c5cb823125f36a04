import { STAFF_FILE } from '../import.files.js';
import { COORDINATOR, MENTOR, NEWCOMER, type Cast } from './cast.js';

/** From the coordinator's invitation to the first suggestions: every section of a profile, with every kind of field that it has. */
export function firstProfile(cast: Cast): void {
  const { scene, coordinator: helen, newcomer: noor } = cast;

  scene('Helen looks at a staff list before anything is written, and leaves it', async () => {
    await helen().press(`${COORDINATOR.name}: your menu`);
    await helen().follow('Import a list');
    await helen().arrives('Import a list');
    await helen().attach('Choose a file', { name: 'staff.csv', content: STAFF_FILE });
    await helen().arrives('Check before you import');
  });

  scene('she invites Noor', async () => {
    await helen().press(`${COORDINATOR.name}: your menu`);
    await helen().follow('Members');
    await helen().press('Add a colleague');
    const dialog = helen().page.getByRole('dialog', { name: 'Add a colleague' });
    await helen().write('Name', NEWCOMER.name, { in: dialog });
    await helen().write(/email address/, NEWCOMER.email, { in: dialog });
    await helen().press(/^Add to /, { in: dialog });
    await helen().reads(`${NEWCOMER.name} added.`);
  });

  scene('Noor signs in with the six digits that are sent to her', async () => {
    await noor().write(/email address/, NEWCOMER.email);
    await noor().press('Send code');
    await noor().arrives('Check your email');
    await noor().write('Code', await codeFor(cast, NEWCOMER.email));
    await noor().mark(/^Only I use it/);
    await noor().press('Sign in');
    // How she is called is hers to say, in her profile: until then her whole name is used.
    await noor().arrives(/^Good \w+, Noor Haddad$/);
  });

  scene('she says who she is and what she teaches', async () => {
    await noor().press(`${NEWCOMER.name}: your menu`);
    await noor().follow('Your profile');
    await noor().arrives('Your profile');
    await noor().write(/^Title/, 'Ms');
    await noor().write(/^Given name/, NEWCOMER.first);
    await noor().write('Your job', 'Teacher of mathematics');
    await noor().pick(/^What you do/, [{ typed: 'teacher', name: /^Teacher or lecturer/ }]);
    await noor().write(/^About you/, 'I came to teaching from an insurance office.');
    await noor().press('Save');

    await noor().pick('Phases', [
      { typed: 'year 8', name: /^Key stage 3/ },
      { typed: 'year 10', name: /^Key stage 4/ },
    ]);
    await noor().pick(/^Subjects/, [
      { typed: 'mathem', name: 'Mathematics' },
      { typed: 'statis', name: 'Statistics' },
    ]);
    await takesOneBack(cast, 'Statistics');
    await noor().press('Save');

    await noor().choose('Career stage', /\(ECT1\)/);
    await noor().write(/^In education since/, '2026');
    await noor().press('Save');
  });

  scene('what she wants to work on, with where she is and where she wants to be', async () => {
    await noor().pick('What you want to work on', [
      { typed: 'routines', name: /^Classroom routines/ },
      { typed: 'questioning', name: /^Questioning/ },
    ]);
    const level = noor().page.getByRole('group', { name: /^Classroom routines/ });
    await noor().choose('Level', /^1/, { in: level });
    await noor().choose('Target level', /^4/, { in: level });
    await noor().press('Save');
  });

  scene('when she is free: times of every kind, and how she likes to meet', async () => {
    for (const day of ['Monday', 'Tuesday', 'Thursday', 'Friday']) await noor().press(`After school on ${day}`);
    await noor().press('Add a time on Wednesday');
    await noor().setTime('Wednesday to', '13:05');
    await noor().mark('Either', { of: 'How you like to meet' });
    await noor().choose('How often', 1);
    await noor().choose('For how long', '30 minutes');
    await noor().press('Save');
    await noor().reads('Saved. You have answered everything we need');
  });

  scene('what may be left out: how she likes to work, and who can find her', async () => {
    await noor().press('Change ways of working');
    await noor().mark(/^Closer to/, {
      in: noor()
        .page.getByRole('group', { name: /, or: / })
        .first(),
    });
    await saves(cast, 'Change ways of working');
    await noor().press('Change who can find you');
    await noor().mark(/^People of my school and trust/);
    await saves(cast, 'Change who can find you');
    await noor().press('Change what you can help with');
    await noor().pick(/^What you can help with/, [{ typed: 'questioning', name: /^Questioning/ }]);
    await noor().mark(/^I offer mentoring/);
    await noor().mark(/^I offer mentoring/);
    await saves(cast, 'Change what you can help with');
  });

  scene('three people are suggested, and change with what matters to her', async () => {
    await noor().follow('Find a mentor', { in: noor().page.getByRole('main') });
    await noor().arrives('Find a mentor');
    await noor()
      .page.getByRole('article', { name: /^You and / })
      .waitFor();
    await noor().unfold(/^Find others like /);
    // Which of them are offered depends on who comes first.
    await noor().press(/./, { in: noor().page.locator('details', { hasText: 'Find others like' }) });
    await noor().reads(/^Mentors like .+ who /);
    await noor().press('Back to all suggestions');
    await noor()
      .page.getByText(/^Mentors like .+ who /)
      .waitFor({ state: 'detached' });
    await noor().slide(/subject/i, 0.9);
    await noor().press('Reset');
    await noor().follow('Search the whole directory');
    await noor().write(/^Search by name/, MENTOR.name);
    await noor().reads('One mentor');
  });
}

/** Saves a section and sees it close: what lies below it moves up as it does. */
async function saves({ newcomer: noor }: Cast, change: string): Promise<void> {
  await noor().press('Save');
  await noor().page.getByRole('button', { name: change, exact: true }).waitFor();
}

/** A chip is taken away by its own button, and the focus is still where one types. */
async function takesOneBack({ newcomer: noor }: Cast, name: string): Promise<void> {
  await noor().press(`Remove ${name}`);
  await noor()
    .page.getByRole('button', { name: `Remove ${name}` })
    .waitFor({ state: 'detached' });
}

/** Reads the newest code where the demonstration keeps the emails that it does not send, in place of a mailbox. */
async function codeFor({ newcomer: noor, hub }: Cast, email: string): Promise<string> {
  const post = await noor().page.context().newPage();
  await post.goto(`${hub().address}/outbox`);
  const letter = post.getByRole('listitem').filter({ hasText: 'is your code for Alongside' }).filter({ hasText: email }).first();
  const words = await letter.innerText();
  await post.close();
  return /(\d{3})\s?(\d{3}) is your code/.exec(words)?.slice(1).join('') ?? '';
}

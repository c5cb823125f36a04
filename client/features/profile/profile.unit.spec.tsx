import { fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { isSchoolDay, PLAIN_CALENDAR } from '@alongside/domain/uk/school-days.js';
import { CAREER_STAGES } from '@alongside/domain/uk/taxonomy/lists.js';
import { replica, startReplica } from '../../replica/index.js';
import { answering } from '../../replica/testing/answering.js';
import { settle, smallHub, type SmallHub } from '../../replica/testing/small-hub.js';
import type { Transport } from '../../replica/transport.js';
import { dayAfter, dayOf } from '../../ui/index.js';
import type { OwnProfile } from './answers.js';
import { newcomer, settled } from './examples.js';
import ProfileScreen from './profile.screen.js';

async function open(hub: SmallHub, own: OwnProfile, at = '/profile', transport: Transport = hub.transport) {
  hub.put('profile', 'ben', own);
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/profile" component={ProfileScreen} />
    </MemoryRouter>
  ));
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
/** A hub that keeps what a profile is described as. */
const keeping = () =>
  smallHub(({ type, data }, hub) => {
    if (type === 'DescribeProfile') hub.put('profile', 'ben', { ...newcomer, ...(data as object) });
    return undefined;
  });

afterEach(() => replica().close());

describe('the profile', () => {
  test('somebody new is asked for what is missing, and each section saves by itself and leads to the next', async () => {
    const hub = keeping();
    await open(hub, newcomer);
    expect(await screen.findByText('1 of 8 answered')).toBeTruthy();
    fireEvent.input(await screen.findByLabelText('Your job'), { target: { value: 'Teacher of mathematics' } });
    await press('Save');
    await waitFor(() => expect(screen.getByText('2 of 8 answered')).toBeTruthy());
    expect(await screen.findByRole('combobox', { name: /^Phases/ })).toBeTruthy();
    expect(screen.queryByLabelText('Your job')).toBeNull();
    expect(hub.commands().map(({ type }) => type)).toEqual(['DescribeProfile']);
  });

  test('whoever has given all eight answers is not told that they need them', async () => {
    await open(smallHub(), settled);
    expect(await screen.findByText(/^You have given all eight answers/)).toBeTruthy();
    expect(screen.queryByText(/^You need eight answers/)).toBeNull();
  });

  test('whom a mentor would like to help is shown to them, too', async () => {
    const [ect, another] = CAREER_STAGES;
    await open(smallHub(), { ...settled, offer: { careerStages: [ect?.id, another?.id] as never, note: '' } });
    expect(await screen.findByText(`Would like to help: ${ect?.name}, ${another?.name}`)).toBeTruthy();
  });

  test('the first day for new requests is a day of the school, not of its holidays', async () => {
    const offer = { careerStages: [], note: '' };
    const hub = smallHub();
    const day = (later: number) => dayAfter(dayOf(), later);
    const [from, to] = [day(20), day(40)];
    const details = { name: 'Northfield', kind: 'school', nation: 'england' };
    hub.put('institution', 'northfield', {
      institution: 'northfield',
      details,
      trust: null,
      terms: [],
      closures: [{ from, to, why: 'Holiday' }],
    });
    const here = {
      person: 'ben',
      name: 'Ben',
      demo: true,
      roles: [],
      memberships: [{ institution: 'northfield', trust: null, roles: [] }],
    };
    const own = { ...settled, offer, places: 2 };
    await open(hub, own, '/profile?section=mentoring', answering(hub.transport, { '/api/session': here }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Until a date' }));
    const first = (await screen.findByLabelText<HTMLInputElement>('First day for new requests')).value;
    expect(first > to).toBe(true);
    expect(isSchoolDay(PLAIN_CALENDAR, first as Day)).toBe(true);
  });

  test('what was said before in other sections is kept when one is saved', async () => {
    const hub = smallHub();
    await open(hub, settled, '/profile?section=name');
    fireEvent.input(await screen.findByLabelText('Your job'), { target: { value: 'Head of mathematics' } });
    await press('Save');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]?.data).toEqual({ person: 'ben', profile: { ...settled.profile, jobTitle: 'Head of mathematics' } });
  });

  test('a section that is opened while another is being saved stays open', async () => {
    const hub = smallHub();
    await open(hub, settled, '/profile?section=visibility');
    await screen.findByRole('radio', { name: /^No one/ });
    hub.hold();
    await press('Save');
    await press('Change ways of working');
    await screen.findByText(/^Choose a point between the two/);
    hub.release();
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    await settle();
    expect(screen.queryByText(/^Choose a point between the two/)).toBeTruthy();
  });

  test('who has not chosen reads who can find them, and may choose it as it is', async () => {
    const hub = smallHub();
    await open(hub, { ...settled, visibility: null }, '/profile');
    await screen.findByText(/^People at your school\. You have not chosen yet/);
    await press('Change who can find you');
    await screen.findByRole('radio', { name: /^People of my school and trust/ });
    await press('Save');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]).toMatchObject({ type: 'SetVisibility', data: { person: 'ben', visibility: 'institution' } });
  });

  test('a refusal is said in the section, and what was entered stays', async () => {
    const hub = smallHub(() => ({
      code: 'PROFILE.SLOT_BACKWARDS',
      message: 'This time ends before it begins.',
      field: 'availability.slots.0.from',
    }));
    await open(hub, settled, '/profile?section=times');
    fireEvent.input(await screen.findByLabelText('Tuesday to'), { target: { value: '15:00' } });
    await press('Save');
    expect(await screen.findByText('This time ends before it begins.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Tuesday to').value).toBe('15:00');
  });

  test('usual times are one press, and are sent with how one likes to meet', async () => {
    const hub = smallHub();
    await open(hub, { ...settled, availability: null }, '/profile?section=times');
    await press('After school on Thursday');
    await press('Save');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]).toMatchObject({
      type: 'SetAvailability',
      data: { availability: { slots: [{ weekday: 'thursday', from: '15:40', to: '17:00' }], format: 'either' } },
    });
  });

  test('a section opens at its first field: the first day of the times, the choice that is chosen', async () => {
    await open(smallHub(), { ...newcomer, visibility: 'everyone', availability: null }, '/profile?section=times');
    await screen.findByText('When could you meet in a usual school week?');
    expect(document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent).toBe('Monday');
    await press('Change who can find you');
    const chosen = await screen.findByRole('radio', { name: /^Everyone on this hub/, checked: true });
    await waitFor(() => expect(document.activeElement).toBe(chosen));
  });

  test('an aim added from those that are usual begins ahead of where one is', async () => {
    const hub = smallHub();
    await open(hub, { ...settled, aims: [] }, '/profile?section=aims');
    await press('Add classroom routines and expectations');
    await press('Save');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    expect(hub.commands()[0]).toMatchObject({
      type: 'SetAims',
      data: { aims: [{ tag: 'exp-behaviour-classroom-routines-and-expectations', from: 2, to: 3 }] },
    });
  });

  test('a goal in one’s own words becomes the focus areas that it names, each by a press, and the words are not sent', async () => {
    const hub = smallHub();
    await open(hub, { ...settled, aims: [] }, '/profile?section=aims');
    const field = await screen.findByLabelText(/^Or say it in your own words/);
    fireEvent.input(field, { target: { value: 'My marking takes all weekend, and the workload is too much.' } });
    expect(await screen.findByText('We found 2 focus areas in this.')).toBeTruthy();
    (await screen.findByRole('button', { name: 'Add feedback and marking' })).focus();
    await press('Add feedback and marking');
    const next = await screen.findByRole('button', { name: 'Add workload and time' });
    await waitFor(() => expect(document.activeElement).toBe(next));
    fireEvent.click(next);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(await screen.findByText('You have added every focus area that we found in this.')).toBeTruthy();
    await press('Save');
    await waitFor(() => expect(hub.commands()).toHaveLength(1));
    const aim = (tag: string) => ({ tag, from: 2, to: 3 });
    expect(hub.commands()[0]?.data).toEqual({
      person: 'ben',
      aims: [aim('exp-assessment-feedback-and-marking'), aim('exp-career-workload-and-time')],
    });
  });

  test('words that name no focus area are told so, and what could be said instead', async () => {
    await open(smallHub(), { ...settled, aims: [] }, '/profile?section=aims');
    fireEvent.input(await screen.findByLabelText(/^Or say it in your own words/), { target: { value: 'I want to settle in.' } });
    expect(await screen.findByText(/^We found no focus area in this\. Try words such as behaviour/)).toBeTruthy();
  });

  test('offering mentoring sends the areas, the places and the offer, in that order', async () => {
    const hub = smallHub();
    await open(hub, { ...settled, expertise: [{ tag: 'exp-send-autism', level: 4 }] }, '/profile?section=help');
    fireEvent.click(await screen.findByRole('checkbox', { name: /^I offer mentoring/ }));
    await press('Save and offer mentoring');
    await waitFor(() => expect(hub.commands().map(({ type }) => type)).toEqual(['DeclareExpertise', 'ChangeCapacity', 'OfferMentoring']));
  });
});

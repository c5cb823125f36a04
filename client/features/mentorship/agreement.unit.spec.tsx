import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { sayDay } from '../../ui/index.js';
import { PAIR } from '../../shared/testing.js';
import { PROPOSED, TERMS, dialog, open, press, sent } from './testing.js';

afterEach(() => replica().close());

describe('an agreement', () => {
  test('is read in full before it is signed', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { proposed: PROPOSED });
    fireEvent.click(await screen.findByRole('button', { name: 'Read the agreement' }));
    const shown = await dialog();
    expect(shown.getByText('To get steadier at one thing at a time.')).toBeTruthy();
    fireEvent.click(shown.getByRole('button', { name: 'Sign agreement' }));
    await waitFor(() => expect(sent(hub)).toEqual([{ type: 'SignAgreement', mentorship, agreement: 'g' }]));
  });

  test('that the other changes meanwhile stays as it was opened, and is not signed unread', async () => {
    const hub = smallHub();
    const mentorship = await open(hub, { proposed: PROPOSED });
    fireEvent.click(await screen.findByRole('button', { name: 'Read the agreement' }));
    const shown = await dialog();
    const other = { ...PROPOSED, agreement: 'h', terms: { ...TERMS, purpose: 'Something else entirely.' } };
    hub.put('mentorship', mentorship, { ...PAIR, mentorship, proposed: other });
    expect(await shown.findByText(/changed this while you were reading/)).toBeTruthy();
    expect(shown.getByText('To get steadier at one thing at a time.')).toBeTruthy();
    expect(shown.queryByRole('button', { name: 'Sign agreement' })).toBeNull();
    fireEvent.click(shown.getByRole('button', { name: 'Read new agreement' }));
    expect(await shown.findByText('Something else entirely.')).toBeTruthy();
    fireEvent.click(shown.getByRole('button', { name: 'Sign agreement' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'SignAgreement', agreement: 'h' }]));
  });

  test('that is suggested starts from what holds, and a refusal keeps what was typed', async () => {
    const hub = smallHub(() => ({ code: 'MENTORSHIP.REVIEW_PAST', message: 'The review needs to be later.', field: 'terms.reviewOn' }));
    await open(hub, { agreed: { ...PROPOSED, agreedAt: '2026-03-03T09:00:00.000Z' } });
    press('Suggest changes');
    const form = await dialog();
    const purpose = form.getByLabelText<HTMLTextAreaElement>(/What it is for/);
    expect(purpose.value).toBe(TERMS.purpose);
    fireEvent.input(purpose, { target: { value: 'Something new.' } });
    fireEvent.click(form.getByRole('button', { name: 'Sign and suggest agreement' }));
    expect(await form.findByText('The review needs to be later.')).toBeTruthy();
    expect(purpose.value).toBe('Something new.');
    expect(sent(hub)).toMatchObject([{ type: 'ProposeAgreement', terms: { ...TERMS, purpose: 'Something new.' } }]);
  });

  test('says before it is sent whose suggestion it replaces, and what it changes', async () => {
    await open(smallHub(), { proposed: PROPOSED });
    press('Suggest changes');
    const form = await dialog();
    expect(form.getByText(`This replaces the agreement Asha suggested on ${sayDay('2026-03-02')}`)).toBeTruthy();
    expect(form.getByText('The two agreements are the same.')).toBeTruthy();
    fireEvent.click(form.getByLabelText('30 minutes'));
    expect(await form.findByText('How long: was 45 minutes, now 30 minutes')).toBeTruthy();
  });

  test('suggested again as the other suggested it is signed, and their own words come to nothing else', async () => {
    const hub = smallHub();
    await open(hub, { proposed: PROPOSED });
    press('Suggest changes');
    const form = await dialog();
    fireEvent.click(form.getByRole('button', { name: 'Sign agreement' }));
    await waitFor(() => expect(sent(hub)).toMatchObject([{ type: 'SignAgreement', agreement: PROPOSED.agreement }]));
  });

  test('suggested again as it holds already says that nothing is different, until something is', async () => {
    const hub = smallHub();
    await open(hub, { agreed: { ...PROPOSED, agreedAt: '2026-03-03T09:00:00.000Z' } });
    press('Suggest changes');
    const form = await dialog();
    fireEvent.click(form.getByRole('button', { name: 'Sign and suggest agreement' }));
    expect(await form.findByText('Change something first. The two agreements are the same.')).toBeTruthy();
    expect(sent(hub)).toEqual([]);
    fireEvent.click(form.getByLabelText('30 minutes'));
    await waitFor(() => expect(form.queryByText('Change something first. The two agreements are the same.')).toBeNull());
  });

  test('keeps the length that holds on offer once another was chosen, and says that the day is the same', async () => {
    const terms = { ...TERMS, minutes: 40 };
    await open(smallHub(), { agreed: { ...PROPOSED, terms, agreedAt: '2026-03-03T09:00:00.000Z' } });
    press('Suggest changes');
    const form = await dialog();
    expect(form.getByText(/^The same day as before/)).toBeTruthy();
    fireEvent.click(form.getByLabelText('30 minutes'));
    expect(form.getByLabelText('40 minutes')).toBeTruthy();
  });

  test('that replaced another shows which terms changed', async () => {
    const replaces = { by: 'ben', terms: { ...TERMS, minutes: 60, purpose: 'My words.' }, inForce: false };
    await open(smallHub(), { proposed: { ...PROPOSED, replaces } });
    expect(await screen.findByRole('heading', { name: 'Asha suggested changes to your agreement' })).toBeTruthy();
    press('Read the agreement');
    const shown = await dialog();
    expect(shown.getByText('It replaced the agreement you suggested.')).toBeTruthy();
    expect(shown.getByText('How long: was 1 hour, now 45 minutes')).toBeTruthy();
    expect(shown.getByText(`What it is for: was “My words.”, now “${TERMS.purpose}”`)).toBeTruthy();
  });

  test('that this person suggested waits for the other', async () => {
    await open(smallHub(), { proposed: { ...PROPOSED, by: 'ben', signedBy: ['ben'] } });
    expect(screen.getByText(/Waiting for Asha to sign/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Read the agreement' })).toBeNull();
  });
});

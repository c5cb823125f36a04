import { fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { sayMinutes } from '../../ui/index.js';
import { openScreen } from '../../shared/testing.js';
import { isWholeCode, plainCode, sayCode } from '../../shared/certificates/code.js';
import Verify from './verify.screen.js';

const FOUND = {
  ...{ name: 'Priya Nair', as: 'mentee', issuerName: 'Eastbrook Academy', on: '2026-07-17', from: '2025-10-10', to: '2026-07-17' },
  ...{ meetings: 12, minutes: 475, goalsAchieved: 1, status: 'valid', kind: 'certificate' },
};
const open = (at: string, answer?: Record<string, unknown>, hub = smallHub()) => {
  hub.endSession();
  return openScreen(hub, Verify, '/verify/:code?', at, answer ? { '/api/verify/': answer } : {});
};

describe('a code', () => {
  test('may be typed with spaces, hyphens and small letters', () => {
    expect(plainCode(' gvbdw-28vxm ')).toBe('GVBDW28VXM');
    expect([isWholeCode('GVBDW28VXM'), isWholeCode('GVBDW28VX')]).toEqual([true, false]);
    expect(sayCode('GVBDW28VXM')).toBe('GVBDW 28VXM');
  });
});

describe('checking a certificate without signing in', () => {
  afterEach(() => replica().close());

  test('shows what was certified', async () => {
    const { where } = await open('/verify', FOUND);
    fireEvent.input(screen.getByLabelText('Code on the certificate'), { target: { value: 'gvbdw 28vxm' } });
    fireEvent.click(screen.getByRole('button', { name: 'Check certificate' }));
    expect(await screen.findByRole('heading', { name: 'Priya Nair was mentored by a colleague' })).toBeTruthy();
    expect(where()).toBe('/verify/GVBDW28VXM');
    expect(screen.getByText(`12 meetings, ${sayMinutes(475)} confirmed by both`)).toBeTruthy();
    expect(screen.getByText('Goals achieved')).toBeTruthy();
    expect(screen.getByText(/Only .* can see it\.$/).textContent).toMatch(/Only Priya Nair and people with the code can see it\.$/);
  });

  test('[R8] a record of participation is not called a certificate, and states no goals', async () => {
    await open('/verify/GVBDW28VXM', { ...FOUND, kind: 'participation', goalsAchieved: undefined });
    expect(await screen.findByText('This record of participation is valid')).toBeTruthy();
    expect(screen.getByText(/does not certify an achievement/)).toBeTruthy();
    expect(screen.queryByText('Goals achieved')).toBeNull();
  });

  test('says so when it was withdrawn', async () => {
    await open('/verify/GVBDW28VXM', { ...FOUND, status: 'revoked', withdrawnOn: '2026-09-04' });
    expect(await screen.findByText('This certificate was withdrawn')).toBeTruthy();
    expect(
      screen.getByText(/^Eastbrook Academy withdrew it on Friday 4 September 2026|^Eastbrook Academy withdrew it on 4 Sep/),
    ).toBeTruthy();
  });

  test('names nobody where the holder asked to be forgotten', async () => {
    await open('/verify/GVBDW28VXM', { ...FOUND, name: '', status: 'holder-erased' });
    expect(await screen.findByRole('heading', { name: 'A former member was mentored by a colleague' })).toBeTruthy();
  });

  test('asks for a whole code before it asks the hub', async () => {
    const { where } = await open('/verify', FOUND);
    fireEvent.input(screen.getByLabelText('Code on the certificate'), { target: { value: 'GVBDW' } });
    fireEvent.click(screen.getByRole('button', { name: 'Check certificate' }));
    expect(await screen.findByText(/Enter a code with 10 letters and numbers/)).toBeTruthy();
    expect(where()).toBe('/verify');
  });

  test.each([429, 500, 503])('a hub that answers %d has not said that the certificate is unknown, and is asked again', async (status) => {
    const hub = smallHub();
    hub.fail(status, '/api/verify');
    await open('/verify/GVBDW28VXM', undefined, hub);
    expect(await screen.findByText('We could not check this certificate')).toBeTruthy();
    expect(screen.queryByText(/We do not have a certificate/)).toBeNull();
    hub.fail(404, '/api/verify');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('We do not have a certificate with the code GVBDW 28VXM')).toBeTruthy();
  });

  test('an unknown code is said to be unknown, and stays to be compared', async () => {
    await open('/verify/GVBDW28VXX');
    expect(await screen.findByText('We do not have a certificate with the code GVBDW 28VXX')).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Code on the certificate').value).toBe('GVBDW 28VXX'));
  });
});

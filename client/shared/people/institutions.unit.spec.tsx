import { waitFor } from '@solidjs/testing-library';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../testing.js';
import { InstitutionNames } from './institutions.js';

afterEach(() => replica().close());

test('names that are known stand behind what is before them, and nothing stands there where none is, as without the hub', async () => {
  const hub = smallHub();
  hub.put('institution', 'northfield', { institution: 'northfield', details: { name: 'Northfield School' } });
  await openScreen(
    hub,
    () => (
      <>
        <p data-known>
          Teacher
          <InstitutionNames of={['northfield', 'elsewhere']} before=", " />
        </p>
        <p data-unknown>
          Teacher
          <InstitutionNames of={['elsewhere']} before=", " />
        </p>
      </>
    ),
    '/',
    '/',
    {},
  );
  await waitFor(() => expect(document.querySelector('[data-known]')?.textContent).toBe('Teacher, Northfield School'));
  expect(document.querySelector('[data-unknown]')?.textContent).toBe('Teacher');
});

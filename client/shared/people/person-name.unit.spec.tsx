import { render, screen } from '@solidjs/testing-library';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { HIDDEN_NAME, NO_NAME, PersonName } from './person-name.js';

afterEach(() => replica().close());

describe('a name that is not there', () => {
  const named = async (person: string, rows: readonly object[] = []) => {
    const hub = smallHub();
    for (const row of rows) hub.put('person', person, { person, called: '', jobTitle: '', institutions: [], ...row });
    await startReplica(hub.transport).refresh();
    render(() => <PersonName of={person} />);
  };

  test('was deleted with its account', async () => {
    await named('cleo', [{ name: '', erased: true }]);
    expect(await screen.findByText(NO_NAME)).toBeTruthy();
  });

  test('or may not be seen: nobody is said to have left', async () => {
    await named('dev');
    expect(await screen.findByText(HIDDEN_NAME)).toBeTruthy();
    expect(screen.queryByText(NO_NAME)).toBeNull();
  });
});

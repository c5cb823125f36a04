import { render, screen } from '@solidjs/testing-library';
import { createEffect } from 'solid-js';
import { replica, startReplica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { createWho, HIDDEN_NAME, NO_NAME, PersonName } from './person-name.js';

afterEach(() => replica().close());

test('where no person is asked for there is no name, and nobody is said to have left', async () => {
  await startReplica(smallHub().transport).refresh();
  const names: string[] = [];
  render(() => {
    const who = createWho(() => undefined);
    createEffect(() => names.push(who().name));
    return null;
  });
  expect(names).toEqual(['']);
});

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

import { post } from '../app/hub-process.testing.js';
import { Race, ROUNDS } from './rounds.testing.js';
import { TwoHubs } from './two-hubs.testing.js';

/** Each round is of a hub that nobody has set up yet, so it begins with an empty log and two processes. */
const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1);

// Of docs/spec/across-streams.md: the first and the last administrator.
test('of two who hold the set-up links of two processes one becomes the first administrator', async () => {
  const race = new Race('the first administrator', ['one was first']);
  await race.run(rounds, async () => {
    const hubs = await TwoHubs.open([], async () => undefined);
    const begins = async (hub: 0 | 1) => {
      const { said, address } = hubs.at(hub);
      const token = said.map((line) => /set-up#(\S+)$/.exec(line)?.[1]).find(Boolean);
      const body = { token, name: `Number ${hub}`, email: `${hub}@hub.example` };
      return post<{ person?: string; code?: string }>(address, '/api/set-up/begin', '', body);
    };
    const answers = await Promise.all([begins(0), begins(1)]);
    expect(answers.filter(({ person }) => person !== undefined)).toHaveLength(1);
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual(['HUB.HAS_ADMINISTRATOR']);
    await hubs.close();
    return 'one was first';
  });
  race.tell();
});

import type { CommandId } from '@alongside/domain/kernel/brand.js';
import { asha, PAIR, PairWorld } from './two-at-once/pair-world.testing.js';

describe('one command id in two processes, in the same millisecond', () => {
  const pause = (until: string | null) => ({ type: 'PauseMentorship', data: { mentorship: PAIR, until } });

  test('with other content in each: one of them is saved, and the other is told that it is not', async () => {
    const world = await PairWorld.begin();
    const [here, there] = [world.another(), world.another()];
    const envelope = { commandId: 'c1' as CommandId, stampedAt: world.now };
    const answers = await Promise.all([
      here.dispatch({ ...envelope, ...pause('2026-03-20') }, asha),
      there.dispatch({ ...envelope, ...pause('2026-04-20') }, asha),
    ]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'rejected']);
    expect(answers).toContainEqual(expect.objectContaining({ code: 'COMMAND.REPEATED_OTHERWISE' }));
  });

  test('with the same content in each: both are told that it is saved, and it happened once', async () => {
    const world = await PairWorld.begin();
    const sent = { commandId: 'c1' as CommandId, stampedAt: world.now, ...pause('2026-03-20') };
    const [here, there] = await Promise.all([world.another().dispatch(sent, asha), world.another().dispatch(sent, asha)]);
    expect(here).toMatchObject({ outcome: 'accepted' });
    expect(there).toEqual(here);
    const { appended } = world;
    await world.give(asha, pause('2026-03-20'), 'c2');
    expect(world.appended - appended).toBe(1);
  });
});

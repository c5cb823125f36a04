import { Unreadable } from './unreadable.js';

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const unreadable = (isCommand: boolean) =>
  new Unreadable({ file: 'events.sqlite', dataDir: 'data', ownDir: 'data/processes/1', isCommand, readThrough: async () => undefined });

test('a command ends in a sentence where the disk takes no views, and a hub waits for room', async () => {
  const [command, hub] = [unreadable(true), unreadable(false)];
  for (const one of [command, hub]) one.heard('catching-up', full);
  await expect(command.met).rejects.toThrow('There is no room on the disk of data/processes/1');
  await expect(Promise.race([hub.met, Promise.resolve('waits')])).resolves.toBe('waits');
});

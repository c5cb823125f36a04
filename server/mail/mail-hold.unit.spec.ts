import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdMailIn, MailHold } from './mail-hold.js';

describe('emails that wait until a person lets them go', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'alongside-hold-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('begin once they are let go, and are tried again where that fails', async () => {
    let failures = 1;
    let begun = 0;
    let placed = 0;
    const hold = new MailHold(join(folder, 'events.sqlite'), {
      begin: async () => {
        if (failures-- > 0) throw new Error('The disk is full.');
        begun += 1;
      },
      keepPlace: async () => void (placed += 1),
    });
    await holdMailIn(folder, '2026-11-30T09:00:00.000Z');
    await hold.look();
    await hold.look();
    expect(placed).toBe(1);
    expect([hold.held, begun]).toEqual([{ backup: '2026-11-30T09:00:00.000Z' }, 0]);
    await expect(hold.release()).rejects.toThrow('full');
    await hold.look();
    await hold.look();
    expect([hold.held, begun]).toEqual([undefined, 1]);
  });
});

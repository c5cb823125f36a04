import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimOwnFolder } from '../own-folder.js';
import { askHub } from './ask-hub.js';
import { socketIn } from './where.js';

describe('a command that waits for a hub', () => {
  test.each(['{"said":"100 of 3000"}\n', '{"said":"100 of 3000"}\n{"said":"200 of'])(
    'says what to do where the hub ends in the middle of its answer, after %j',
    async (answer) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'asked-'));
      const own = await claimOwnFolder(dataDir);
      const server = createServer((request, response) => {
        request.resume();
        response.write(answer, () => setImmediate(() => request.socket.destroy()));
      });
      server.listen(socketIn(own.path));
      await once(server, 'listening');
      const said: string[] = [];
      const asked = { tool: 'import', input: {}, file: async function* () {} };
      await expect(askHub(dataDir, asked, (line) => said.push(line))).rejects.toThrow(
        /^The hub stopped before this was done\. Run it again\. It is safe\.$/,
      );
      expect(said).toEqual(['100 of 3000']);
      server.close();
      await own.release();
      await rm(dataDir, { recursive: true });
    },
  );
});

// The contract of the search index, against the Meilisearch server that MEILI_URL names.
import { build } from './build.mjs';
import { runJest } from './lib/jest.mjs';
import { main, Stop } from './lib/say.mjs';

await main(async () => {
  if (!process.env.MEILI_URL)
    throw new Stop(
      'Name a Meilisearch server of version 1.23 or later in MEILI_URL, such as http://localhost:7700, and its key in MEILI_KEY.',
    );
  await build({ client: false });
  return runJest(['--selectProjects', 'integration', '--testPathPatterns', 'meilisearch/meilisearch-index', ...process.argv.slice(2)]);
});

import { argumentsOf, atHub, command, misused } from './cli.js';

const USAGE = `Deletes a person’s data, as the law gives them the right to. WHO is an id, an email address or a name.

  npm run privacy -- erase WHO         Says what would be deleted.
  npm run privacy -- erase WHO --yes   Deletes a person’s name, email address and words everywhere. You cannot undo it.`;

const erasing = { name: 'erase', load: async () => (await import('./tools/erase.tool.js')).eraseTool };
const WHAT = 'Say what to do: erase WHO.';

await command(async () => {
  const { values, positionals } = argumentsOf({ yes: { type: 'boolean', default: false } }, USAGE);
  const [action, ...words] = positionals;
  const who = words.join(' ').trim();
  if (action !== 'erase') return misused(action === undefined ? WHAT : `We do not know what “${action}” means here. ${WHAT}`, USAGE);
  if (who === '') return misused('Say whose data to delete: an id, an email address or a name.', USAGE);
  await atHub(erasing, { who, yes: values.yes });
});

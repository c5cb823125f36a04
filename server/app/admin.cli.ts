import { argumentsOf, atHub, command, misused } from './cli.js';

const USAGE = `Makes a person an administrator of the hub. WHO is an email address, a name or an id.

  npm run admin -- WHO                            Says what it would do.
  npm run admin -- WHO --yes                      Does it.
  npm run admin -- EMAIL --name NAME --yes        For a person who is not on the hub yet.
  npm run admin -- EMAIL --name NAME --new --yes  Makes a new hub where DATA_DIR holds none.
                                                  Add --given NAME for what we call them when we write to them.

  npm run admin -- confirm-date --yes             Says that the date of this computer is right, where the hub does not act because of it.`;

const CONFIRM = 'confirm-date';
const tools = () => import('./tools/admin.tool.js');
const admin = { name: 'admin', load: async () => (await tools()).adminTool };
const confirmDate = { name: CONFIRM, load: async () => (await tools()).confirmDateTool };

await command(async () => {
  const { values, positionals } = argumentsOf(
    {
      yes: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
      name: { type: 'string' },
      given: { type: 'string' },
    },
    USAGE,
  );
  const who = positionals.join(' ').trim();
  if (who === '') return misused('Say who becomes an administrator: an email address, a name or an id.', USAGE);
  if (who === CONFIRM) return atHub(confirmDate, { yes: values.yes });
  const { yes, name, given } = values;
  const input = { who, yes, ...(name !== undefined && { name }), ...(given !== undefined && { given }) };
  await atHub(admin, input, { makeNew: values.new });
});

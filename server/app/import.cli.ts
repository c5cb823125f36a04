import { basename } from 'node:path';
import { argumentsOf, atHub, command, misused } from './cli.js';
import { mayRead, piecesOf } from './file-pieces.js';

const USAGE = `Imports schools or staff from a spreadsheet (.xlsx, .ods) or a CSV file.

  npm run import -- institutions FILE [--yes] [--new]
  npm run import -- staff FILE --institution NAME [--sheet SHEET] [--list staff] [--again] [--yes]

NAME is the name of a school or trust, or its id. Without --yes it only reads the file and says what would change, by name.
SHEET is the name of a sheet of a workbook. --list staff: everyone in it works there, although it looks like a list of leavers.
--again: people in it who left before are added again, or invited where they have signed in. Without it they are left out.
--new makes a new hub where DATA_DIR holds none.`;

const importing = { name: 'import', load: async () => (await import('./tools/import.tool.js')).importTool };
const WHAT = 'Say what to import: institutions or staff.';

await command(async () => {
  const { values, positionals } = argumentsOf(
    {
      yes: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
      institution: { type: 'string' },
      sheet: { type: 'string' },
      list: { type: 'string' },
      again: { type: 'boolean', default: false },
    },
    USAGE,
  );
  const [kind, path, ...more] = positionals;
  const { institution, sheet, list, again, yes } = values;
  if (kind !== 'institutions' && kind !== 'staff') return misused(kind === undefined ? WHAT : `We cannot import “${kind}”. ${WHAT}`, USAGE);
  if (!path) return misused('Say which file to import.', USAGE);
  if (more.length > 0) return misused('Give one file. Put a name with spaces in quotes.', USAGE);
  if (kind === 'staff' && !institution?.trim()) return misused('Say whose staff they are: --institution NAME', USAGE);
  if (kind === 'institutions' && institution !== undefined)
    return misused('Leave --institution out: a file of institutions says itself what they are part of.', USAGE);
  if (list !== undefined && list !== 'staff' && list !== 'leavers')
    return misused('Say what the list is: --list staff or --list leavers', USAGE);
  await mayRead(path);
  await atHub(
    importing,
    {
      kind,
      yes,
      again,
      name: basename(path),
      ...(institution !== undefined && { institution }),
      ...(sheet !== undefined && { sheet }),
      ...(list !== undefined && { list }),
    },
    { file: () => piecesOf(path), ...(kind === 'institutions' && { makeNew: values.new }) },
  );
});

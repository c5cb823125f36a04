import { parseArgs } from 'node:util';
import { email as emailShape, name as nameShape } from '@alongside/domain/people/person.events.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { hubAdministrators, makeAdministrator, personWithEmail } from '../set-up/administrators.js';
import { command, inHub, say, wrong } from './cli.js';
import type { HubParts } from './hub.js';

const USAGE = `Makes a person an administrator of the hub.

  npm run admin -- EMAIL [--name NAME]         Says what it would do.
  npm run admin -- EMAIL [--name NAME] --yes   Does it.

--name is needed for a person who is not on the hub yet.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false }, name: { type: 'string' } },
});

await command(async () => {
  const [email, ...more] = positionals;
  if (!email || more.length > 0) return wrong(USAGE);
  if (!emailShape.safeParse(email).success) return wrong(`${email} is not an email address.`);
  await inHub((parts) => appoint(parts, email));
});

async function appoint(parts: HubParts, email: string): Promise<void> {
  const person = personWithEmail(parts, email);
  const known = person && parts.views.store.get<PersonRow>(personView.name, person)?.data.name;
  if (person && (await hubAdministrators(parts)).includes(person)) return say(`${known ?? email} is an administrator already.`);
  const name = known ?? nameGiven(email);
  if (!values.yes)
    return say(
      `This would ${person ? '' : `add ${name} to the hub and `}make ${person ? name : 'them'} an administrator. Administrators see every school’s people and settings, and never what a pair says. Run it again with --yes.`,
    );
  const made = await makeAdministrator(parts, { name, email });
  if (!made.ok) return wrong(made.refused.message);
  say(`${name} is an administrator. They sign in at ${parts.publicUrl()} with a code sent to ${email}.`);
}

function nameGiven(email: string): string {
  const name = nameShape.safeParse(values.name ?? '');
  return name.success ? name.data : wrong(`No person on the hub has the address ${email}. Add their name: --name "Asha Rahman".`);
}

import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { clockOf, dayOf, sayDate, sayTime } from '@alongside/domain/uk/uk-time.js';
import { email as emailShape, name as nameShape } from '@alongside/domain/people/person.events.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { hubAdministrators, makeAdministrator, personWithEmail } from '../set-up/administrators.js';
import { command, inHub, say, wrong } from './cli.js';
import type { HubParts } from './hub.js';

const USAGE = `Makes a person an administrator of the hub.

  npm run admin -- EMAIL [--name NAME]         Says what it would do.
  npm run admin -- EMAIL [--name NAME] --yes   Does it.

--name is needed for a person who is not on the hub yet.

  npm run admin -- confirm-date --yes          Says that the date of this computer is right, where the hub does not act because of it.`;

const CONFIRM = 'confirm-date';
/** With its year, which is what may be wrong. */
const sayStamp = (at: Instant): string => `${sayTime(clockOf(at))} on ${sayDate(dayOf(at))}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { yes: { type: 'boolean', default: false }, name: { type: 'string' } },
});

await command(async () => {
  const [email, ...more] = positionals;
  if (!email || more.length > 0) return wrong(USAGE);
  if (email === CONFIRM) return inHub(confirmDate);
  if (!emailShape.safeParse(email).success) return wrong(`${email} is not an email address.`);
  await inHub((parts) => appoint(parts, email));
});

async function confirmDate({ clockGuard, clock, dispatcher }: HubParts): Promise<void> {
  const condition = await clockGuard.check();
  if (condition.state === 'right') return say('The hub acts: its clock agrees with its newest event.');
  const [now, newest] = [sayStamp(clock.now()), sayStamp(condition.newest)];
  if (!values.yes)
    return say(
      `This computer says that it is ${now}. The newest event of the hub is from ${newest}. If ${now} is right, run it again with --yes. If it is wrong, set the clock of this computer instead: what happens while it is wrong is dated wrongly for good.`,
    );
  const data = { institution: HUB_INSTITUTION, newest: condition.newest };
  const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ConfirmDate', stampedAt: clock.now(), data }, HUB);
  if (answer.outcome === 'rejected') return wrong(answer.message);
  say(`The hub acts again. It takes ${now} for right.`);
}

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

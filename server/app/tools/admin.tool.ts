import { email as emailShape, name as nameShape, nameParts } from '@alongside/domain/people/person.events.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { NameParts } from '@alongside/domain/text/names.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { sayStamp } from '../../clock/say-clock.js';
import { hubAdministrators, makeAdministrator, personWithEmail } from '../../set-up/administrators.js';
import type { HubParts } from '../hub.js';
import { refuseWrongClock } from './clock-right.js';
import { personMeant, sayNamed } from './named.js';
import { wrong, type Terminal, type Tool } from './tool.js';

const input = z.object({
  /** An address, an id or a name. */
  who: z.string(),
  name: z.string().optional(),
  /** What to call a person who is new; without it, their whole name. */
  given: z.string().optional(),
  yes: z.boolean(),
});
type Input = z.infer<typeof input>;

/** Makes a person an administrator of the hub. */
export const adminTool: Tool<Input> = {
  name: 'admin',
  input,
  run: async (parts, { who, name: whole, given, yes }, { say }) => {
    const email = emailOf(parts, who, say);
    const person = personWithEmail(parts, email);
    const known = person && parts.views.store.get<PersonRow>(personView.name, person)?.data.name;
    if (person && (await hubAdministrators(parts)).includes(person)) return say(`${known ?? email} is an administrator already.`);
    const name = known ?? nameGiven(email, whole);
    const names = person ? undefined : namesGiven(given);
    if (!yes)
      return say(
        `This would ${person ? '' : `add ${name} to the hub and `}make ${person ? name : 'them'} an administrator. Administrators see every school’s people and settings, and never what a pair says. Run it again with --yes.`,
      );
    await refuseWrongClock(parts);
    const made = await makeAdministrator(parts, { name, names, email });
    if (!made.ok) return wrong(made.refused.message);
    say(`${name} is an administrator. They sign in at ${parts.publicUrl()} with a code sent to ${email}.`);
  },
};

function emailOf({ views: { store } }: HubParts, who: string, say: Terminal['say']): string {
  if (emailShape.safeParse(who).success) return who;
  if (who.includes('@')) return wrong(`“${who}” is no email address. Check it.`);
  const person = personMeant(store, who);
  say(sayNamed(person));
  return store.get<AccountRow>(accountView.name, person.id)?.data.email ?? wrong(`${person.name} has no email address to sign in with.`);
}

function nameGiven(email: string, whole: string | undefined): string {
  if (whole === undefined) return wrong(`No person on the hub has the address ${email}. Add their name: --name "Asha Rahman".`);
  const name = nameShape.safeParse(whole);
  return name.success ? name.data : wrong(name.error.issues[0]?.message ?? 'Enter another name.');
}

/** As set-up takes it: none where none is given, and nothing is guessed. */
function namesGiven(given: string | undefined): Pick<NameParts, 'given'> | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  const names = nameParts.pick({ given: true }).safeParse({ given });
  return names.success ? names.data : wrong(names.error.issues[0]?.message ?? 'Enter another given name.');
}

/** Says that the date of this computer is right. */
export const confirmDateTool: Tool<{ readonly yes: boolean }> = {
  name: 'confirm-date',
  input: z.object({ yes: z.boolean() }),
  run: async ({ clockGuard, clock, dispatcher }, { yes }, { say }) => {
    const condition = await clockGuard.check();
    if (condition.state === 'right') return say('The hub acts: its clock agrees with its newest event.');
    const [now, newest] = [sayStamp(clock.now()), sayStamp(condition.newest)];
    if (!yes)
      return say(
        `This computer says that it is ${now}. The newest event of the hub is from ${newest}. If ${now} is right, run it again with --yes. If it is wrong, set the clock of this computer instead: what happens while it is wrong is dated wrongly for good.`,
      );
    const data = { institution: HUB_INSTITUTION, newest: condition.newest };
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ConfirmDate', stampedAt: clock.now(), data }, HUB);
    if (answer.outcome === 'rejected') return wrong(answer.message);
    say(`The hub acts again. It takes ${now} for right.`);
  },
};

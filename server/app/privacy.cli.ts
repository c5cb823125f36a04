import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { uuidv7 } from 'uuidv7';
import { ErasureUnfinished, eraseHere } from '../privacy/erase.js';
import { CannotBeDone, command, inHub, say, wrong } from './cli.js';
import type { HubParts } from './hub.js';

const USAGE = `Looks after what people have a right to.

  npm run privacy -- erase ID --yes   Erases a person: name, address and words, everywhere. Nothing can bring them back.
  npm run privacy -- erase ID         Says what that would do.`;

const [action, id, yes] = process.argv.slice(2);

await command(async () => {
  if (action !== 'erase' || !id) return wrong(USAGE);
  await inHub((parts) => erase(parts, id as PersonId));
});

async function erase(parts: HubParts, person: PersonId): Promise<void> {
  const { views, dispatcher, clock } = parts;
  const row = views.store.get<PersonRow>(personView.name, person)?.data;
  if (!row) return wrong(`Nobody has the id ${person}.`);
  if (row.erased) say('This person was erased before. What is left of them is overwritten once more.');
  else if (yes !== '--yes')
    return say(
      `This would erase ${row.name}: their name, e-mail address and everything they wrote. Others keep their own words, and figures still add up. Say it again with --yes.`,
    );
  const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ErasePerson', stampedAt: clock.now(), data: { person } }, HUB);
  if (answer.outcome === 'rejected') return wrong(answer.message);
  if (!(await views.caughtUp(answer.position))) wrong('The views did not catch up in time. Start again: it is safe.');
  // The reactors of a running hub do the same for its own files; here it is awaited, so that the command says only what is so.
  await eraseHere(parts, person).catch((error: unknown) => {
    throw error instanceof ErasureUnfinished ? new CannotBeDone(error.message) : error;
  });
  say('Erased. No file of this hub holds their name, address or words any more. Backups made before today still do: replace them.');
}

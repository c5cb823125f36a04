import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { uuidv7 } from 'uuidv7';
import { ErasureUnfinished, eraseHere } from '../privacy/erase.js';
import { CannotBeDone, command, inHub, say, wrong } from './cli.js';
import type { HubParts } from './hub.js';

const USAGE = `Deletes a person’s data, as the law gives them the right to.

  npm run privacy -- erase ID --yes   Deletes a person’s name, email address and words everywhere. You cannot undo it.
  npm run privacy -- erase ID         Says what would be deleted.`;

const [action, id, yes] = process.argv.slice(2);

await command(async () => {
  if (action !== 'erase' || !id) return wrong(USAGE);
  await inHub((parts) => erase(parts, id as PersonId));
});

async function erase(parts: HubParts, person: PersonId): Promise<void> {
  const { views, dispatcher, clock } = parts;
  const row = views.store.get<PersonRow>(personView.name, person)?.data;
  if (!row) return wrong(`No person has the id ${person}.`);
  if (row.erased) say('This person was deleted before. Any remaining data is overwritten again.');
  else if (yes !== '--yes')
    return say(
      `This would delete ${row.name}: their name, email address and everything they wrote. What others wrote stays, and figures still add up. Run it again with --yes.`,
    );
  const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ErasePerson', stampedAt: clock.now(), data: { person } }, HUB);
  if (answer.outcome === 'rejected') return wrong(answer.message);
  if (!(await views.caughtUp(answer.position))) wrong('The views did not catch up in time. Run it again. It is safe.');
  // The reactors of a running hub do the same for its own files; here it is awaited, so that the command says only what is so.
  await eraseHere(parts, person).catch((error: unknown) => {
    throw error instanceof ErasureUnfinished ? new CannotBeDone(error.message) : error;
  });
  say(
    'Deleted. No file of this hub holds their name, address or words any more. Backups made before today still hold them, and npm run restore deletes them again.',
  );
}

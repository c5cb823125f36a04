import { HUB } from '@alongside/domain/kernel/decider.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { ErasureUnfinished, eraseHere } from '../../privacy/erase.js';
import { personMeant, sayNamed } from './named.js';
import { keptByRestores } from '../backup/kept-by-restores.js';
import { CannotBeDone, wrong, type Tool } from './tool.js';

const input = z.object({ who: z.string(), yes: z.boolean() });

/** Deletes a person’s data. */
export const eraseTool: Tool<z.infer<typeof input>> = {
  name: 'erase',
  input,
  run: async (parts, { who, yes }, { say }) => {
    const { views, dispatcher, clock, config } = parts;
    const meant = personMeant(views.store, who);
    const person = meant.id;
    const row = views.store.get<PersonRow>(personView.name, person)?.data;
    if (row?.erased) say('This person was deleted before. Any remaining data is overwritten again.');
    else if (!yes)
      return say(
        `This would delete ${sayNamed(meant)}: their name, email address and everything they wrote. What others wrote stays, and figures still add up. Run it again with --yes${meant.exactly ? '' : ' and their id'}.`,
      );
    // It cannot be undone: part of a name may mean another person than the one in mind.
    else if (!meant.exactly) return wrong(`Nothing was deleted. To delete ${sayNamed(meant)}, give the id.`);
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ErasePerson', stampedAt: clock.now(), data: { person } }, HUB);
    if (answer.outcome === 'rejected') return wrong(answer.message);
    if (!(await views.caughtUp(answer.position))) wrong('The views did not catch up in time. Run it again. It is safe.');
    // The reactors of a hub do the same; here it is awaited, so that the command says only what is so.
    await eraseHere(parts, person).catch((error: unknown) => {
      throw error instanceof ErasureUnfinished ? new CannotBeDone(error.message) : error;
    });
    say(
      'Deleted. No file that this hub uses holds their name, address or words any more. Backups made before now still hold them, and npm run restore deletes them again.',
    );
    for (const folder of await keptByRestores(config.dataDir))
      say(`The folder ${folder}, which a restore kept, may hold them too. Delete it when you no longer need it.`);
  },
};

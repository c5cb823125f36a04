import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { wordsOf, type Facts } from '@alongside/domain/notices/words.js';
import type { HubParts } from '../app/hub.js';
import { viewReaderOf } from '../queries/live-views.js';
import { newsLetter } from './letters.js';
import type { Letter } from './mailer.js';
import { nameIn } from './news.js';

/** The invitation a colleague would get from this person, in the words of the real one. Nothing is sent. */
export function invitationTo(person: PersonId, { views, publicUrl }: Pick<HubParts, 'views' | 'publicUrl'>): Letter {
  const look = viewReaderOf(views.store);
  const { called = '' } = look.row<PersonRow>(personView.name, person) ?? {};
  // Only what these words read: who is invited, and by whom.
  const facts = { type: 'InvitationSent', to: person, actor: person, shown: { from: person }, name: nameIn(look) } as unknown as Facts;
  const words = wordsOf(facts);
  if (!words) throw new Error('Nobody is told of joining.');
  return newsLetter({
    key: 'preview',
    to: { person, email: '', called: isolated(called) },
    about: [person],
    subject: words.title,
    body: words.body.filter(Boolean),
    link: { says: words.link.says, url: `${publicUrl()}${words.link.path}` },
  });
}

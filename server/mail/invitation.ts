import type { EventId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import type { HubParts } from '../app/hub.js';
import { lookIn } from '../queries/live-views.js';
import type { EventTyped } from '../reactors/reactor.js';
import { givenNameOf, newsLetter } from './letters.js';
import type { Letter } from './mailer.js';
import { news } from './news.js';

/** The invitation that a colleague would get from this person, made by what makes the real one. Nothing is sent. */
export function invitationTo(person: PersonId, { views, publicUrl }: Pick<HubParts, 'views' | 'publicUrl'>): Letter {
  const look = lookIn(views.store);
  const { name = '' } = look.row<PersonRow>(personView.name, person) ?? {};
  const joined = {
    id: 'preview' as EventId,
    at: new Date(0).toISOString() as Instant,
    type: 'PersonJoined',
    actor: person,
    data: { person, name, email: '' },
  };
  // Only what the letter reads: who joined, and who invited them.
  const told = news.PersonJoined(joined as unknown as EventTyped<'PersonJoined'>, look);
  if (!told) throw new Error('Nobody is told of joining.');
  return newsLetter({
    key: 'preview',
    to: { person, email: '', givenName: givenNameOf(name) },
    about: told.about,
    subject: told.subject,
    body: told.body,
    link: { says: told.link.says, url: `${publicUrl()}${told.link.path}` },
  });
}

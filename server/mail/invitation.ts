import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import { invitation } from '@alongside/domain/notices/words/people.js';
import type { HubParts } from '../app/hub.js';
import { viewReaderOf } from '../queries/live-views.js';
import { notificationEmail } from './emails.js';
import type { Email } from './mailer.js';
import { hubName, nameApart, namesIn } from './notifications.js';

/** The invitation a colleague at this school would get from this person, in the words of the real one. Nothing is sent. */
export function invitationTo(
  person: PersonId,
  at: InstitutionId | undefined,
  { views, publicUrl }: Pick<HubParts, 'views' | 'publicUrl'>,
): Email {
  return previewFor(person, at, viewReaderOf(views.store), publicUrl());
}

export function previewFor(person: PersonId, at: InstitutionId | undefined, look: HubReader, publicUrl: string): Email {
  const { called = '' } = look.row(personView.name, person) ?? {};
  const institution = nameApart(at ?? schoolOf(person, look), look);
  const words = invitation({ institution, hub: hubName(look), ...namesIn(look) }, person);
  return notificationEmail({
    key: 'preview',
    to: { person, email: '', called: nameInMail(called) },
    about: [person],
    subject: words.title,
    body: words.body,
    link: { says: words.link.says, url: `${publicUrl}${words.link.path}` },
  });
}

/** The school that an administrator invites to: one that they administer before one that they only belong to. */
function schoolOf(person: PersonId, look: HubReader): InstitutionId | undefined {
  const all = (look.row('membership', person)?.memberships ?? []).filter(({ institution }) => institution !== HUB_INSTITUTION);
  return (all.find(({ roles }) => roles.includes('administrator')) ?? all[0])?.institution;
}

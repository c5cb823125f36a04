import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { memberView } from '@alongside/projections/views/member.view.js';
import type { HubParts } from '../app/hub.js';
import { ChosenMailer } from '../mail/chosen-mailer.js';
import { viewReaderOf } from '../queries/live-views.js';
import { UNNAMED_HUB } from './administrators.js';

/** Schools that the set-up lists; more are found by name. */
const SHOWN_LIMIT_SCHOOLS = 20;
/** Schools looked through for those that a person worked on. */
const LOOKED_LIMIT_SCHOOLS = 200;

/** A school or trust, as far as the set-up needs to know. */
export interface SchoolProgress {
  readonly institution: string;
  readonly name: string;
  readonly kind: InstitutionRow['details']['kind'];
  readonly nation: string;
  /** Where it is known. */
  readonly town?: string;
  readonly hasCalendar: boolean;
  readonly hasCoordinator: boolean;
}

/** How far the set-up is: worked out from what is so, so that it can be left and taken up anywhere. */
export interface SetUpProgress {
  /** Null until the administrator names the hub. */
  readonly hubName: string | null;
  readonly mail: 'sends' | 'outbox';
  /** Those that were worked on first. */
  readonly schools: readonly SchoolProgress[];
  /** Where staff sign in. */
  readonly publicUrl: string;
}

export async function progressOf({ views, mailer, publicUrl }: Pick<HubParts, 'views' | 'mailer' | 'publicUrl'>): Promise<SetUpProgress> {
  const look = viewReaderOf(views.store);
  const hub = look.row(institutionView.name, HUB_INSTITUTION);
  const rows = views.store.list<InstitutionRow>(institutionView.name, { for: 'all', limitRows: LOOKED_LIMIT_SCHOOLS });
  const schools = rows
    .map(({ data }) => data)
    .filter(({ details }) => details.kind !== 'hub')
    .map(({ institution, details, terms }): SchoolProgress => ({
      institution,
      name: details.name,
      kind: details.kind,
      nation: details.nation,
      ...(details.town && { town: details.town }),
      hasCalendar: terms.length > 0,
      hasCoordinator: look.rows(memberView.name, { institution }).some(({ roles }) => roles.includes('coordinator')),
    }));
  const doneIn = (school: SchoolProgress) => Number(school.hasCalendar) + Number(school.hasCoordinator);
  return {
    hubName: hub && hub.details.name !== UNNAMED_HUB.name ? hub.details.name : null,
    mail: !(mailer instanceof ChosenMailer) || (await mailer.leaves()) ? 'sends' : 'outbox',
    schools: schools.sort((a, b) => doneIn(b) - doneIn(a)).slice(0, SHOWN_LIMIT_SCHOOLS),
    publicUrl: publicUrl(),
  };
}

import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { coordinatorsView, type CoordinatorsRow } from '@alongside/projections/views/coordinators.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';
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
  /** Set while people get no emails that they should: the mail server fails, or they are held since a restore. */
  readonly emails?: 'failing' | 'held';
  /** Those that were worked on first. */
  readonly schools: readonly SchoolProgress[];
  /** There are more than these, such as a whole register: the others are found by name. */
  readonly hasMore: boolean;
  /** Where staff sign in. */
  readonly publicUrl: string;
}

type Views = HubParts['views'];

const firstOf = ({ store }: Views): readonly InstitutionRow[] =>
  store.list<InstitutionRow>(institutionView.name, { for: 'all', limitRows: LOOKED_LIMIT_SCHOOLS }).map(({ data }) => data);

/** Those with dates or a coordinator, wherever they are in a register of thousands. */
function worked({ store }: Views, look: HubReader): readonly InstitutionRow[] {
  const dated = store.list<InstitutionRow>(institutionView.name, {
    for: 'all',
    where: { dated: 'yes' },
    limitRows: LOOKED_LIMIT_SCHOOLS,
  });
  // Private rows of the view come after these.
  const coordinated = store.list<CoordinatorsRow>(coordinatorsView.name, { for: 'all', limitRows: LOOKED_LIMIT_SCHOOLS });
  const run = coordinated.flatMap(({ data: { institution } }) => (institution && look.row(institutionView.name, institution)) ?? []);
  return [...dated.map(({ data }) => data), ...run];
}

type From = Pick<HubParts, 'views' | 'mailer' | 'publicUrl' | 'mailWatch' | 'mailHold'>;

export async function progressOf({ views, mailer, publicUrl, mailWatch, mailHold }: From): Promise<SetUpProgress> {
  const emails = mailWatch.condition.failingSince ? ('failing' as const) : mailHold.held ? ('held' as const) : undefined;
  const look = viewReaderOf(views.store);
  const hub = look.row(institutionView.name, HUB_INSTITUTION);
  const schools = [...worked(views, look), ...firstOf(views)]
    .filter((row, at, all) => all.findIndex(({ institution }) => institution === row.institution) === at)
    .filter(({ details, closed }) => details.kind !== 'hub' && !closed)
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
    ...(emails && { emails }),
    schools: schools.sort((a, b) => doneIn(b) - doneIn(a)).slice(0, SHOWN_LIMIT_SCHOOLS),
    hasMore: schools.length > SHOWN_LIMIT_SCHOOLS,
    publicUrl: publicUrl(),
  };
}

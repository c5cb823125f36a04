import type { ToldApart } from '@alongside/domain/imports/told-apart.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Actor } from '@alongside/domain/policies/actor.js';
import { mayChangeEmailOf } from '@alongside/domain/policies/addresses.policy.js';
import { membershipsOf } from '@alongside/projections/facts/gather.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberId } from '@alongside/projections/views/member.view.js';
import { rosterView } from '@alongside/projections/views/roster.view.js';

/** Tells people apart who have one name, for a person who may read the list of members there. */
export type TellApart = (person: PersonId, institution: InstitutionId) => ToldApart;

export const tellApart =
  (reader: Actor, look: HubReader): TellApart =>
  (person, institution) => {
    const may = mayChangeEmailOf(reader, person, membershipsOf(person, look));
    const email = may ? look.row('account', person)?.email : undefined;
    const job = look.row(rosterView.name, memberId({ institution, person }))?.jobTitle;
    return { ...(email && { email }), ...(job && { job }) };
  };

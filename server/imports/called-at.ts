import { byKeys, likelyKeysOf } from '@alongside/domain/imports/staff-likely.js';
import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { nameKey } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberId } from '@alongside/projections/views/member.view.js';
import type { TellApart } from './told-apart.js';

/** The members of an institution by the key of their name (`nameKey`), told apart as far as the importer may see it. */
export function calledAt(institution: InstitutionId, look: HubReader, apart: TellApart): ReadonlyMap<string, readonly CalledMember[]> {
  return byKeys(membersOf(institution, look, apart), ({ name }) => [nameKey(name)]);
}

/** The same by what else may be written for a name: see `likelyKeysOf`. */
export function likelyAt(institution: InstitutionId, look: HubReader, apart: TellApart): ReadonlyMap<string, readonly CalledMember[]> {
  return byKeys(membersOf(institution, look, apart), (member) => likelyKeysOf(member, member.job));
}

/** The own address of members whose records were joined, by each other that they have. A list may name both: it is one person. */
export function joinedAt(institution: InstitutionId, look: HubReader): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kept, joined } of look.rows('joining', { status: 'joined' })) {
    const [own, other] = [look.row('account', kept), look.row('account', joined)];
    // Of a person who is no member here, a list is not to tell which addresses are theirs.
    if (own && other?.person === own.person && look.row('member', memberId({ institution, person: own.person }))?.left === null)
      found.set(other.email, own.email);
  }
  return found;
}

function membersOf(institution: InstitutionId, look: HubReader, apart: TellApart): readonly (CalledMember & { readonly name: string })[] {
  return look.rows('member', { institution }).flatMap(({ person, left }) => {
    const name = left === null ? (look.row('person', person)?.name ?? '') : '';
    if (nameKey(name) === '') return [];
    const email = look.row('account', person)?.email;
    const { email: seen, job } = apart(person, institution);
    return [{ name, ...(email && { email }), ...(job && { job }), ...(email && !seen && { isHidden: true as const }) }];
  });
}

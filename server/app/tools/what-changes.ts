import { NO_ROW } from '@alongside/domain/imports/columns.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { sayDate } from '@alongside/domain/uk/uk-time.js';
import type { Gone, Renamed } from '../../imports/comparison.js';
import type { Foreseen } from '../../imports/foreseen.js';
import type { Change } from '../../imports/member-changes.js';
import type { Following, SchoolChange, TrustRenamed } from '../../imports/register-comparison.js';
import type { RowSaid } from './left-out.js';

/** Under one heading, what a file changes or leaves: printed before anything is saved. */
export interface Told {
  readonly heading: string;
  readonly rows: readonly RowSaid[];
}

/**
 * What an import at the terminal would change, by name, and what it leaves to be chosen on the screen. `isErased`: they are named nowhere (R9).
 */
export function whatChanges({ register, comparison }: Foreseen, isErased: (person: PersonId) => boolean): readonly Told[] {
  const changes = comparison.changes.filter(({ people }) => !people.some(isErased));
  const renamed = (comparison.renamed ?? []).filter(({ person }) => !isErased(person));
  const isTaken = ({ byItself, needs }: Change) => byItself === true && needs?.toChoose !== true;
  const gone = comparison.gone.filter(({ person }) => !isErased(person));
  const parts: readonly Told[] = [
    { heading: 'Changed by the register:', rows: [...register.changes.flatMap(ofSchool), ...(register.trusts ?? []).map(ofRenamed)] },
    { heading: 'What came after schools that are closed here:', rows: register.following.flatMap(ofFollowing) },
    { heading: 'Changed by the list:', rows: [...renamed.map(ofRenamed), ...changes.filter(isTaken).map(ofMember)] },
    {
      heading: 'Otherwise in the list, and left as it is here. Import the list on the screen to choose:',
      rows: changes.filter((one) => !isTaken(one)).map(ofMember),
    },
    {
      heading: 'The list says that these members have left, or may have. They stay members: remove them on the screen.',
      rows: gone.filter(({ left }) => left !== undefined).map(ofGone),
    },
    {
      heading: 'Members who are not in the list. They stay members: if one has left, remove them on the screen.',
      rows: gone.filter(({ left }) => left === undefined).map(ofGone),
    },
  ];
  return parts.flatMap(({ heading, rows }) => (rows.length > 0 ? [{ heading, rows: rows.toSorted((a, b) => a.row - b.row) }] : []));
}

/** Of schools that are taken; those that a person has to choose are told among what is left out. */
function ofSchool({ row, who, what, doubtful }: SchoolChange): readonly RowSaid[] {
  return doubtful ? [] : [{ row, message: `${who}: ${what.map(sayField).join('; ')}.` }];
}

const ofRenamed = ({ row, was, now }: TrustRenamed | Renamed): RowSaid => ({ row, message: `${was}: the name becomes “${now}”.` });

const sayNation = (text: string): string => (NATION_WORDS as Readonly<Record<string, string>>)[text] ?? text;

function sayField({ field, was, now }: SchoolChange['what'][number]): string {
  const name = field.toLowerCase();
  const words = (text: string) => `“${field === 'Nation' ? sayNation(text) : text}”`;
  if (field === 'Place on the map') return 'another place on the map';
  if (field === 'Name') return `the name becomes ${words(now)}`;
  if (now === '') return `${name} ${words(was)} goes`;
  return was === '' ? `${name} is ${words(now)}` : `${name} ${words(was)} becomes ${words(now)}`;
}

/** Of closed schools of which the file says something new. What was set by hand is told among what is left out. */
function ofFollowing({ row, who, on, names, closed, missing, known, byHand }: Following): readonly RowSaid[] {
  if (byHand || (known && missing.length === 0)) return [];
  const away = [
    closed.length > 0 ? ` Closed here, too: ${closed.join(', ')}.` : '',
    missing.length > 0 ? ` Not on this hub: ${missing.join(', ')}.` : '',
  ].join('');
  const after = names.length > 0 ? `${names.join(' and ')} ${names.length === 1 ? 'follows' : 'follow'} it.` : 'No school here follows it.';
  return [{ row, message: `${who} closed on ${sayDate(on)}. ${after}${away}` }];
}

const FIELD_WORDS: Readonly<Record<Change['field'], string>> = {
  name: 'name',
  job: 'job title',
  start: 'first day',
  lineManager: 'line manager',
  inductionTutor: 'induction tutor',
};

function ofMember({ row, who, field, was, now, byItself, needs }: Change): RowSaid {
  const what = FIELD_WORDS[field];
  if (byItself && !needs?.toChoose) return { row, message: `${who}: ${what} ${was === '' ? 'is' : `“${was}” becomes`} “${now}”.` };
  const here = was === '' ? 'here it is not known' : `here it is “${was}”`;
  return { row, message: `${who}: the list has the ${what} “${now}”, ${here}.${needs ? ` Row ${needs.row} is left out.` : ''}` };
}

const ofGone = ({ name, from, left, rows }: Gone): RowSaid => ({
  row: rows?.[0] ?? NO_ROW,
  message: `${name}: ${(left ?? `member since ${sayDate(from)}`).replace(/[^.]$/, '$&.')}`,
});

import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, phase, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subject } from '@alongside/domain/uk/taxonomy/subjects.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const NUMBERS = ['no', 'one'];
const PROPER =
  /^(English|Welsh|Gaelic|Irish|Scottish|Foundation Phase|Google|Microsoft|European|Advanced|Chinese|Latin|Greek|French|German|Spanish)/;

/** “first” for 0; plain figures after the sixth. */
export const ordinal = (index: number): string => ORDINALS[index] ?? `${index + 1}th`;
/** “one”, “3”. */
export const number = (n: number): string => NUMBERS[n] ?? String(n);
/** “1 level” is “one level”. */
export const counted = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? '' : 's'}`;

/** “a, b and c”. */
export function list(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A name of a list as it stands within a sentence: without its capital, unless it is a proper name or an abbreviation. */
export const within = (name: string): string =>
  PROPER.test(name) || /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

export const sayExpertise = (id: string): string => within(expertiseName(id));
export const sayPhase = (id: string): string => within(phase(id)?.name ?? id);
export const saySetting = (id: string): string => within(setting(id)?.name ?? id);
export const sayStage = (id: string): string => within(careerStage(id)?.name ?? id);
export function saySubject(id: string): string {
  const found = subject(id);
  if (!found) return id;
  return found.group === 'English and languages' ? found.name : within(found.name);
}

/** “teach mathematics and work in key stage 3”; undefined where there is neither. */
export function sayWork(subjects: readonly string[], phases: readonly string[]): string | undefined {
  const said = [
    ...(subjects.length > 0 ? [`teach ${list(subjects.map(saySubject))}`] : []),
    ...(phases.length > 0 ? [`work in ${list(phases.map(sayPhase))}`] : []),
  ];
  return said.length > 0 ? said.join(subjects.length > 1 || phases.length > 1 ? ', and ' : ' and ') : undefined;
}

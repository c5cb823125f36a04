import { csvOf } from '@alongside/domain/text/csv.js';
import { sayDate } from '../../ui/index.js';
import { GROUPS, saidOutside, type ProgrammeFigures } from '../../shared/programme/figures.js';

/** What is not shown outside, in a cell. */
const NOT_SHOWN = 'Not shown';
/** How to read it: what a reader outside the hub has no other way to know. */
export const HOW_COUNTED = [
  'Members, mentors, requests that wait for a reply, and pairs that are active, paused or in their trial period are as they are on this day. All others are counted since the programme began.',
  'A pair counts where its mentor or its mentee belongs.',
] as const;
const NOTES = [...HOW_COUNTED, `“${NOT_SHOWN}” is about fewer than 5 people, could show such a figure, or has no value yet.`];

/** A programme's figures as they may leave the hub. */
export interface ToShare {
  readonly name: string;
  readonly day: string;
  readonly figures: ProgrammeFigures;
}

const title = ({ name, day }: ToShare): string => `Mentoring at ${name}, ${sayDate(day)}`;
const inWords = ({ figures }: ToShare, words: (typeof GROUPS)[number]['figures'][number]): string =>
  saidOutside(words, figures) ?? NOT_SHOWN;

/** A number by itself, for spreadsheets to count with, and its unit beside it. */
function cellsOf(said: string): readonly [string, string] {
  const [, number, unit = ''] = /^([\d.,]+)(?: (.+))?$/.exec(said) ?? [];
  return number ? [number.replaceAll(',', ''), unit] : [said, ''];
}

/** For a spreadsheet. */
export const asCsv = (of: ToShare): string =>
  csvOf([
    [title(of)],
    [],
    ['Group', 'Figure', 'Number', 'Unit'],
    ...GROUPS.flatMap((group) => group.figures.map((words) => [group.title, words.label, ...cellsOf(inWords(of, words))])),
    [],
    ...NOTES.map((note) => [note]),
  ]);

/** To paste into a report or an email. */
export const asText = (of: ToShare): string =>
  [
    title(of),
    ...GROUPS.map((group) => [group.title, ...group.figures.map((words) => `- ${words.label}: ${inWords(of, words)}`)].join('\n')),
    NOTES.join('\n'),
  ].join('\n\n');

/** “Mentoring at Northfield School 2026-11-30.csv”, without what a file's name may not hold. */
export const fileName = ({ name, day }: ToShare): string =>
  `Mentoring at ${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()} ${day}.csv`;

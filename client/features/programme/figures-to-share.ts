import { csvOf } from '@alongside/domain/text/csv.js';
import { sayDate } from '../../ui/index.js';
import type { OverviewRow } from '@alongside/projections/views/overview.view.js';
import { outsideGroups, type ProgrammeFigures } from '../../shared/programme/figures.js';

/** What is not shown outside, in a cell. */
const NOT_SHOWN = 'Not shown';
/** How to read it: what a reader outside the hub has no other way to know. */
export const HOW_COUNTED = [
  'Members, mentors, requests that wait for a reply, and pairs that are current or paused are as they are on this day. All others are counted since the programme began.',
  'A pair counts where its mentor or its mentee belongs.',
] as const;
const NOTES = [
  ...HOW_COUNTED,
  `“${NOT_SHOWN}” is about fewer than 5 people, could show such a figure, or has no value yet.`,
  '“Nearly all” means at least four in five, with fewer than 5 left over.',
];
/** What is not on the sheet, and why: to those who share it (0051). */
export const LEFT_OUT = [
  'What people said is not here. Someone who answered could work out what others said.',
  'Earlier dates are not here. Two dates side by side could tell of one person. History compares this term with the last.',
] as const;

/** A programme's figures as they may leave the hub. */
export interface ToShare {
  readonly name: string;
  readonly day: string;
  readonly figures: ProgrammeFigures;
  readonly outside: OverviewRow['outside'];
}

const title = ({ name, day }: ToShare): string => `Mentoring at ${name}, ${sayDate(day)}`;
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
    ...outsideGroups(of.figures, of.outside).flatMap((group) =>
      group.lines.map(({ label, value }) => [group.title, label, ...cellsOf(value ?? NOT_SHOWN)]),
    ),
    [],
    ...NOTES.map((note) => [note]),
  ]);

/** To paste into a report or an email. */
export const asText = (of: ToShare): string =>
  [
    title(of),
    ...outsideGroups(of.figures, of.outside).map((group) =>
      [group.title, ...group.lines.map(({ label, value }) => `- ${label}: ${value ?? NOT_SHOWN}`)].join('\n'),
    ),
    NOTES.join('\n'),
  ].join('\n\n');

/** “Mentoring at Northfield School 2026-11-30.csv”, without what a file's name may not hold. */
export const fileName = ({ name, day }: ToShare): string =>
  `Mentoring at ${name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()} ${day}.csv`;

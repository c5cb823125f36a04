import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { FIGURES, ledgerOf, medianOf, TIES, type FigureName, type Ledger } from './figures.js';
import { privateRows } from './private-rows.js';
import { tellsOfASchool, withhold, type Shown } from './withhold.js';

/** Counted so that nothing follows from what is shown, and never shown themselves. */
type Uncounted = 'daysToFirstMeeting' | 'pairsNotMet' | 'pairsUncertified';
/** The figures of a programme. Days are calendar days from match to first meeting. */
export type OverviewFigure = Exclude<FigureName, Uncounted> | 'medianDaysToFirstMeeting' | 'meanDaysToFirstMeeting';
export type ShownFigures = Readonly<Record<OverviewFigure, Shown>>;

const schools = privateRows<readonly InstitutionId[]>('schools');
const schoolsOf = <Data>(rows: Rows<Data>, trust: InstitutionId): readonly InstitutionId[] => schools.get(rows, trust) ?? [];

/** Keeps which schools a trust has. `from`: the trust that the school was in. */
export function moveSchool<Data>(rows: Rows<Data>, school: InstitutionId, from: InstitutionId | null, to: InstitutionId | null): void {
  const others = (trust: InstitutionId) => schoolsOf(rows, trust).filter((one) => one !== school);
  if (from) schools.put(rows, from, others(from));
  if (to) schools.put(rows, to, [...others(to), school]);
}

/** An institution’s figures as they are, for those who may read its pairs by name. */
export const exactOf = (ledger: Ledger): ShownFigures => published(ledger, valuesOf(ledger.figures));

function valuesOf(figures: Ledger['figures']): Readonly<Record<FigureName, number>> {
  const values = {} as Record<FigureName, number>;
  for (const name of FIGURES) values[name] = figures[name].value;
  return values;
}

/** What may leave the hub of an institution (R7). Trust and schools are read side by side: subtracting schools must not reveal a withheld figure. */
export function shownOf<Data>(rows: Rows<Data>, institution: InstitutionId): ShownFigures {
  const ledger = ledgerOf(rows, institution);
  const cells = schoolsOf(rows, institution).map((school) => {
    const { figures } = ledgerOf(rows, school);
    return { figures, shown: withhold(figures, TIES) };
  });
  const tells = (name: FigureName): boolean =>
    tellsOfASchool(
      ledger.figures[name],
      cells.map(({ figures, shown }) => ({ figure: figures[name], shown: shown[name] !== null })),
    );
  return published(ledger, withhold(ledger.figures, cells.length > 0 ? { ...TIES, tells } : TIES));
}

function published({ figures, days }: Ledger, shown: Readonly<Record<FigureName, Shown>>): ShownFigures {
  const { daysToFirstMeeting: total, pairsNotMet: _, pairsUncertified: __, ...others } = shown;
  return {
    ...others,
    medianDaysToFirstMeeting: total === null ? null : medianOf(days),
    meanDaysToFirstMeeting:
      total === null || figures.pairsThatMet.value === 0 ? null : Math.round((total / figures.pairsThatMet.value) * 10) / 10,
  };
}

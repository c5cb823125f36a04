import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { BOUNDS, COMPLEMENTS, FAMILIES, FIGURES, ledgerOf, medianOf, TIES, withMetSince, type FigureName, type Ledger } from './figures.js';
import { privateRows } from './private-rows.js';
import { leftOf, tellsOfBound, tellsOfMargins } from './trust-margins.js';
import { isSmall, SHOWN_FROM_PEOPLE, tellsOfASchool, withhold, type Shown } from './withhold.js';

/** Counted so that nothing follows from what is shown, and never shown themselves. */
type Uncounted = 'daysToFirstMeeting' | 'pairsNotMet' | 'pairsMetLately' | 'pairsNotMetLately' | 'pairsUncertified';
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

/** What of some figure may leave the hub beside the others. */
export interface Outside {
  /** Pairs in their trial period or active that met since a day. */
  readonly metLately: { readonly since: Day; readonly pairs: Shown };
  /** Figures that are withheld because few are left over, and are at least four in five of their whole. */
  readonly nearlyAll: readonly (OverviewFigure | 'pairsMetLately')[];
}

/** In a whole of so many, few left over are at most one in five, however many: by their number it would tell how many. */
const NEARLY_FROM = 5 * (SHOWN_FROM_PEOPLE - 1);
const isNearly = (whole: number, rest: number): boolean => whole >= NEARLY_FROM && rest * 5 <= whole;

/** What may leave the hub of an institution (R7). Trust and schools are read side by side: subtracting schools must not reveal a withheld figure. */
export function shownOf<Data>(rows: Rows<Data>, institution: InstitutionId, sinceOf: (institution: InstitutionId) => Day) {
  const since = sinceOf(institution);
  const ledger = withMetSince(ledgerOf(rows, institution), since);
  const cells = schoolsOf(rows, institution).map((school) => {
    const from = sinceOf(school);
    const { figures } = withMetSince(ledgerOf(rows, school), from);
    return { figures, shown: withhold(figures, TIES), alike: from === since };
  });
  const alike = cells.every((one) => one.alike);
  // What met since different days does not add up, so nothing would say what it tells.
  const tells = (name: FigureName): boolean =>
    ((name === 'pairsMetLately' || name === 'pairsNotMetLately') && !alike) ||
    COMPLEMENTS.some((one) => one.part === name && tellsOfParts(one, ledger.figures, cells)) ||
    FAMILIES.some((one) => one.parts.includes(name) && tellsOfMargins(one, name, ledger.figures, cells)) ||
    BOUNDS.some((one) => one.most.includes(name) && tellsOfMost(one, ledger.figures, cells)) ||
    tellsOfASchool(
      ledger.figures[name],
      cells.map(({ figures, shown }) => ({ figure: figures[name], shown: shown[name] !== null })),
    );
  const shown = withhold(ledger.figures, cells.length > 0 ? { ...TIES, tells } : TIES);
  const nearlyAll = COMPLEMENTS.flatMap(({ whole, part, rest }) =>
    shown[whole] !== null &&
    shown[part] === null &&
    isSmall(ledger.figures[rest]) &&
    // Beside schools that withhold theirs it would say why the trust does, and so how few are left over in all of them.
    cells.every((one) => one.shown[part] !== null) &&
    !isSmall(ledger.figures[part]) &&
    isNearly(ledger.figures[whole].value, ledger.figures[rest].value)
      ? [part as Outside['nearlyAll'][number]]
      : [],
  );
  const outside: Outside = { metLately: { since, pairs: shown.pairsMetLately }, nearlyAll };
  return { figures: published(ledger, shown), outside };
}

type SchoolCells = readonly { readonly figures: Ledger['figures']; readonly shown: Readonly<Record<FigureName, Shown>> }[];

/** Whether what is left of a trust’s part for schools that withhold it fixes each at its least or its most. */
function tellsOfParts({ whole, part, rest }: (typeof COMPLEMENTS)[number], trust: Ledger['figures'], cells: SchoolCells): boolean {
  let [sum, least, most, mostOfUnknown] = [0, 0, 0, 0];
  const hidden = cells.filter(({ shown }) => shown[part] === null);
  for (const { figures, shown } of hidden) {
    const isKnown = shown[whole] !== null;
    sum += !isKnown || isSmall(figures[part]) ? figures[part].value : SHOWN_FROM_PEOPLE - figures[rest].value;
    least += isKnown ? 1 : 0;
    if (isKnown) most += SHOWN_FROM_PEOPLE - 1;
    else mostOfUnknown += isSmall(figures[whole]) ? SHOWN_FROM_PEOPLE - 1 : Number.POSITIVE_INFINITY;
  }
  // Of wholes that are withheld their trust’s tells how many they are together.
  most += Math.min(mostOfUnknown, leftOf(trust, cells, whole));
  return hidden.length > 0 && (sum <= least || sum >= most);
}

const tellsOfMost = (bound: (typeof BOUNDS)[number], trust: Ledger['figures'], cells: SchoolCells): boolean =>
  COMPLEMENTS.some((one) => one.part === bound.part && tellsOfBound(bound, one, trust, cells));

/** Of few pairs the decimal tells how many they are. */
const isMeanTelling = ({ pairs, pairsThatMet }: Readonly<Record<'pairs' | 'pairsThatMet', Shown>>): boolean =>
  pairsThatMet === null && (pairs === null || pairs < NEARLY_FROM);

function published({ figures, days }: Ledger, shown: Readonly<Record<FigureName, Shown>>): ShownFigures {
  const {
    daysToFirstMeeting: total,
    pairsNotMet: _,
    pairsMetLately: __,
    pairsNotMetLately: ___,
    pairsUncertified: ____,
    ...others
  } = shown;
  return {
    ...others,
    medianDaysToFirstMeeting: total === null ? null : medianOf(days),
    meanDaysToFirstMeeting:
      total === null || figures.pairsThatMet.value === 0 || isMeanTelling(shown)
        ? null
        : Math.round((total / figures.pairsThatMet.value) * 10) / 10,
  };
}

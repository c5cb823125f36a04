import type { Day, InstitutionId, Instant } from '@alongside/domain/kernel/brand.js';
import type { Term } from '@alongside/domain/institutions/institution.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { addDays, inYears } from '@alongside/domain/uk/days.js';
import { endedBefore } from '@alongside/domain/uk/half-term.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from '@alongside/projections/store/view-store.js';
import { dayId, dayView, type DayRow } from '@alongside/projections/views/day.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { overviewView, type OverviewRow } from '@alongside/projections/views/overview.view.js';
import { sayDay } from '@alongside/projections/views/say-day.js';

/** A programme's whole time at a glance: its terms, and a tick for every day on which something happened. */
export interface Timeline {
  readonly institution: InstitutionId;
  readonly from: Day;
  readonly to: Day;
  readonly terms: readonly Term[];
  readonly days: readonly { readonly day: Day; readonly height: number }[];
}

/** A programme as it stood at the end of one day, a week before that, and what happened in the week between, in words. */
export interface PastDay {
  readonly day: Day;
  readonly figures: OverviewRow['figures'] | null;
  readonly before: OverviewRow['figures'] | null;
  /** Other days that it may be compared with, as far as its terms and its history go. */
  readonly earlier: readonly EarlierDay[];
  readonly week: readonly { readonly day: Day; readonly sentences: readonly string[] }[];
}

/** A programme at the end of a day that people compare with: the last of a half term or of a term, or the same date a year before. */
export interface EarlierDay {
  readonly kind: 'half-term' | 'term' | 'year';
  readonly day: Day;
  readonly figures: OverviewRow['figures'];
}

const WEEK_DAYS = 7;

/** The past of a programme, looked up in the rows that its views keep for each day. */
export class History {
  constructor(
    private readonly store: Pick<ViewStore, 'get' | 'list'>,
    private readonly now: () => Instant,
  ) {}

  /** Whether a person with these principals may see an institution's history: those who may see its exact figures today. */
  mayBeSeen(institution: InstitutionId, principals: ReadonlySet<Principal>): boolean {
    const row = this.store.get<OverviewRow>(overviewView.name, institution);
    return row?.data.kind === 'now' && meets(row.audience, principals);
  }

  timeline(institution: InstitutionId): Timeline {
    const today = dayOf(this.now());
    // A clock that was ahead once made days that lie ahead still.
    const days = this.#days(institution, today).map(({ day, height }) => ({ day, height }));
    const from = days[0]?.day ?? today;
    const terms = this.store.get<InstitutionRow>(institutionView.name, institution)?.data.terms ?? [];
    return { institution, from, to: today, terms: terms.filter((term) => term.to >= from && term.from <= today), days };
  }

  asOf(institution: InstitutionId, day: Day): PastDay {
    const before = this.#figures(institution, addDays(day, -WEEK_DAYS));
    const figures = this.#figures(institution, day);
    return { day, figures, before, earlier: this.#earlier(institution, day), week: this.#week(institution, day) };
  }

  #earlier(institution: InstitutionId, day: Day): readonly EarlierDay[] {
    const calendar = this.store.get<InstitutionRow>(institutionView.name, institution)?.data ?? { terms: [], closures: [] };
    const { halfTerm, term } = endedBefore(calendar, day);
    const days: readonly (readonly [EarlierDay['kind'], Day | undefined])[] = [
      // A half term that ended with its term is said once.
      ['half-term', halfTerm === term ? undefined : halfTerm],
      ['term', term],
      ['year', inYears(day, -1)],
    ];
    return days.flatMap(([kind, of]) => {
      const figures = of === undefined ? null : this.#figures(institution, of);
      return of === undefined || figures === null ? [] : [{ kind, day: of, figures }];
    });
  }

  /** The last row up to the end of a day: a day without one changed nothing. */
  #figures(institution: InstitutionId, day: Day): OverviewRow['figures'] | null {
    const order = { by: 'day', descending: true, to: day };
    const [row] = this.store.list<OverviewRow>(overviewView.name, { for: 'all', where: { institution }, order, limitRows: 1 });
    return row && row.data.kind !== 'outside' ? row.data.figures : null;
  }

  /** The seven days up to a day: those between the two figures. */
  #week(institution: InstitutionId, day: Day): PastDay['week'] {
    const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(day, index + 1 - WEEK_DAYS));
    return days.flatMap((one) => {
      const row = this.store.get<DayRow>(dayView.name, dayId(institution, one));
      const sentences = row ? sayDay(row.data) : [];
      return sentences.length > 0 ? [{ day: one, sentences }] : [];
    });
  }

  #days(institution: InstitutionId, to: Day): readonly DayRow[] {
    const found: DayRow[] = [];
    for (let from: Day | undefined; ;) {
      const order = { by: 'day', to, ...(from !== undefined && { from }) };
      const page = this.store.list<DayRow>(dayView.name, { for: 'all', where: { institution }, order, limitRows: QUERY_LIMIT_ROWS });
      for (const { data } of page) found.push(data);
      const last = found.at(-1);
      if (page.length < QUERY_LIMIT_ROWS || !last) break;
      from = addDays(last.day, 1);
    }
    return found;
  }
}

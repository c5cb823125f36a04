import type { ClockTime, Day, InstitutionId, Instant } from '@alongside/domain/kernel/brand.js';
import type { Term } from '@alongside/domain/institutions/institution.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { addDays, weekdayNumber } from '@alongside/domain/uk/days.js';
import { dayOf, instantOf } from '@alongside/domain/uk/uk-time.js';
import type { ReadableFeed } from '@alongside/projections/engine/feed.js';
import { Replayer } from '@alongside/projections/replay/replayer.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from '@alongside/projections/store/view-store.js';
import { dayId, dayView, type DayRow } from '@alongside/projections/views/day.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { allViews, type HubViews } from '@alongside/projections/views/index.js';
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
  readonly week: readonly { readonly day: Day; readonly sentences: readonly string[] }[];
}

const MIDNIGHT = '00:00' as ClockTime;
const WEEK_DAYS = 7;

/** Replays what a leader may see: figures through the same view that serves today's, days from the rows that it wrote. */
export class History {
  readonly #replayer: Replayer<Pick<HubViews, typeof overviewView.name>>;

  constructor(
    feed: ReadableFeed,
    private readonly store: Pick<ViewStore, 'get' | 'list'>,
    private readonly now: () => Instant,
  ) {
    this.#replayer = new Replayer({ feed, views: allViews.filter(({ name }) => name === overviewView.name) });
  }

  /** Whether a person with these principals may see an institution's history: those who may see its figures today. */
  mayBeSeen(institution: InstitutionId, principals: ReadonlySet<Principal>): boolean {
    return meets(this.store.get<OverviewRow>(overviewView.name, institution)?.audience ?? [], principals);
  }

  /** Reads the log once, so that the first jump is as quick as the others. */
  prepare(): Promise<number> {
    return this.#replayer.prepare();
  }

  timeline(institution: InstitutionId): Timeline {
    const days = this.#days(institution).map(({ day, height }) => ({ day, height }));
    const today = dayOf(this.now());
    const from = days[0]?.day ?? today;
    const terms = this.store.get<InstitutionRow>(institutionView.name, institution)?.data.terms ?? [];
    return { institution, from, to: today, terms: terms.filter((term) => term.to >= from && term.from <= today), days };
  }

  async asOf(institution: InstitutionId, day: Day): Promise<PastDay> {
    // The earlier one first: the replayer goes on from there.
    const before = await this.#figures(institution, addDays(day, -WEEK_DAYS));
    const figures = await this.#figures(institution, day);
    return { day, figures, before, week: this.#week(institution, day) };
  }

  async #figures(institution: InstitutionId, day: Day): Promise<OverviewRow['figures'] | null> {
    // The day's own events are part of how it stood: up to the last millisecond before the next.
    const end = new Date(Date.parse(instantOf(addDays(day, 1), MIDNIGHT)) - 1).toISOString() as Instant;
    const past = await this.#replayer.asOf(end);
    return past.row(overviewView.name, institution)?.figures ?? null;
  }

  /** The days of the week that a day falls in, Monday first, up to that day. */
  #week(institution: InstitutionId, day: Day): PastDay['week'] {
    const monday = addDays(day, -weekdayNumber(day));
    const days = Array.from({ length: weekdayNumber(day) + 1 }, (_, index) => addDays(monday, index));
    return days.flatMap((one) => {
      const row = this.store.get<DayRow>(dayView.name, dayId(institution, one));
      const sentences = row ? sayDay(row.data) : [];
      return sentences.length > 0 ? [{ day: one, sentences }] : [];
    });
  }

  #days(institution: InstitutionId): readonly DayRow[] {
    const found: DayRow[] = [];
    for (let afterId: string | undefined; ;) {
      const page = this.store.list<DayRow>(dayView.name, {
        for: 'all',
        where: { institution },
        limitRows: QUERY_LIMIT_ROWS,
        ...(afterId !== undefined && { afterId }),
      });
      for (const { data } of page) found.push(data);
      if (page.length < QUERY_LIMIT_ROWS) break;
      afterId = page.at(-1)?.id;
    }
    return found.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }
}

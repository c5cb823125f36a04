import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Handlers, Rows } from '../engine/view.js';
import type { HubEventOf } from './hub-event.js';
import { institutionsOf } from './belonging.js';
import { asks, asksNoMore, begins, isOver, searchStateOf } from './looking.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** Since when a person has had focus areas, and since when nothing has led to a mentor. */
interface Seeker {
  readonly aims: boolean;
  readonly since: Day;
}
/** Focus areas chosen longer ago without a result no longer count as a search, in days. Readers leave such rows out. */
export const SEEKING_LIMIT_DAYS = 120;

const seekers = privateRows<Seeker>('seeker');

type Followed = HubEventOf<
  | 'AimsSet'
  | 'MentoringRequested'
  | 'RequestDeclined'
  | 'RequestWithdrawn'
  | 'RequestLapsed'
  | 'MentorshipStarted'
  | 'MentorshipCompleted'
  | 'MentorshipEnded'
>;

/** The day since which a person looks for a mentor; null for a person who does not look, has one, asks one, or belongs nowhere. */
export function seeks<Data>(rows: Rows<Data>, person: PersonId): Day | null {
  const seeker = seekers.get(rows, person);
  const { looks, ended } = searchStateOf(rows, person);
  return seeker && looks && (seeker.aims || ended.length > 0) && institutionsOf(rows, person).length > 0 ? seeker.since : null;
}

/** An erased person looks for nobody. */
export const seeksNoMore = <Data>(rows: Rows<Data>, person: PersonId): void => seekers.remove(rows, person);

/** Follows who looks for a mentor. `settle` is told of each person for whom that may have changed. */
export function followSeeking<Data>(settle: (rows: Rows<Data>, person: PersonId) => void): Required<Handlers<Followed, Data>> {
  const since = (rows: Rows<Data>, person: PersonId, at: Instant, aims?: boolean) =>
    seekers.put(rows, person, { aims: aims ?? seekers.get(rows, person)?.aims ?? false, since: ukDay(at) });
  type Unanswered = { readonly data: HubEventOf<'RequestDeclined' | 'RequestWithdrawn' | 'RequestLapsed'>['data']; readonly at: Instant };
  const unanswered = ({ data: { mentee, request }, at }: Unanswered, rows: Rows<Data>) => {
    asksNoMore(rows, mentee, request);
    since(rows, mentee, at);
    settle(rows, mentee);
  };
  const over = (
    rows: Rows<Data>,
    data: HubEventOf<'MentorshipEnded'>['data'] | HubEventOf<'MentorshipCompleted'>['data'],
    at: Instant,
    how: 'completed' | 'ended',
  ) => {
    const { mentee } = theTwo(data);
    isOver(rows, mentee, data.mentorship, how);
    since(rows, mentee, at);
    settle(rows, mentee);
  };
  return {
    AimsSet: ({ data: { person, aims }, at }, rows) => {
      const before = seekers.get(rows, person);
      // Those who refine what they look for have looked since before; after a long while they begin anew.
      const anew = !before?.aims || daysBetween(before.since, ukDay(at)) > SEEKING_LIMIT_DAYS;
      if (anew || aims.length === 0) since(rows, person, at, aims.length > 0);
      settle(rows, person);
    },
    MentoringRequested: ({ data: { mentee, request } }, rows) => {
      asks(rows, mentee, request);
      settle(rows, mentee);
    },
    RequestDeclined: unanswered,
    RequestWithdrawn: unanswered,
    RequestLapsed: unanswered,
    MentorshipStarted: ({ data }, rows) => {
      const { mentee } = theTwo(data);
      begins(rows, mentee, data.mentorship, data.request);
      settle(rows, mentee);
    },
    // A completed mentorship has reached what its focus areas were for: those who want another choose anew.
    MentorshipCompleted: ({ data, at }, rows) => {
      seekers.put(rows, theTwo(data).mentee, { aims: false, since: ukDay(at) });
      over(rows, data, at, 'completed');
    },
    MentorshipEnded: ({ data, at }, rows) => over(rows, data, at, 'ended'),
  };
}

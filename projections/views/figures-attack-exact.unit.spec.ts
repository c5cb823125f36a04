import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { given, happened } from '../testing/given-events.js';
import { seededRandom, type SeededRandom } from '../testing/seeded-random.js';
import { outsideId } from './outside-id.js';
import { overviewView, type OverviewRow } from './overview.view.js';
import { pairingView } from './pairing.view.js';

const ROUNDS = Number(process.env['FIGURES_ATTACKED'] ?? 25);
const EVENTS = 60;
const TRUST = 'riverbank';
const SCHOOLS = ['oakfield', 'elm'];
const PEOPLE = ['asha', 'ben', 'cleo', 'dee', 'eli', 'fay'];
const DAY_MS = 86_400_000;
type Events = Parameters<typeof given>[1];

/** What happens in a trust of two schools, at random, with the institutions that each event concerns. */
function someMonths({ below, pick }: SeededRandom): {
  readonly events: Events;
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const at = new Map<string, Set<string>>(SCHOOLS.map((school) => [school, new Set<string>()]));
  const reach = (...people: readonly string[]) => {
    const schools = SCHOOLS.filter((school) => people.some((person) => at.get(school)?.has(person)));
    return schools.length > 0 ? [...schools, TRUST] : [];
  };
  let now = Date.UTC(2026, 0, 5, 12);
  let made = 0;
  const pairs: (readonly [mentor: string, mentee: string])[] = [];
  const told = (...people: readonly string[]) => ({ at: new Date(now).toISOString(), institutions: reach(...people) });
  const joins = () => {
    const [person, institution] = [pick(PEOPLE), pick(SCHOOLS)];
    at.get(institution)?.add(person);
    return happened('MemberJoined', { institution, person, from: '2025-09-01' }, told(person));
  };
  const leaves = () => {
    const [person, institution] = [pick(PEOPLE), pick(SCHOOLS)];
    at.get(institution)?.delete(person);
    return happened('MemberLeft', { institution, person }, told(person));
  };
  const starts = () => {
    const [mentor, mentee] = [pick(PEOPLE.slice(0, 3)), pick(PEOPLE.slice(3))] as const;
    pairs.push([mentor, mentee]);
    return happened(
      'MentorshipStarted',
      { mentorship: `m${pairs.length - 1}`, mentor, mentee, request: null, aims: [] },
      told(mentor, mentee),
    );
  };
  const ofPair = () => {
    const n = below(Math.max(1, pairs.length));
    const [mentor, mentee] = pairs[n] ?? ['asha', 'dee'];
    const [two, how] = [{ mentorship: `m${n}`, mentor, mentee }, told(mentor, mentee)];
    made += 1;
    return pick([
      () => happened('MentorshipAgreed', { ...two, agreement: `a${made}` }, how),
      () => happened('MentorshipPaused', { mentorship: `m${n}`, by: mentor, until: null, why: 'chosen' }, how),
      () => happened('MeetingClosed', { meeting: `k${made}`, ...two, by: mentor, took: true, on: '2026-03-06', minutes: 45 }, how),
    ])();
  };
  const events: Events = [
    ...SCHOOLS.map((institution) => happened('TrustJoined', { institution, trust: TRUST }, told())),
    ...Array.from({ length: EVENTS }, () => {
      now += pick([0, 0, 0, 1, 3]) * DAY_MS + 60_000;
      return pick([joins, joins, leaves, starts, ofPair, ofPair])();
    }),
  ];
  return { events, members: new Map([...at, [TRUST, new Set([...at.values()].flatMap((people) => [...people]))]]) };
}

/** History's look-up: the last row of an institution up to a day. */
const lastBy = (rows: readonly OverviewRow[], institution: string, day: Day): OverviewRow | undefined =>
  rows
    .filter((row) => row.institution === institution && row.day !== null && row.day <= day)
    .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
    .at(-1);
const DAYS_ONLY = new Set(['medianDaysToFirstMeeting', 'meanDaysToFirstMeeting']);

/** Figures that say nothing, other than of days to a meeting where no pair has met. */
const missingIn = (figures: OverviewRow['figures']): readonly string[] =>
  Object.entries(figures).flatMap(([name, value]) =>
    value === null && !(DAYS_ONLY.has(name) && figures.pairsThatMet === 0) ? [name] : [],
  );

describe('[R7] no headline that its readers may have is missing', () => {
  test('every figure is there, as many as the names that the same leader can read, on every date', () => {
    const random = seededRandom('exact');
    let wouldMiss = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { events, members } = someMonths(random);
      const overview = given(overviewView, events);
      const pairs = [...given(pairingView, events).rows().values()];
      for (const institution of [TRUST, ...SCHOOLS]) {
        const leader = new Set<Principal>([`institution:${institution}#leaders`, `institution:${TRUST}#leaders`] as Principal[]);
        const row = overview.rows().get(institution);
        if (!row) continue;
        const where = { ...random.at(round), institution };
        expect({ ...where, read: [...leader].every((one) => meets(row.audience, new Set([one]))) }).toMatchObject({ read: true });
        const { figures } = row.data;
        const missing = missingIn(figures);
        wouldMiss += missingIn(overview.row(outsideId(institution))?.figures ?? figures).length;
        expect({ ...where, missing }).toMatchObject({ missing: [] });
        const listed = (status: string) =>
          pairs.filter(
            ({ data, audience }) =>
              data.status === status &&
              [...data.mentorAt, ...data.menteeAt].includes(institution as InstitutionId) &&
              meets(audience, leader),
          ).length;
        const { members: people, pairsOnTrial, pairsActive, pairsPaused } = figures;
        expect({ ...where, people, pairsOnTrial, pairsActive, pairsPaused }).toEqual({
          ...{ ...where, people: members.get(institution)?.size },
          ...{ pairsOnTrial: listed('trial'), pairsActive: listed('active'), pairsPaused: listed('paused') },
        });
      }
      // A past day is the log up to its end, folded by itself.
      const rows = [...overview.rows().values()].map(({ data }) => data);
      const until = random.pick(events).at.slice(0, 'YYYY-MM-DD'.length) as Day;
      const then = given(
        overviewView,
        events.filter(({ at }) => at.slice(0, until.length) <= until),
      );
      for (const institution of [TRUST, ...SCHOOLS])
        expect({ ...random.at(round), until, figures: lastBy(rows, institution, until)?.figures }).toEqual({
          ...{ ...random.at(round), until, figures: then.row(institution)?.figures },
        });
    }
    // Withheld as for outside, headlines would be missing, and be found.
    expect(wouldMiss).toBeGreaterThan(ROUNDS);
  });
});

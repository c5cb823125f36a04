import { FREQUENCIES } from '@alongside/domain/people/person.events.js';
import { METRES_PER_KM } from '@alongside/domain/uk/national-grid.js';
import type { Educator, Mentor } from '../features/candidate.js';
import type { Features } from '../model/records/record.js';
import { sharedWeek } from '../ranking/parts/availability.js';
import type { Seeker } from '../ranking/seeker.js';

/** Counted up with each change of what a record holds: a model reads records of its own version alone. */
export const RECORDS_VERSION = 1;

const MINUTES_PER_HOUR = 60;

/** A mentee, by fields that offer answers. No words of their own, no name, place or id. Age and years of service are absent. */
export function menteeRecord({ mentee }: Seeker): Features {
  const [first] = mentee.aims;
  return {
    wants: orNull(mentee.aims.map(({ tag }) => tag)),
    first: first?.tag ?? null,
    steps: first ? first.to - first.from : null,
    phases: orNull(mentee.phases),
    subjects: orNull(mentee.subjects),
    settings: orNull(mentee.settings),
    stage: mentee.careerStage,
    ...waysOf(mentee),
  };
}

/** A mentor for this mentee. Of what can be ticked it holds what the mentee asks for alone: nothing else can raise a rank (0072). */
export function mentorRecord(seeker: Seeker, mentor: Mentor): Features {
  const { aims, phases, subjects, settings, mentee } = seeker;
  const offered = mentor.expertise.filter(({ tag }) => aims.has(tag));
  const [first] = mentee.aims;
  const level = first && offered.find(({ tag }) => tag === first.tag)?.level;
  const shared = (wanted: ReadonlySet<string>, theirs: readonly string[]) =>
    wanted.size > 0 && theirs.length > 0 ? theirs.filter((id) => wanted.has(id)) : null;
  return {
    offers: offered.map(({ tag }) => tag),
    above: first && level !== undefined ? level - first.to : null,
    beyond: most(offered.map(({ tag, level: own }) => own - (aims.get(tag)?.to ?? own))),
    phases: shared(phases, mentor.phases),
    subjects: shared(subjects, mentor.subjects),
    settings: shared(settings, mentor.settings),
    wished: mentee.careerStage !== null && mentor.helps.length > 0 ? (mentor.helps.includes(mentee.careerStage) ? 'yes' : 'no') : null,
    hours: mentee.availability && mentor.availability ? hoursIn(seeker, mentor) : null,
    ...nearOf(mentee, mentor),
    ...waysOf(mentor),
  };
}

function waysOf({ availability, preferences }: Educator): Features {
  return {
    form: availability?.format ?? null,
    often: availability ? FREQUENCIES.indexOf(availability.frequency) : null,
    minutes: availability?.minutes ?? null,
    ...Object.fromEntries(Object.entries(preferences).map(([question, level]) => [`way ${question}`, level])),
  };
}

/** How near they work: what is shared, and whole kilometres. Neither place is in it. */
function nearOf(mentee: Educator, mentor: Educator): Features {
  const places = mentee.workplaces.flatMap((mine) => mentor.workplaces.map((theirs) => ({ mine, theirs })));
  if (places.length === 0) return { near: null, km: null };
  const isSame = places.some(({ mine, theirs }) => mine.institution === theirs.institution);
  const isOfTrust = places.some(({ mine, theirs }) => mine.trust !== null && mine.trust === theirs.trust);
  const ways = places.flatMap(({ mine, theirs }) =>
    mine.easting === undefined || mine.northing === undefined || theirs.easting === undefined || theirs.northing === undefined
      ? []
      : [Math.round(Math.sqrt((mine.easting - theirs.easting) ** 2 + (mine.northing - theirs.northing) ** 2) / METRES_PER_KM)],
  );
  return { near: isSame ? 'school' : isOfTrust ? 'trust' : 'elsewhere', km: ways.length > 0 ? Math.min(...ways) : null };
}

const hoursIn = (seeker: Seeker, mentor: Mentor): number =>
  Math.round(sharedWeek(seeker, mentor).reduce((sum, { from, to }) => sum + to - from, 0) / MINUTES_PER_HOUR);

const most = (numbers: readonly number[]): number | null => (numbers.length > 0 ? Math.max(...numbers) : null);
const orNull = (list: readonly string[]): readonly string[] | null => (list.length > 0 ? list : null);

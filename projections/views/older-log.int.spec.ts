import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CommandId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { knownPerson, type Principal } from '@alongside/domain/policies/actor.js';
import { isByKnowing, isPrincipal, type RowAudience } from '@alongside/domain/policies/audience.js';
import { asParticipants, type TheTwo } from '@alongside/domain/mentorships/participants.js';
import { parseEvent } from '@alongside/domain/protocol/registry.js';
import { foldView } from '../testing/given-events.js';
import type { AccountRow } from './account.view.js';
import { accessView } from './access.view.js';
import { memberListReaders } from './audiences.js';
import { capacityView } from './capacity.view.js';
import type { CredentialRow } from './credential.view.js';
import type { DirectoryRow } from './directory.view.js';
import type { GoalRow } from './goal.view.js';
import { allViews } from './index.js';
import type { MemberRow } from './member.view.js';
import { meetingContentView, NO_CONTENT } from './meeting-content.view.js';
import type { InstitutionRow } from './institution.view.js';
import type { MeetingRow } from './meeting.view.js';
import type { MentorshipRow } from './mentorship.view.js';
import type { NoticeRow } from './notice.view.js';
import type { ProfileRow } from './profile.view.js';
import type { PairingRow } from './pairing.view.js';
import { isPrivate } from './private-rows.js';

/**
 * A log from before events named participants (dedcc78): an eighth of the demonstration’s mentorships and a mentee’s erasure, beside a
 * digest of each view’s rows of then.
 */
const fixture = (name: string) => readFileSync(new URL(`../testing/older-logs/${name}`, import.meta.url));
const written = gunzipSync(fixture('version-1.ndjson.gz'))
  .toString()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded<Event>);
const before = JSON.parse(fixture('version-1.rows.json').toString()) as Readonly<Record<string, { rows: number; sha256: string }>>;

const log: readonly Recorded<Event>[] = written.map((event, index) => ({
  ...event,
  ...parseEvent(event),
  position: String(index).padStart(12, '0') as Position,
  revision: 0,
  commandId: `c-${index}` as CommandId,
  hash: '',
}));

const byId = new Map(log.map((event) => [event.id, event]));
const contents = foldView(meetingContentView, log);
const capacities = foldView(capacityView, log);
const erased = new Set(log.flatMap(({ type, data }) => (type === 'PersonErased' ? [(data as { person: PersonId }).person] : [])));

/** Every difference of rows that is meant: how a row of today was before. */
const AS_BEFORE: Readonly<Record<string, (data: never) => unknown>> = {
  // What changes with every request stands in a row of its own, with the requests in a row that went unanswered.
  directory: (row: DirectoryRow) => ({ ...row, ...capacities.get(row.person)?.data, unanswered: undefined }),
  // Where a person begins, and where their address changed, stands in the row since, so that of two records the older one is known.
  account: (row: AccountRow) => ({ ...row, since: undefined, changedIn: undefined }),
  // Where they were last removed or lost a role stands in the row since.
  member: (row: MemberRow) => ({ ...row, taken: undefined, astray: undefined }),
  // Which of thousands have dates, and which has a number or a name, is looked up since.
  institution: (row: InstitutionRow) => ({ ...row, dated: undefined, registerId: undefined, ownId: undefined, called: undefined }),
  // Who worded a goal and each of its steps stands in the row since, and that these were sealed for the mentee.
  goal: (row: GoalRow) => ({
    ...row,
    ...{ by: undefined, goesWithMentee: undefined },
    steps: row.steps.map((step) => ({ ...step, by: undefined, goesWithMentee: undefined })),
  }),
  // What was written for a meeting stands in a row of its own. What is open, clashes or is set aside was told by other fields.
  meeting: (row: MeetingRow) => ({
    ...row,
    openFor: undefined,
    diary: undefined,
    clashes: undefined,
    setAside: undefined,
    ...NO_CONTENT,
    ...contents.get(row.meeting)?.data,
  }),
  // Who deleted their account stands in the row since: nothing waits for them. So does what the mentee left.
  mentorship: (row: MentorshipRow) => ({ ...row, erased: undefined, menteeLeft: undefined }),
  // Where the two belong stands in the row since, so that the pairs of an institution are looked up by it, and what a mentee left.
  pairing: (row: PairingRow) => ({ ...row, mentorAt: undefined, menteeAt: undefined, menteeLeft: undefined }),
  // Whether its holder was erased stood in a certificate's row, and is known of the person alone since.
  credential: (row: CredentialRow) => ({ ...row, holderErased: erased.has(row.person) }),
  // Who has not chosen who can find them says so since (0057), and whether mentors may offer help (0080).
  profile: (row: ProfileRow) => ({ ...row, visibility: row.visibility ?? 'everyone', openToOffers: undefined }),
  // Notices showed the two of a pair by fields that no sentence read.
  notice: (row: NoticeRow) => {
    const event = byId.get(row.event);
    const named = event && 'participants' in (event.data as object) && row.pair ? { mentor: row.pair.mentor, mentee: row.pair.mentee } : {};
    return { ...row, shown: { ...row.shown, ...named } };
  },
};

/** Whom each person knows, the erased included: a name's audience had all of them, one by one, and kept them. */
const known = [
  ...foldView(
    accessView,
    log.filter(({ type }) => type !== 'PersonErased'),
  ).values(),
].flatMap(({ data }) =>
  data.kind === 'known'
    ? data.held.map(({ person }): readonly [Principal, Principal] => [knownPerson(person), `person:${data.person}`])
    : [],
);
const namedIn = (audience: RowAudience): RowAudience => {
  const names = (part: Principal) => known.flatMap(([one, name]) => (one === part ? name : []));
  return [...new Set(audience.flatMap((part) => (isPrincipal(part) && isByKnowing(part) ? names(part) : part)))].sort();
};

/** A person who belonged nowhere was found by everyone, where they had not chosen otherwise (0048); so was an erased person. */
const members = new Map<string, Set<string>>();
const visibilities = new Map<string, string>();
for (const { type, data } of log as readonly { type: string; data: Record<string, string> }[]) {
  const { person = '', institution = '', visibility = '' } = data;
  if (type === 'MemberJoined') members.set(person, (members.get(person) ?? new Set()).add(institution));
  if (type === 'MemberLeft') members.get(person)?.delete(institution);
  if (type === 'PersonErased') members.delete(person);
  if (type === 'VisibilitySet') visibilities.set(person, visibility);
}
const isCrowdOfHouse = (part: RowAudience[number]) => part.startsWith('institution:') && !part.includes('#');
const seenBefore = (name: string, id: string, audience: RowAudience): RowAudience => {
  // What may leave the hub was for administrators alone.
  if (name === 'overview' && id.endsWith(':outside')) return audience.filter((part) => part.endsWith('#administrators'));
  if (!['directory', 'person'].includes(name)) return audience;
  // Who had not chosen was found by everyone where they belonged somewhere, for no school of this log kept its people to itself (0057).
  if (members.get(id)?.size) return visibilities.has(id) ? audience : [...audience.filter((part) => !isCrowdOfHouse(part)), 'everyone'];
  const everyone: RowAudience = (visibilities.get(id) ?? 'everyone') === 'everyone' ? ['everyone'] : [];
  return [`person:${id}`, ...everyone, ...(name === 'person' ? [knownPerson(id as PersonId), ...memberListReaders([])] : [])];
};

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** An erased person whom an institution counts still has a line that nobody reads, so that the hub takes them off. */
const isOfErased = (name: string, { audience }: { readonly audience: RowAudience }): boolean => name === 'member' && audience.length === 0;

/** Whose rows say something else since, so that nothing of before is to be compared: figures are of three kinds (0051). */
const SAYS_OTHER: ReadonlySet<string> = new Set(['overview', 'day', 'pulse']);

describe('a log of the first version', () => {
  test('is read whole, in today’s form', () => {
    expect(log.length).toBeGreaterThan(5_000);
    const started = written.findIndex(({ type }) => type === 'MentorshipStarted');
    const two = written[started]?.data as TheTwo;
    expect(log[started]?.data).toMatchObject({ participants: asParticipants(two) });
  });

  test.each(allViews.filter(({ name }) => name in before && !SAYS_OTHER.has(name)).map((view) => [view.name, view] as const))(
    'gives the rows of %s that it gave then',
    (name, view) => {
      const asBefore = (AS_BEFORE[name] ?? ((data: unknown) => data)) as (data: unknown) => unknown;
      const rows = [...foldView(view, log)]
        .filter(([id, row]) => !isPrivate(id) && !isOfErased(name, row))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { audience, data }]) => canonical([id, namedIn(seenBefore(name, id, audience)), asBefore(data)]));
      const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
      expect({ name, rows: rows.length, sha256 }).toEqual({ name, ...before[name] });
    },
  );

  test('knows every view that was there then', () => {
    expect(Object.keys(before).filter((name) => !allViews.some((view) => view.name === name))).toEqual([]);
  });
});

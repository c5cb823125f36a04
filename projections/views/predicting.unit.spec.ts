import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { Participants } from '@alongside/domain/mentorships/participants.js';
import { principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { NotHeld, predict } from '../engine/predict.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import type { Row, View } from '../engine/view.js';
import { actorOf } from '../facts/actor.js';
import { communityStory } from '../testing/community.js';
import { lookInto } from '../testing/look-into.js';
import { allViews } from './index.js';
import { isPrivate } from './private-rows.js';

/** What a reader’s own rows are enough to predict, by view. A pair that is gone from here would no longer show at once; one that is new joins. */
const EXACT: Readonly<Record<string, readonly string[]>> = {
  access: ['HelpOffered', 'MentoringRequested', 'MentorshipStarted', 'RoleGranted', 'RoleRevoked'],
  action: ['ActionAgreed', 'ActionNoted'],
  capacity: ['MentoringWithdrawn'],
  'carried-over': ['ItemCarriedOver'],
  caseload: [
    'CapacityChanged',
    'MentoringRequested',
    'PlaceReleased',
    'RequestAccepted',
    'RequestDeclined',
    'RequestLapsed',
    'RequestWithdrawn',
  ],
  cpd: ['CpdCredited', 'CpdWithdrawn'],
  credential: ['CredentialIssued', 'CredentialRaised', 'CredentialRevoked'],
  directory: ['MentoringWithdrawn'],
  ending: ['MentorshipEnded'],
  feedback: ['FeedbackGiven', 'FeedbackLinked'],
  goal: ['GoalAchieved', 'GoalAgreed', 'GoalCarriedOn', 'GoalDayChanged', 'GoalLinked', 'ProgressRecorded', 'StepPlanned'],
  growth: ['CpdCredited', 'CpdWithdrawn', 'CredentialIssued', 'CredentialRaised', 'GoalAgreed', 'ReflectionWritten'],
  handover: ['HandoverSettled'],
  help: ['HelpAsked'],
  'help-offer': ['HelpOffered', 'OfferDeclined', 'OfferLapsed', 'OfferWithdrawn'],
  joining: ['FurtherAddressLeft', 'JoiningDeclined'],
  'meeting-content': ['AgendaSet', 'ItemCarriedOver', 'NotesSaved'],
  meeting: [
    'AttendanceRecorded',
    'MeetingBooked',
    'MeetingCancelled',
    'MeetingClashed',
    'MeetingClosed',
    'MeetingConfirmed',
    'MeetingMoved',
    'MeetingPlaceSet',
    'MeetingProposed',
    'MeetingTimesDeclined',
    'PastMeetingRecorded',
    'RecordSetAside',
  ],
  member: ['FirstDayCorrected', 'RoleGranted', 'RoleRevoked'],
  membership: ['FirstDayCorrected', 'ReportingLineSet', 'RoleGranted', 'RoleRevoked'],
  mentorship: [
    'AgreementProposed',
    'AgreementReviewed',
    'AgreementSigned',
    'ClosingDeclined',
    'CompletionDeclined',
    'CompletionProposed',
    'CompletionWithdrawn',
    'HandoverNeeded',
    'HandoverSettled',
    'MeetingConfirmed',
    'MenteeLeft',
    'MentorshipAgreed',
    'MentorshipCompleted',
    'MentorshipEnded',
    'MentorshipPaused',
    'MentorshipResumed',
    'MentorshipStarted',
    'ReviewAnswered',
  ],
  message: ['MentorsSuggested', 'MessageWritten'],
  profile: [
    'AimsSet',
    'AvailabilitySet',
    'CapacityChanged',
    'ConsentGiven',
    'ConsentWithdrawn',
    'EmailChanged',
    'ExclusionAdded',
    'ExclusionLifted',
    'ExpertiseDeclared',
    'MentoringOffered',
    'MentoringPaused',
    'MentoringResumed',
    'MentoringWithdrawn',
    'OpenToOffersSet',
    'PersonRenamed',
    'PreferencesSet',
    'ProfileDescribed',
    'VisibilitySet',
  ],
  published: ['ReflectionShared'],
  reflection: ['ReflectionLinked', 'ReflectionRevised', 'ReflectionShared', 'ReflectionWritten'],
  request: ['MentoringRequested', 'RequestAccepted', 'RequestDeclined', 'RequestDiscussed', 'RequestLapsed', 'RequestWithdrawn'],
  'request-reserves': ['MentoringRequested', 'RequestDeclined', 'RequestLapsed'],
  roster: ['FirstDayCorrected', 'RoleGranted', 'RoleRevoked'],
  'saved-search': ['SearchSaved'],
  skill: ['SkillRated'],
  state: [
    'ActionAgreed',
    'ActionNoted',
    'AgendaSet',
    'AgreementProposed',
    'AgreementReviewed',
    'AgreementSigned',
    'AttendanceRecorded',
    'ClosingDeclined',
    'CompletionDeclined',
    'CompletionProposed',
    'CompletionWithdrawn',
    'CpdCredited',
    'CpdWithdrawn',
    'EmailChanged',
    'ExclusionAdded',
    'ExclusionLifted',
    'ExpertiseDeclared',
    'FeedbackGiven',
    'FeedbackLinked',
    'GoalAchieved',
    'GoalAgreed',
    'GoalCarriedOn',
    'GoalDayChanged',
    'GoalLinked',
    'HandoverNeeded',
    'HandoverSettled',
    'MeetingBooked',
    'MeetingCancelled',
    'MeetingClashed',
    'MeetingClosed',
    'MeetingConfirmed',
    'MeetingMoved',
    'MeetingPlaceSet',
    'MeetingProposed',
    'MeetingTimesDeclined',
    'MentoringOffered',
    'MentoringPaused',
    'MentoringResumed',
    'MentoringWithdrawn',
    'MentorsSuggested',
    'MentorshipAgreed',
    'MentorshipCompleted',
    'MentorshipEnded',
    'MentorshipPaused',
    'MentorshipResumed',
    'MentorshipStarted',
    'MessageWritten',
    'NotesSaved',
    'OpenToOffersSet',
    'PastMeetingRecorded',
    'PersonJoined',
    'PersonRenamed',
    'ProfileDescribed',
    'ProgressRecorded',
    'RecordSetAside',
    'ReflectionLinked',
    'ReflectionShared',
    'ReflectionWritten',
    'ReviewAnswered',
    'ReviewAsked',
    'StepPlanned',
    'VisibilitySet',
  ],
  waiting: ['RequestAccepted', 'RequestDeclined', 'RequestLapsed', 'RequestWithdrawn'],
};

type Table = MapRows<unknown>;
type Outcome = 'exact' | 'not held' | 'wrong';

/** Who may have done it, by the fields that name them. */
function actorsIn({ data }: Recorded<Event>): readonly PersonId[] {
  const {
    by,
    person,
    mentee,
    mentor,
    from,
    participants = [],
  } = data as Readonly<Record<string, unknown>> & { participants?: Participants };
  const either = [mentee, mentor, ...participants.map((one) => one.person)];
  return [...new Set([by ?? person ?? from, ...(by ? [] : either)])].filter(
    (one): one is PersonId => typeof one === 'string' && one !== 'hub',
  );
}

/** Tells one event to a view: what it was, and what became of it. */
function happens(view: View, event: Recorded<Event>, table: Table): ReadonlyMap<string, Row<unknown> | undefined> {
  const before = new Map<string, Row<unknown> | undefined>();
  const note = (id: string) => before.has(id) || before.set(id, table.get(id));
  tell(view, event, {
    get: (id) => table.get(id),
    put: (id, row) => void (note(id), table.put(id, row)),
    remove: (id) => void (note(id), table.remove(id)),
    about: (person) => table.about(person),
  });
  return before;
}

/** The whole story: how each change of a view by an event is predicted from the rows that the person who did it holds. */
function predictions(): ReadonlyMap<string, ReadonlySet<Outcome>> {
  const tables = new Map(allViews.map(({ name }) => [name, new MapRows<unknown>()]));
  const look = lookInto(new Map([...tables].map(([name, { all }]) => [name, all])));
  const found = new Map<string, Set<Outcome>>();
  for (const event of communityStory()) {
    const readers = actorsIn(event).map((one) => [one, new Set<Principal>(principalsOf(actorOf(one, look)))] as const);
    for (const view of allViews) {
      if (!(event.type in view.on)) continue;
      const table = tables.get(view.name) as Table;
      const made = readers.map(([person, principals]) => {
        const sees = (row: Row<unknown> | undefined): row is Row<unknown> => row !== undefined && meets(row.audience, principals);
        const get = (id: string) => {
          if (isPrivate(id)) throw new NotHeld(id);
          const row = table.get(id);
          return sees(row) ? structuredClone(row.data) : undefined;
        };
        return { sees, rows: view.readers.length ? predict(view as View, event, { get, reader: [`person:${person}`] }) : undefined };
      });
      const before = happens(view as View, event, table);
      for (const { sees, rows } of made) {
        const shown = (row: Row<unknown> | null | undefined) => (row && sees(row) ? JSON.stringify(row.data) : 'none');
        const changed = [...before.keys()].filter((id) => !isPrivate(id) && shown(before.get(id)) !== shown(table.get(id)));
        const outcomes = found.get(`${view.name} ← ${event.type}`) ?? new Set<Outcome>();
        if (!rows) {
          if (changed.length) found.set(`${view.name} ← ${event.type}`, outcomes.add('not held'));
          continue;
        }
        const ids = new Set([...changed, ...[...rows.keys()].filter((id) => !isPrivate(id))]);
        if (!ids.size) continue;
        const was = (id: string) => (before.has(id) ? before.get(id) : table.get(id));
        const well = [...ids].every((id) => shown(rows.has(id) ? rows.get(id) : was(id)) === shown(table.get(id)));
        found.set(`${view.name} ← ${event.type}`, outcomes.add(well ? 'exact' : 'wrong'));
      }
    }
  }
  return found;
}

describe('what a browser makes of an event before the hub says so', () => {
  const found = [...predictions()];

  test('is never wrong: where it needs what the reader does not hold, it is not made', () => {
    expect(found.filter(([, outcomes]) => outcomes.has('wrong'))).toEqual([]);
    expect(found.filter(([, outcomes]) => outcomes.has('not held')).length).toBeGreaterThan(50);
  });

  test('is exactly what the hub makes of it, for these views and events', () => {
    const exact = found.flatMap(([pair, outcomes]) => (outcomes.size === 1 && outcomes.has('exact') ? [pair] : []));
    const listed = Object.entries(EXACT).flatMap(([view, types]) => types.map((type) => `${view} ← ${type}`));
    expect(exact.toSorted()).toEqual(listed.toSorted());
  });
});

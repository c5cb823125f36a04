import type { SeededRandom } from './seeded-random.js';

/** A command as a screen says it, before it is read. */
export interface Said {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who might say something, and what there is to say it about. */
export interface AtHand {
  readonly me: string;
  readonly random: Pick<SeededRandom, 'below' | 'pick'>;
  /** An id that this device makes. */
  readonly make: () => string;
  /** Rows of a view, as the hub has them. */
  readonly rows: (view: string) => readonly Readonly<Record<string, unknown>>[];
  /** A moment, some hours from now. */
  readonly inHours: (hours: number) => string;
}

const PEOPLE = ['asha', 'ben', 'cleo', 'cora', 'dev'];
const PLACE = { format: 'online', place: 'Room 12' };

/** One command of each type that a person may give, about things picked at random: some are allowed, many are not. */
export const commandsAtHand = (at: AtHand): readonly Said[] => [
  ...ofMentorship(at),
  ...ofMeeting(at),
  ...ofGoals(at),
  ...ofGrowth(at),
  ...ofPerson(at),
  ...ofOthers(at),
];

const said = (of: Said['data'], each: Readonly<Record<string, Said['data']>>): readonly Said[] =>
  Object.entries(each).map(([type, data]) => ({ type, data: { ...of, ...data } }));

/** A thing of a view, or one that is not there. */
function one({ rows, random }: AtHand, view: string, field: string = view): Readonly<Record<string, unknown>> {
  const all = rows(view);
  return all.length > 0 && random.below(12) > 0 ? random.pick(all) : { [field]: 'none' };
}

/** Usually new, and now and then the id of something that is there: the command is repeated, or its id is taken. */
function newOr({ rows, random, make }: AtHand, view: string): unknown {
  const all = rows(view);
  return all.length > 0 && random.below(4) === 0 ? random.pick(all)[view] : make();
}
const statements = ({ random }: AtHand) => random.pick([[], ['eng-ts-7'], ['no-such-statement']]);

function ofMentorship(at: AtHand): readonly Said[] {
  const { random, make } = at;
  const { mentorship, agreement } = one(at, 'mentorship');
  const known = (agreement as { readonly agreement?: string } | null | undefined)?.agreement ?? 'a1';
  const reviewOn = random.pick(['2026-09-07', '2026-06-01', '2026-09-06', '2020-01-01']);
  const terms = { purpose: 'Calm starts', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn };
  return said(
    { mentorship },
    {
      ProposeAgreement: { agreement: random.below(4) > 0 ? make() : known, terms, ...(random.below(2) > 0 && { seen: known }) },
      SignAgreement: { agreement: random.pick([known, 'a1', 'a2']) },
      ReviewAgreement: { agreement: random.pick([known, 'a1', 'a2']), reviewOn },
      CheckFit: { answer: 'good' },
      PauseMentorship: { until: random.pick([null, '2026-05-01', '2020-01-01']), seen: random.below(3) },
      ResumeMentorship: { seen: random.below(3) },
      ProposeCompletion: {},
      CompleteMentorship: {},
      DeclineCompletion: {},
      WithdrawCompletion: {},
      AskForHelp: { coordinator: random.pick(PEOPLE), text: 'Could we talk?' },
      SettleHandover: {},
      ProposeClosing: {},
      DeclineClosing: {},
      EndMentorship: { reason: 'My role changed', wantsAnother: true },
    },
  );
}

function ofMeeting(at: AtHand): readonly Said[] {
  const { random, make, inHours, me } = at;
  const row = one(at, 'meeting');
  const { mentorship = 'm1' } = one(at, 'mentorship');
  const { action } = one(at, 'action');
  const of = { meeting: row['meeting'] };
  const time = { startsAt: inHours(random.pick([-30, -1, 0, 24, 60])), minutes: 45 };
  const times = [time, { startsAt: inHours(100), minutes: 30 }];
  const shown = (row['times'] as readonly object[] | undefined)?.[0] ?? time;
  const start = (row['time'] as { readonly startsAt: string } | null | undefined)?.startsAt ?? null;
  const items = (row['agenda'] as { readonly items: readonly { readonly id: string }[] } | null | undefined)?.items ?? [];
  const suggestion = random.below(3) + 1;
  const edition = random.pick([0, (row['notes'] as { readonly edition: number } | null | undefined)?.edition ?? 0]);
  const item = { id: make(), title: 'Starts of lessons', minutes: 10 };
  const agreed = { action: newOr(at, 'action'), owner: random.pick([me, 'asha', 'ben']), title: 'Watch a start', due: null };
  const record = { took: random.below(4) > 0, minutes: random.pick([0, 10, 45, 200]) };
  const begun = { ...of, meeting: newOr(at, 'meeting'), mentorship, ...PLACE };
  return [
    ...said(begun, {
      ProposeMeeting: { times },
      BookMeeting: { time, agenda: [item] },
      RecordPastMeeting: { startsAt: inHours(-5), minutes: 10, notes: random.pick(['', 'Routines first']), actions: [] },
    }),
    ...said(of, {
      SuggestOtherTimes: { ...PLACE, times, suggestion },
      DeclineTimes: { suggestion },
      ChooseTime: { time: shown, suggestion },
      MoveMeeting: { time, seen: random.pick([start, null]) },
      SetMeetingPlace: { place: random.pick(['Room 12', 'Room 14']), seen: random.pick([row['place'] ?? '', '']) },
      CancelMeeting: { seen: random.pick([start, null]) },
      SetAgenda: { items: [item, ...items.slice(random.below(2))], seen: items.slice(1).map(({ id }) => id), letGo: [] },
      SaveNotes: { edition, text: 'Routines first' },
      AgreeAction: agreed,
      CloseMeeting: { ...record, actions: random.pick([[], [agreed]]), carryOver: random.pick([[], items.slice(0, 1)]) },
      RecordAttendance: record,
    }),
    ...said(random.below(4) > 0 ? { meeting: one(at, 'action')['meeting'] ?? 'none', action } : { ...of, action }, {
      FinishAction: random.pick([{}, { note: 'It went well' }]),
      NoteAction: { note: 'It went well' },
      ReopenAction: {},
      DropAction: {},
      LinkAction: { statements: statements(at) },
      KeepAction: {},
    }),
  ];
}

function ofGoals(at: AtHand): readonly Said[] {
  const { random, make } = at;
  const row = one(at, 'goal');
  const { mentorship = 'm1', goal } = row;
  const steps = (row['steps'] as readonly { readonly step: string }[] | undefined) ?? [];
  const step = steps[0]?.step ?? 'none';
  const due = random.pick([null, '2026-09-01', '2020-01-01']);
  const description = { title: 'Calm starts', why: '', success: '' };
  return said(
    { mentorship, goal },
    {
      AgreeGoal: {
        goal: newOr(at, 'goal'),
        description,
        tag: null,
        statements: [],
        due,
        steps: random.pick([[], [{ step: make(), title: 'Watch one' }]]),
      },
      PlanStep: { step: random.pick([make(), step]), title: 'Watch a start' },
      RecordProgress: { step, note: 'It went well' },
      ReopenStep: { step },
      AchieveGoal: { evidence: 'A calm start' },
      ChangeGoalDay: { due },
      SetGoalAside: {},
      CarryOnGoal: {},
      LinkGoal: { statements: statements(at) },
      LinkFeedback: { feedback: one(at, 'feedback')['feedback'], statements: statements(at) },
      GiveFeedback: { feedback: newOr(at, 'feedback'), saw: 'A calm start', nextStep: '' },
    },
  ).map(({ type, data: { goal: named, ...data } }) => ({
    type,
    data: type === 'LinkFeedback' || type === 'GiveFeedback' ? data : { ...data, goal: named },
  }));
}

function ofGrowth(at: AtHand): readonly Said[] {
  const { random, me } = at;
  const person = random.below(6) > 0 ? me : random.pick(PEOPLE);
  const { reflection } = one(at, 'reflection');
  const mentorship = random.pick([null, one(at, 'mentorship')['mentorship']]);
  const words = { title: 'A week', text: 'It went well' };
  return said(
    { person },
    {
      WriteReflection: { reflection: newOr(at, 'reflection'), mentorship, meeting: null, prompt: null, ...words, statements: [] },
      ReviseReflection: { reflection, ...words },
      LinkReflection: { reflection, statements: statements(at) },
      ShareReflection: { reflection, with: random.pick(['nobody', 'pair', 'published']) },
      RateSkill: { mentorship, tag: 'behaviour', level: 3, when: 'before' },
    },
  );
}

function ofPerson({ me, random }: AtHand): readonly Said[] {
  const person = random.below(6) > 0 ? me : random.pick(PEOPLE);
  const empty = { about: '', phases: [], subjects: [], settings: [], roles: [] };
  const slots = random.pick([[], [{ weekday: 'monday', from: '15:30', to: '16:30' }]]);
  const other = random.pick(PEOPLE);
  return said(
    { person },
    {
      RenamePerson: { name: random.pick([`canary-${me}-open-renamed`, 'Another Name']) },
      ChangeEmail: { email: 'another@school.example' },
      DescribeProfile: { profile: { ...empty, jobTitle: random.pick(['', 'Head of maths']) } },
      DeclareExpertise: { expertise: random.pick([[], [{ tag: 'behaviour-routines', level: 3 }]]) },
      SetAims: { aims: [] },
      SetAvailability: { availability: { slots, format: 'online', frequency: 'weekly', minutes: 45 } },
      SetPreferences: { preferences: {} },
      OfferMentoring: { offer: { careerStages: [], note: '' } },
      PauseMentoring: { until: random.pick([null, '2026-09-01', '2020-01-01']) },
      ResumeMentoring: {},
      WithdrawMentoring: {},
      SetVisibility: { visibility: random.pick(['everyone', 'institution', 'nobody']) },
      ExcludePerson: { other },
      LiftExclusion: { other },
      ErasePerson: {},
    },
  );
}

function ofOthers(at: AtHand): readonly Said[] {
  const { me, random, make } = at;
  const { request, mentor = 'asha' } = one(at, 'request');
  const asked = { note: '', aims: [], times: [], reserves: [] };
  const message = newOr(at, 'message');
  return [
    { type: 'WriteMessage', data: { message, to: random.pick(PEOPLE), text: 'Thank you' } },
    { type: 'SuggestMentors', data: { message, to: random.pick(PEOPLE), mentors: ['asha'], text: '' } },
    { type: 'MarkHelpDone', data: { coordinator: me, help: one(at, 'help')['help'] ?? 'none' } },
    { type: 'ChangeCapacity', data: { mentor: me, places: 2 } },
    { type: 'RequestMentoring', data: { request: make(), mentor: random.pick(PEOPLE), mentee: me, ...asked } },
    ...said({ request, mentor }, { AcceptRequest: { mentorship: make() }, DeclineRequest: { reason: '' }, WithdrawRequest: {} }),
    { type: 'RemoveMember', data: { institution: 'oakfield', person: me } },
  ];
}

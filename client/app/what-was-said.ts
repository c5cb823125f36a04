import type { AnyCommand } from '@alongside/domain/protocol/registry.js';

/** What the hub, its clock or its tools say, and nobody from a screen. */
type SaidElsewhere =
  | (
      | 'AppointFirstAdministrator'
      | 'StartMentorship'
      | 'BookFirstMeeting'
      | 'NoteClash'
      | 'LiftClash'
      | 'SetRecordAside'
      | 'WithdrawCpd'
      | 'ReleasePlace'
      | 'RemindOfRequest'
      | 'MoveAnswerDay'
      | 'LapseRequest'
      | 'LapseOffer'
      | 'CloseOffer'
      | 'CreditCpd'
      | 'IssueCredential'
      | 'RaiseCredential'
      | 'ReleaseRequest'
      | 'RemindOfCompletion'
      | 'AskForReview'
      | 'MoveCompletionDay'
      | 'LiftClosing'
      | 'MoveClosingDay'
      | 'CloseMentorship'
      | 'NeedHandover'
      | 'SayMenteeLeft'
      | 'GiveUpAddress'
      | 'JoinRecords'
    )
  | Extract<
      AnyCommand,
      { type: `${string}SignIn${string}` | `${string}Session${string}` | `${string}Letter` | `${string}mAddress` | `ReleaseAddress` }
    >['type'];

interface Act {
  /** What it was, as the beginning of a sentence, with the name of `whom`. */
  readonly named: (name: string) => string;
  /** What it was where that name is not held: a name may not be read yet, or may be hidden from this person. */
  readonly nameless: string;
  /** What it was where it concerned oneself, if that reads otherwise. */
  readonly own?: string;
  /** The field that holds the other person; where that is oneself, nobody is named. */
  readonly whom: string;
}

/** What each command is called when it has to be said without its screen: the one table of them. */
const ACTS: Readonly<Record<Exclude<AnyCommand['type'], SaidElsewhere>, Act | string>> = {
  DismissNotices: 'A notification that you dismissed',
  AgreeGoal: 'A goal that you agreed',
  PlanStep: 'A step of a goal',
  RecordProgress: 'A step that you marked as done',
  ReopenStep: 'A step that you reopened',
  AchieveGoal: 'A goal that you marked as achieved',
  SetGoalAside: 'A goal that you archived',
  CarryOnGoal: 'A goal that you carry on',
  GiveFeedback: 'Your feedback',
  LinkGoal: 'The standards of a goal',
  ChangeGoalDay: 'The day of a goal',
  LinkFeedback: 'The standards of your feedback',
  LinkReflection: 'The standards of a reflection',
  LinkAction: 'The standards of an action',
  WriteReflection: 'A reflection',
  ReviseReflection: 'A change to a reflection',
  ShareReflection: 'Who can see a reflection',
  RateSkill: 'Your level in a skill',
  RegisterInstitution: 'A new school or trust',
  ConfirmDate: 'That the clock of the server is right',
  DescribeInstitution: 'The details of a school or trust',
  CloseInstitution: 'That a school has closed',
  ReopenInstitution: 'That a school is open again',
  TellOfClosing: 'An email that a school has closed',
  AskToJoin: 'Where you work now',
  JoinTrust: 'A school that joins a trust',
  LeaveTrust: 'A school that leaves its trust',
  AddMember: { named: (name) => `Adding ${name} as a member`, nameless: 'Adding a member', whom: 'person' },
  AddMembers: 'Adding several members',
  InviteMembers: 'An invitation to join',
  AcceptInvitation: 'Joining a school or trust',
  DeclineInvitation: 'Declining an invitation',
  WithdrawInvitation: 'Cancelling an invitation',
  PlanInvitations: 'When new colleagues are invited',
  SendInvitations: 'Invitations to new colleagues',
  WriteMessage: { named: (name) => `Your message to ${name}`, nameless: 'A message that you wrote', whom: 'to' },
  SuggestMentors: { named: (name) => `Mentors that you suggested to ${name}`, nameless: 'Mentors that you suggested', whom: 'to' },
  NoteSuggestionsShown: 'The mentors that you were shown',
  SaveSearch: 'A search that you saved',
  RemoveSearch: 'A search that you removed',
  NoteSearchResults: 'What a search finds',
  MarkHelpDone: 'A request for help that you marked as done',
  RemoveMember: {
    named: (name) => `Removing ${name} from the members`,
    nameless: 'Removing a member',
    own: 'Leaving a school or trust',
    whom: 'person',
  },
  CorrectFirstDay: {
    named: (name) => `The first day of ${name}`,
    nameless: 'The first day of a member',
    own: 'Your own first day',
    whom: 'person',
  },
  GrantRole: { named: (name) => `A role for ${name}`, nameless: 'A new role', own: 'A role for yourself', whom: 'person' },
  RevokeRole: {
    named: (name) => `Removing a role from ${name}`,
    nameless: 'Removing a role',
    own: 'Removing a role from yourself',
    whom: 'person',
  },
  SetReportingLine: {
    named: (name) => `The line manager and induction tutor of ${name}`,
    nameless: 'A line manager and induction tutor',
    own: 'Your line manager and induction tutor',
    whom: 'person',
  },
  SetReportingLines: 'Line managers and induction tutors',
  ChangeInstitutionSettings: 'The settings of a school or trust',
  ProposeJoining: 'Asking whether two records are one person’s',
  DeclineJoining: 'Your answer about two records',
  LeaveFurtherAddress: 'An email address that you no longer use',
  RememberStaffColumns: 'What the columns of a staff list hold',
  SetCalendar: 'The term dates of a school or trust',
  ProposeMeeting: 'Times that you suggested for a meeting',
  SuggestOtherTimes: 'Other times that you suggested for a meeting',
  DeclineTimes: 'Your answer that no suggested time suits you',
  BookMeeting: 'A meeting that you booked',
  ChooseTime: 'The time that you chose for a meeting',
  MoveMeeting: 'A meeting that you moved',
  SetMeetingPlace: 'The place or link of a meeting',
  CancelMeeting: 'Cancelling a meeting',
  SetAgenda: 'The agenda of a meeting',
  SaveNotes: 'The notes of a meeting',
  AgreeAction: 'An action that you agreed',
  FinishAction: 'An action that you marked as done',
  ReopenAction: 'An action that you reopened',
  DropAction: 'An action that is not needed',
  KeepAction: 'An action that you kept',
  NoteAction: 'How an action went',
  CloseMeeting: 'Recording a meeting',
  RecordPastMeeting: 'Recording a past meeting',
  RecordAttendance: 'Confirming a meeting',
  ProposeAgreement: 'An agreement that you suggested',
  SignAgreement: 'Signing an agreement',
  ReviewAgreement: 'Reviewing an agreement',
  CheckFit: 'Your answer about how it is going',
  PauseMentorship: 'Pausing a mentorship',
  ResumeMentorship: 'Resuming a mentorship',
  ProposeCompletion: 'Suggesting to complete a mentorship',
  CompleteMentorship: 'Completing a mentorship',
  DeclineCompletion: 'Your “not yet” to completing a mentorship',
  WithdrawCompletion: 'Withdrawing a suggestion to complete a mentorship',
  ProposeClosing: 'Suggesting to end a mentorship',
  DeclineClosing: 'Continuing a mentorship',
  AskForHelp: 'Your message to a coordinator',
  SettleHandover: 'Continuing a mentorship',
  EndMentorship: 'Ending a mentorship early',
  ChangeCapacity: 'How many people you mentor',
  RequestMentoring: { named: (name) => `Your request to ${name}`, nameless: 'A request that you sent', whom: 'mentor' },
  ExtendRequest: { named: (name) => `More time for ${name}`, nameless: 'More time to reply to a request', whom: 'mentor' },
  DiscussRequest: { named: (name) => `Your message to ${name}`, nameless: 'Your message about a request', whom: 'mentor' },
  AcceptRequest: 'Accepting a request',
  DeclineRequest: 'Declining a request',
  WithdrawRequest: { named: (name) => `Withdrawing your request to ${name}`, nameless: 'Withdrawing a request', whom: 'mentor' },
  OfferHelp: { named: (name) => `Your offer to help ${name}`, nameless: 'Your offer to help', whom: 'mentee' },
  AcceptOffer: { named: (name) => `Your yes to ${name}`, nameless: 'Your yes to an offer', whom: 'mentor' },
  DeclineOffer: { named: (name) => `Declining the offer from ${name}`, nameless: 'Declining an offer', whom: 'mentor' },
  WithdrawOffer: 'Withdrawing an offer to help',
  InvitePerson: 'Inviting a colleague',
  RenamePerson: { named: (name) => `The name of ${name}`, nameless: 'A name that you changed', own: 'Your name', whom: 'person' },
  ChangeEmail: {
    named: (name) => `The email address of ${name}`,
    nameless: 'An email address that you changed',
    own: 'Your email address',
    whom: 'person',
  },
  DescribeProfile: 'Your profile',
  DeclareExpertise: 'What you can help with',
  SetAims: 'What you want to work on',
  SetAvailability: 'When you can meet',
  SetPreferences: 'How you like to work',
  OfferMentoring: 'Offering mentoring',
  PauseMentoring: 'Pausing new requests',
  ResumeMentoring: 'Taking new requests again',
  WithdrawMentoring: 'Stopping offering mentoring',
  SetVisibility: 'Who can find you',
  SetOpenToOffers: 'Whether mentors can see your focus areas',
  ExcludePerson: { named: (name) => `Not being matched with ${name}`, nameless: 'Who you are not matched with', whom: 'other' },
  LiftExclusion: { named: (name) => `Being matched with ${name} again`, nameless: 'Who you can be matched with again', whom: 'other' },
  ErasePerson: {
    named: (name) => `Deleting the data of ${name}`,
    nameless: 'Deleting an account',
    own: 'Deleting your account',
    whom: 'person',
  },
  RevokeCredential: 'Withdrawing a certificate',
};

/** What was typed, by the name of its field wherever it stands in a command, and what its form calls it. */
const TYPED: Readonly<Record<string, string>> = {
  about: 'About you',
  addressed: 'What to call you',
  confidentiality: 'Confidentiality',
  email: 'Email address',
  evidence: 'Your evidence',
  given: 'Given name',
  jobTitle: 'Job title',
  localAuthority: 'Local authority',
  name: 'Name',
  nextStep: 'Next step',
  note: 'Your note',
  notes: 'What you talked about',
  phase: 'Phase',
  place: 'Where',
  postcode: 'Postcode',
  printed: 'Name to print',
  purpose: 'The purpose',
  reason: 'Your reason',
  saw: 'What you saw and its effect',
  success: 'What success looks like',
  text: 'What you wrote',
  title: 'Title',
  town: 'Town',
  type: 'Kind',
  why: 'Why it matters',
};

/** A piece of writing that was part of something that was said. */
export interface Typed {
  readonly label: string;
  readonly text: string;
}

// Whatever a screen may say is in the table; what a newer hub's screen says need not be.
const actOf = (type: string): Act | string => (ACTS as Readonly<Record<string, Act | string>>)[type] ?? 'Something that you changed';

/** The other person whom it concerned, by id; nobody where it concerned oneself. */
export function whomItConcerned(type: string, data: unknown, oneself: string | undefined): string | undefined {
  const act = actOf(type);
  const found =
    typeof act === 'object' && typeof data === 'object' && data !== null
      ? (data as Readonly<Record<string, unknown>>)[act.whom]
      : undefined;
  return typeof found === 'string' && found !== oneself ? found : undefined;
}

/** What it was, in plain words: “Your request to Asha”. `aboutOther`: it concerned another person, whether or not their name is held. */
export function commandLabel(type: string, name = '', aboutOther = name !== ''): string {
  const act = actOf(type);
  if (typeof act === 'string') return act;
  if (name) return act.named(name);
  return aboutOther ? act.nameless : (act.own ?? act.nameless);
}

/** Everything in it that a person typed, in the order in which it stood there. */
export function typedIn(data: unknown): readonly Typed[] {
  if (Array.isArray(data)) return data.flatMap(typedIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([field, value]): readonly Typed[] => {
    if (typeof value !== 'string') return typedIn(value);
    const label = TYPED[field];
    return label && value.trim() ? [{ label, text: value }] : [];
  });
}

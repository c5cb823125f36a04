import { aggregates, commandTypes, type AnyCommand, type Category } from '../protocol/registry.js';
import {
  EVERYBODY,
  runsHub,
  administrators,
  coordinators,
  thePair,
  onlyHub,
  onlySelf,
  selfOrHub,
  FACTS,
  NO_FACTS,
  whoMay,
  inOrder,
  type Who,
} from './who-may.testing.js';

/** Who may do what: everything that is not here is refused. */
const ALLOWED: { readonly [Type in AnyCommand['type']]: readonly Who[] } = {
  AppointFirstAdministrator: onlyHub,
  ConfirmDate: [],
  RegisterInstitution: runsHub,
  DescribeInstitution: administrators,
  CloseInstitution: runsHub,
  ReopenInstitution: runsHub,
  TellOfClosing: onlyHub,
  AskToJoin: onlySelf,
  JoinTrust: runsHub,
  LeaveTrust: administrators,
  AddMember: coordinators,
  AddMembers: coordinators,
  InviteMembers: coordinators,
  AcceptInvitation: onlySelf,
  DeclineInvitation: onlySelf,
  WithdrawInvitation: coordinators,
  PlanInvitations: coordinators,
  SendInvitations: coordinators,
  RemoveMember: ['self', ...coordinators],
  GrantRole: administrators,
  RevokeRole: ['self', ...administrators],
  DismissNotices: onlySelf,
  ProposeJoining: ['administrator', 'trustAdministrator', 'hubAdministrator'],
  DeclineJoining: ['self', 'mentor', 'administrator', 'trustAdministrator', 'hubAdministrator'],
  JoinRecords: onlyHub,
  LeaveFurtherAddress: onlySelf,
  SetReportingLine: coordinators,
  SetReportingLines: coordinators,
  ChangeInstitutionSettings: administrators,
  RememberStaffColumns: onlyHub,
  SetCalendar: coordinators,

  InvitePerson: coordinators,
  RenamePerson: selfOrHub,
  ChangeEmail: coordinators,
  GiveUpAddress: onlyHub,
  DescribeProfile: selfOrHub,
  DeclareExpertise: selfOrHub,
  SetAims: onlySelf,
  SetAvailability: onlySelf,
  SetPreferences: onlySelf,
  OfferMentoring: onlySelf,
  PauseMentoring: onlySelf,
  ResumeMentoring: selfOrHub,
  WithdrawMentoring: onlySelf,
  SetVisibility: onlySelf,
  ExcludePerson: onlySelf,
  LiftExclusion: onlySelf,
  ErasePerson: ['self', ...runsHub],

  ChangeCapacity: ['mentor', 'hub'],
  RequestMentoring: ['mentee', 'hub'],
  ExtendRequest: thePair,
  DiscussRequest: thePair,
  AcceptRequest: ['mentor'],
  DeclineRequest: ['mentor', 'hub'],
  ReleaseRequest: onlyHub,
  WithdrawRequest: ['mentee', 'hub'],
  MoveAnswerDay: onlyHub,
  RemindOfRequest: onlyHub,
  LapseRequest: onlyHub,
  ReleasePlace: onlyHub,

  StartMentorship: onlyHub,
  ProposeAgreement: thePair,
  SignAgreement: thePair,
  AskForReview: onlyHub,
  ReviewAgreement: thePair,
  CheckFit: thePair,
  PauseMentorship: [...thePair, 'hub'],
  ResumeMentorship: [...thePair, 'hub'],
  ProposeCompletion: thePair,
  CompleteMentorship: [...thePair, 'hub'],
  DeclineCompletion: thePair,
  WithdrawCompletion: thePair,
  RemindOfCompletion: onlyHub,
  MoveCompletionDay: onlyHub,
  ProposeClosing: ['coordinator', 'trustCoordinator', 'hub'],
  DeclineClosing: thePair,
  LiftClosing: onlyHub,
  MoveClosingDay: onlyHub,
  CloseMentorship: onlyHub,
  AskForHelp: thePair,
  NeedHandover: onlyHub,
  SettleHandover: [...thePair, 'hub'],
  EndMentorship: [...thePair, 'hub'],

  AgreeGoal: thePair,
  PlanStep: thePair,
  RecordProgress: thePair,
  ReopenStep: thePair,
  AchieveGoal: thePair,
  SetGoalAside: thePair,
  CarryOnGoal: thePair,
  GiveFeedback: thePair,
  ChangeGoalDay: thePair,
  LinkGoal: thePair,
  LinkFeedback: thePair,

  WriteReflection: onlySelf,
  ReviseReflection: onlySelf,
  ShareReflection: onlySelf,
  LinkReflection: onlySelf,
  RateSkill: onlySelf,
  CreditCpd: onlyHub,
  WithdrawCpd: onlyHub,

  ProposeMeeting: thePair,
  SuggestOtherTimes: thePair,
  DeclineTimes: thePair,
  BookMeeting: thePair,
  BookFirstMeeting: onlyHub,
  NoteClash: onlyHub,
  LiftClash: onlyHub,
  SetRecordAside: onlyHub,
  ChooseTime: thePair,
  MoveMeeting: thePair,
  SetMeetingPlace: thePair,
  CancelMeeting: [...thePair, 'hub'],
  SetAgenda: thePair,
  SaveNotes: thePair,
  AgreeAction: thePair,
  FinishAction: thePair,
  ReopenAction: thePair,
  DropAction: thePair,
  KeepAction: thePair,
  NoteAction: thePair,
  LinkAction: thePair,
  CloseMeeting: thePair,
  RecordPastMeeting: thePair,
  RecordAttendance: thePair,

  IssueCredential: onlyHub,
  RaiseCredential: onlyHub,
  RevokeCredential: coordinators,

  WriteMessage: ['coordinator', 'trustCoordinator'],
  SuggestMentors: ['coordinator', 'trustCoordinator'],
  MarkHelpDone: ['coordinator'],
  NoteSuggestionsShown: onlySelf,
  SaveSearch: onlySelf,
  RemoveSearch: onlySelf,
  NoteSearchResults: onlyHub,

  ClaimLetter: onlyHub,
  ClaimAddress: onlyHub,
  ReleaseAddress: onlyHub,
  SendSignInCode: onlyHub,
  TrySignInCode: onlyHub,
  OpenSession: onlyHub,
  SignInAgain: onlyHub,
  CloseSession: selfOrHub,
  CloseOtherSessions: selfOrHub,
  CloseAllSessions: selfOrHub,
};

describe('who may do what', () => {
  test('the table names every command, and only those', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual([...commandTypes].sort());
  });

  test.each(Object.entries(ALLOWED))('%s', (type, allowed) => {
    expect(whoMay(type, { facts: FACTS, history: true })).toEqual(inOrder(allowed));
  });

  test.each(Object.entries(ALLOWED))(
    '[deny by default] %s on a stream that does not exist, of which nothing is known, opens to nobody else',
    (type, allowed) => {
      expect(whoMay(type, { facts: NO_FACTS, history: false }).filter((who) => !allowed.includes(who))).toEqual([]);
    },
  );

  test('[R6] nothing between the two of a pair is open to a role, however high', () => {
    const wall: readonly Category[] = ['mentorship', 'goals', 'meeting'];
    const roles = new Set((Object.keys(EVERYBODY) as Who[]).filter((who) => !thePair.includes(who) && who !== 'hub'));
    const commands = wall.flatMap((category) => Object.keys(aggregates[category].commands));
    // A suggestion reads and says nothing between the two, and ends nothing: they decide.
    for (const type of commands.filter((one) => one !== 'ProposeClosing'))
      expect({ type, open: whoMay(type, { facts: FACTS, history: true }).filter((who) => roles.has(who)) }).toEqual({ type, open: [] });
  });
});

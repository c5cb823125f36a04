import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { actorWith, HUB_INSTITUTION, hubActor, type Actor } from '@alongside/domain/policies/actor.js';
import { aggregateOf, commandTypes } from '@alongside/domain/protocol/registry.js';

/** Why a command is said on no screen: the hub itself gives it. Of those that a person might give too, the screen asks the hub by another way. */
const GIVEN_BY_THE_HUB: Readonly<
  Record<string, 'nobody else may' | 'through /api/address' | 'through /api/sign-out' | 'through /api/imports'>
> = {
  AppointFirstAdministrator: 'nobody else may',
  ClaimAddress: 'nobody else may',
  ClaimLetter: 'nobody else may',
  GiveUpAddress: 'nobody else may',
  JoinRecords: 'nobody else may',
  CloseMentorship: 'nobody else may',
  LiftClosing: 'nobody else may',
  MoveClosingDay: 'nobody else may',
  AskForReview: 'nobody else may',
  MoveCompletionDay: 'nobody else may',
  NeedHandover: 'nobody else may',
  SayMenteeLeft: 'nobody else may',
  RaiseCredential: 'nobody else may',
  ReleaseAddress: 'nobody else may',
  ReleaseRequest: 'nobody else may',
  RemindOfCompletion: 'nobody else may',
  CreditCpd: 'nobody else may',
  IssueCredential: 'nobody else may',
  LapseRequest: 'nobody else may',
  LapseOffer: 'nobody else may',
  CloseOffer: 'nobody else may',
  MoveAnswerDay: 'nobody else may',
  OpenSession: 'nobody else may',
  SignInAgain: 'nobody else may',
  ReleasePlace: 'nobody else may',
  RemindOfRequest: 'nobody else may',
  RememberStaffColumns: 'nobody else may',
  TellOfClosing: 'nobody else may',
  SendSignInCode: 'nobody else may',
  StartMentorship: 'nobody else may',
  BookFirstMeeting: 'nobody else may',
  NoteClash: 'nobody else may',
  NoteSearchResults: 'nobody else may',
  LiftClash: 'nobody else may',
  SetRecordAside: 'nobody else may',
  WithdrawCpd: 'nobody else may',
  TrySignInCode: 'nobody else may',
  CloseSession: 'through /api/sign-out',
  CloseAllSessions: 'through /api/sign-out',
  CloseOtherSessions: 'through /api/address',
  SetReportingLines: 'through /api/imports',
};

/** Every source of the screens that a browser runs. */
const screens = readdirSync(resolve('client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(features|shared)\/.*\.tsx?$/.test(name) && !/\.spec\.|testing/.test(name))
  .map((name) => readFileSync(join(resolve('client'), name), 'utf8'));
/** A source gives commands itself, or names them in a table for the screen that does. */
const GIVES = /\b(?:dispatch|dispatchQuietly|send|act|run)\(|_COMMAND = \{/;
const isOnAScreen = (type: string): boolean => screens.some((source) => GIVES.test(source) && source.includes(`'${type}'`));

/** A person with every role wherever a command may lead, who is also the person it is about. */
const anybody = 'p' as PersonId;
const mostOf = actorWith(anybody, {
  memberships: [anybody as never, HUB_INSTITUTION].map((institution) => ({
    institution,
    trust: null,
    roles: ['coordinator', 'leader', 'administrator'],
  })),
  mentorships: [anybody as never],
});
const about = new Proxy({}, { get: () => anybody });
const may = (actor: Actor, type: string): boolean => {
  const aggregate = aggregateOf(type);
  const command = { type, by: actor.person, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as never, data: about };
  return aggregate?.policies[type]?.(actor, command, aggregate.decider.initial, about) ?? false;
};

describe('every command that a person may give', () => {
  test('has a screen that gives it, unless the hub itself does', () => {
    expect(screens.length).toBeGreaterThan(50);
    expect(commandTypes.filter((type) => !isOnAScreen(type)).toSorted()).toEqual(Object.keys(GIVEN_BY_THE_HUB).toSorted());
  });

  test.each(Object.keys(GIVEN_BY_THE_HUB).filter((type) => GIVEN_BY_THE_HUB[type] === 'nobody else may'))(
    '%s is the hub’s alone, whoever asks',
    (type) => {
      expect({ hub: may(hubActor, type), person: may(mostOf, type) }).toEqual({ hub: true, person: false });
    },
  );

  test('the scan finds what is given, and only what is given', () => {
    expect(isOnAScreen('GrantRole')).toBe(true);
    expect(isOnAScreen('NoSuchCommand')).toBe(false);
  });
});

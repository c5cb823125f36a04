import type { MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import type { MoveKind } from '../mentorships/whose-move.js';
import type { AnyEvent } from '../protocol/registry.js';

export type EventType = AnyEvent['type'];
export type DataOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>['data'];

/** The domain's numbered rules; a notice may be withheld only by one of them. */
export type Rule = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'R11' | 'R12';

/** Where an affected person reads of it on Today: among their tasks, in their notifications, or on a coordinator's desk. */
export type OnToday = { readonly task: MoveKind } | 'notification' | 'desk' | null;

/** What an event means for one person whom it affects: a notice, or the reason why there is none. */
export type Outcome =
  | {
      readonly tell: true;
      readonly today: OnToday;
      /** `own`: an email that is no notification, such as a sign-in code, written where it is made. */
      readonly email: boolean | 'own';
      /** Which of a pair acted stays between the two (R6). */
      readonly unnamed?: true;
      /** Those who did it are told by email of meetings that it cancels in their calendar, too. */
      readonly cancels?: true;
      /** Imports act for whole schools and say at import what staff are told. */
      readonly quietInImports?: true;
    }
  | { readonly tell: false; readonly because: 'own-act' }
  | { readonly tell: false; readonly because: 'told-by'; readonly events: readonly EventType[] }
  | { readonly tell: false; readonly because: 'private'; readonly rule: Rule };

/** Fields that name who acted or whose words a field holds; those who acted need no notice. */
type Doer = 'by' | 'from' | 'placeBy' | 'wordedBy' | 'replaces';
type PersonFields<Data> = {
  [Field in keyof Data & string]-?: NonNullable<Data[Field]> extends PersonId | readonly PersonId[] ? Field : never;
}[keyof Data & string];
type OfPair<Data> = Data extends { readonly mentorship: MentorshipId } | { readonly request: RequestId }
  ? 'mentor' | 'mentee'
  : Data extends { readonly mentorship: MentorshipId | null }
    ? 'partner'
    : never;

/** Everyone an event affects: each person its data names, both people of its mentorship or request, and the partner where a person's own record may belong to a mentorship. */
export type Affected<Type extends EventType> = Exclude<PersonFields<DataOf<Type>> | OfPair<DataOf<Type>>, Doer>;

/** One outcome per affected person. `holder` and `coordinators` are reached through what the event names. */
export type Outcomes<Type extends EventType> = {
  readonly [Party in Affected<Type>]: Outcome | ((data: DataOf<Type>) => Outcome);
} & { readonly holder?: Outcome; readonly coordinators?: Outcome };

/** They did it, or asked for it, themselves. */
export const ownAct: Outcome = { tell: false, because: 'own-act' };
/** Another event of the same command tells them. */
export const toldBy = (...events: readonly EventType[]): Outcome => ({ tell: false, because: 'told-by', events });
/** A rule of the domain keeps it from them. */
export const keptPrivate = (rule: Rule): Outcome => ({ tell: false, because: 'private', rule });

/** Shown among their notifications on Today. */
export const onToday: Outcome = { tell: true, today: 'notification', email: false };
/** Shown among their notifications on Today, and emailed. */
export const onTodayAndByEmail: Outcome = { tell: true, today: 'notification', email: true };
/** As above; where booked meetings are cancelled with it, one email for all of them reaches both calendars. */
export const onTodayWithCancellations: Outcome = { tell: true, today: 'notification', email: true, cancels: true };
/** What came of a coordinator's suggestion, of both and never of one. */
export const toldOfBoth: Outcome = {
  tell: true,
  today: 'notification',
  email: true,
  unnamed: true,
};
/** They act next: a task on Today, and an email. */
export const asTask = (task: MoveKind): Outcome => ({ tell: true, today: { task }, email: true });
/** As above; where booked meetings are cancelled with it, one email for all of them reaches both calendars. */
export const asTaskWithCancellations = (task: MoveKind): Outcome => ({
  tell: true,
  today: { task },
  email: true,
  cancels: true,
});
/** They act next: a task on Today, without an email. */
export const asQuietTask = (task: MoveKind): Outcome => ({ tell: true, today: { task }, email: false });
/** Coordinators see it on their own Today, worked out from how pairs are doing. */
export const onTheDesk: Outcome = { tell: true, today: 'desk', email: false };
/** Among what needs a coordinator on their own Today, and emailed. */
export const onTheDeskAndByEmail: Outcome = { tell: true, today: 'desk', email: true };
/** An email of its own kind, written where it is made. */
export const ownEmail: Outcome = { tell: true, today: null, email: 'own' };
/** Among what needs them on their own Today, with an email that is written where it is made. */
export const onTheDeskAndOwnEmail: Outcome = { tell: true, today: 'desk', email: 'own' };

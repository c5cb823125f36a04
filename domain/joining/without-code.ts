import type { Instant, PersonId, RecordId } from '../kernel/brand.js';
import { CLOCKS_DIFFER_MS } from '../kernel/windows.js';
import { NEW_ADDRESS_MS } from '../policies/fresh-sign-in.js';

/** The record whose mailbox its person cannot read any more, and when the other may join it without a code. */
export interface Unread {
  readonly record: RecordId;
  readonly from: Instant;
}

/** A question whether two records are one person’s, as far as joining them without a code asks. */
interface Question {
  readonly askedBy: PersonId | null;
  readonly unread?: Unread | undefined;
}

/** A mailbox that is not read, as said at a moment. A person who reads it all the same has as long to object as with a changed address. */
export const unreadFrom = (record: PersonId, at: Instant): Unread => ({
  record: record as string as RecordId,
  from: new Date(Date.parse(at) + NEW_ADDRESS_MS).toISOString() as Instant,
});

/** Whether it is said of a record already, by a clock that was right: else the other would wait until a day far ahead. */
export const isUnread = ({ unread }: Pick<Question, 'unread'>, record: PersonId, at: Instant): boolean =>
  unread !== undefined &&
  (unread.record as string) === record &&
  Date.parse(unread.from) - Date.parse(at) <= NEW_ADDRESS_MS + CLOCKS_DIFFER_MS;

/**
 * When the other record may be joined without a code; undefined where its person needs one. `voucher`: who asked, while they may still
 * vouch. Nobody joins as the unread record.
 */
export const withoutCodeFrom = (
  { askedBy, unread }: Question,
  { other, voucher }: { readonly other: PersonId; readonly voucher: PersonId | null },
): Instant | undefined =>
  voucher !== null && voucher === askedBy && (unread?.record as string | undefined) === other ? unread?.from : undefined;

import type { ViewRows } from '../../../replica/index.js';

/** `asksForHelp`: one of a pair asked a coordinator, from the page of their mentorship. */
export type Message = ViewRows['message'] & { readonly asksForHelp?: true };

/** A question to a coordinator, as the first message of a conversation or the next. */
export const ofHelp = ({ help, by, coordinator, text, at }: ViewRows['help']): Message => ({
  message: help as string as Message['message'],
  from: by,
  to: coordinator,
  mentors: [],
  text,
  at,
  asksForHelp: true,
});

/** What one person and the reader wrote to each other. */
export interface Conversation {
  readonly other: string;
  /** In the order in which they were written. */
  readonly messages: readonly Message[];
  readonly latest: Message;
  /** Some of it reached the reader and was not opened. */
  readonly unread: boolean;
}

/** How much of a message stands for it in a list. */
const FIRST_WORDS_LIMIT_CHARACTERS = 90;

/** The other of the two of a message. */
export const otherIn = ({ from, to }: Message, reader: string | undefined): string => (from === reader ? to : from);

const byTime = (a: Message, b: Message): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.message < b.message ? -1 : 1);

/** One conversation a person, the latest first. `unread`: messages that are still among the reader’s notifications. */
export function conversationsOf(
  rows: readonly Message[],
  reader: string | undefined,
  unread: ReadonlySet<string>,
): readonly Conversation[] {
  const people = new Map<string, Message[]>();
  for (const row of rows.toSorted(byTime)) {
    const other = otherIn(row, reader);
    people.set(other, [...(people.get(other) ?? []), row]);
  }
  return [...people]
    .flatMap(([other, messages]): Conversation[] => {
      const latest = messages.at(-1);
      return latest ? [{ other, messages, latest, unread: messages.some(({ message }) => unread.has(message)) }] : [];
    })
    .toSorted((a, b) => byTime(b.latest, a.latest));
}

/** The first line of a message, cut at a word; of mentors without words, what they are; of words that were deleted, that. */
export function firstWords({ text, mentors }: Message): string {
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find(Boolean);
  if (!line)
    return mentors.length ? (mentors.length === 1 ? 'Suggested one mentor' : `Suggested ${mentors.length} mentors`) : 'Deleted message';
  if (line.length <= FIRST_WORDS_LIMIT_CHARACTERS) return line;
  return `${line.slice(0, FIRST_WORDS_LIMIT_CHARACTERS).replace(/\s+\S*$/, '')}…`;
}

import { within } from '@alongside/domain/text/mid-sentence.js';
import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import type { ViewRows } from '../../replica/index.js';

export type Request = ViewRows['request'];

/** Requests as a person meets them: those that wait for them, those that wait for another person, and those that are over. */
export interface Sorted {
  readonly mine: readonly Request[];
  readonly theirs: readonly Request[];
  readonly over: readonly Request[];
}

/** Whether this person is the one who acts next. */
export const isMyMove = (request: Request, me: string): boolean =>
  (request.actsNext === 'mentor' && request.mentor === me) || (request.actsNext === 'mentee' && request.mentee === me);

/** The other person of a request. */
export const otherOf = (request: Pick<Request, 'mentor' | 'mentee'>, me: string): string =>
  request.mentor === me ? request.mentee : request.mentor;

/** What must be answered soonest comes first, after the one that was asked for; what ended last comes first among what is over. */
export function sorted(requests: readonly Request[], me: string, first?: string): Sorted {
  const open = requests
    .filter(({ status }) => status === 'open')
    .sort((a, b) => Number(b.request === first) - Number(a.request === first) || (a.answerBy < b.answerBy ? -1 : 1));
  const closedAt = (request: Request) => request.closedAt ?? request.askedAt;
  return {
    mine: open.filter((request) => isMyMove(request, me)),
    theirs: open.filter((request) => !isMyMove(request, me)),
    over: requests.filter(({ status }) => status !== 'open').sort((a, b) => (closedAt(a) > closedAt(b) ? -1 : 1)),
  };
}

type Ended = Exclude<Request['status'], 'open'>;
const AS_MENTEE: Readonly<Record<Ended, (name: string) => string>> = {
  accepted: (name) => `${name} said yes`,
  declined: (name) => `${name} could not mentor you this time`,
  withdrawn: (name) => `You withdrew your request to ${within(name)}`,
  lapsed: (name) => `Your request to ${within(name)} expired`,
};
const AS_MENTOR: Readonly<Record<Ended, (name: string) => string>> = {
  accepted: (name) => `You said yes to ${within(name)}`,
  declined: (name) => `You could not mentor ${within(name)} this time`,
  withdrawn: (name) => `${name} withdrew their request`,
  lapsed: (name) => `${name}’s request expired`,
};

/** Why the hub closed a request for its mentor, as each of the two reads it. `name`: the mentor’s. */
export function sayClosed({ because, mentee }: Pick<Request, 'because' | 'mentee'>, me: string, name: string): string {
  switch (because) {
    case 'reporting-line':
      return 'Your roles have changed, and mentoring is kept apart from line management and induction.';
    case 'too-many-open':
      return mentee === me
        ? `You can have ${OPEN_REQUESTS_LIMIT} open requests, and this was one more. Ask again when one is answered.`
        : 'You do not need to reply.';
    case 'asked-twice':
      return mentee === me ? 'You asked this mentor twice. Your first request is still open.' : 'You do not need to reply.';
    case 'cannot-reply':
      return 'It can no longer be answered.';
    case 'not-taking-new-mentees':
      return mentee === me ? `${name} is not taking new mentees right now.` : 'You were not taking new mentees, so we closed it for you.';
    case null:
      return '';
  }
}

/** How a request ended, in a sentence without blame. */
export function sayEnd(request: Request, me: string, name: string): string {
  if (request.status === 'open') return '';
  // What the hub closed for the mentor is put in nobody’s mouth.
  if (request.because === 'cannot-reply') return 'Your request was closed';
  if (request.because) return request.mentee === me ? `Your request to ${within(name)} was closed` : `${name}’s request was closed`;
  return (request.mentee === me ? AS_MENTEE : AS_MENTOR)[request.status](name);
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Request } from 'express';
import { PERSON_HEADER } from '@alongside/domain/protocol/messages.js';
import { senderBy, sessionCookie, type Sessions } from '../identity/sessions.js';
import { notSignedIn } from './problem.js';

/** The value of one cookie in a `Cookie` header. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** The session token that a request carries. */
export const sessionTokenIn = (header: string | undefined, reached: Parameters<typeof sessionCookie>[0]): string | undefined =>
  cookieIn(header, sessionCookie(reached));

type MaybeSignedIn = Request & { alongsidePerson?: PersonId; alongsideSignedInAt?: Instant };

/** Looks up who sends a request, once, before any controller is asked. */
export const recogniseSender =
  (sessions: Sessions, reached: Parameters<typeof sessionCookie>[0]) => (request: MaybeSignedIn, _response: unknown, next: () => void) => {
    const token = sessionTokenIn(request.headers.cookie, reached);
    const person = senderBy(sessions, token, request.headers[PERSON_HEADER]);
    const signedInAt = sessions.signedInAt(token);
    if (person) request.alongsidePerson = person;
    if (person && signedInAt) request.alongsideSignedInAt = signedInAt;
    next();
  };

/** Who sends this request; undefined where nobody is signed in. */
export const senderOf = (request: Request): PersonId | undefined => (request as MaybeSignedIn).alongsidePerson;

/** A controller's parameter: the person who is signed in. Where nobody is, the request ends with 401. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): PersonId => {
  const person = senderOf(context.switchToHttp().getRequest<Request>());
  if (!person) throw notSignedIn();
  return person;
});

/** A controller's parameter: when the session of this request last proved who its person is. Only what the hub knows counts. */
export const SignedInAt = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Instant | undefined =>
    context.switchToHttp().getRequest<MaybeSignedIn>().alongsideSignedInAt,
);

import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { CookieOptions, Request, Response } from 'express';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { notThere } from '../app/problem.js';
import { senderOf, sessionTokenIn } from '../app/signed-in.js';
import type { NewSession, SignInService } from './sign-in.service.js';
import { sessionCookie } from './sessions.js';

/** The attributes of the session cookie. */
export const cookieOptions = ({ publicUrl }: HubParts['config']): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: publicUrl?.startsWith('https:') ?? false,
  path: '/',
});

interface Door {
  readonly hub: Pick<HubParts, 'config' | 'logger' | 'views'>;
  readonly signIn: Pick<SignInService, 'open' | 'signOut'>;
}

/** Gives the browser a session that was opened, and ends the one that it had. Settles once reads know it. */
export async function giveSession(
  response: Response,
  request: Request,
  session: NewSession,
  shared: boolean,
  { hub, signIn }: Door,
): Promise<void> {
  // The browser's session before this one: nobody holds its cookie any more, so nobody could end it.
  const [before, old] = [senderOf(request), sessionTokenIn(request.headers.cookie, hub.config)];
  // Once the new one has gone out: another tab that hears of the end asks at once who is signed in ([RP14]).
  if (before && old)
    response.once('close', () => {
      signIn
        .signOut(before, old)
        .catch((error: unknown) => hub.logger.error('The session before this one could not be ended.', failureFields(error)));
    });
  await hub.views.caughtUp(session.position);
  // On a shared computer the cookie goes when the browser closes, whatever the server still knows.
  response.cookie(sessionCookie(hub.config), session.token, {
    ...cookieOptions(hub.config),
    ...(shared ? {} : { expires: new Date(session.expiresAt) }),
  });
}

/** Opens a session for a person who has proved who they are in another way than by a code, on a computer of their own. */
export async function openSessionIn(response: Response, request: Request, person: PersonId, door: Door): Promise<void> {
  const session = await door.signIn.open(person, false);
  if (!session) throw notThere();
  await giveSession(response, request, session, false, door);
}

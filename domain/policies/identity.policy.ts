import type { SessionsCommand, SignInCommand } from '../identity/identity.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub } from './actor.js';

/** Only the hub gives commands about codes: the person who asks for one is not signed in. */
export const signInPolicies: Policies<SignInCommand, unknown, unknown> = {
  SendSignInCode: isHub,
  TrySignInCode: isHub,
};

/** A session is opened by the hub once a code was right; its owner may close it. */
export const sessionsPolicies: Policies<SessionsCommand, unknown, unknown> = {
  OpenSession: isHub,
  SignInAgain: isHub,
  CloseSession: (actor, { data }) => isHub(actor) || actor.person === data.person,
  CloseOtherSessions: (actor, { data }) => isHub(actor) || actor.person === data.person,
  CloseAllSessions: (actor, { data }) => isHub(actor) || actor.person === data.person,
};

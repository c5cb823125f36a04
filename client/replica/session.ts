import { createSignal } from 'solid-js';
import type { Membership } from '@alongside/domain/policies/actor.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { FieldProblem } from '@alongside/domain/protocol/messages.js';
import { Unreachable, type Ask, type Transport } from './transport.js';

/** Who is signed in, as the hub says. */
export interface Session {
  readonly person: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** Every role in any membership. */
  readonly roles: readonly Role[];
  /** This hub shows made-up people. */
  readonly demo: boolean;
}

/** Why something outside the command path did not work, in words for the person. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly FieldProblem[];
}
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export interface DemoPerson {
  readonly person: string;
  readonly name: string;
  readonly what: string;
}

const AWAY: Failure = { code: 'CLIENT.AWAY', message: 'The hub cannot be reached just now. Check your connection and try again.' };

/** Asks the hub for something that is neither a view nor a command, and turns what went wrong into words. */
export async function request<Value>(transport: Transport, ask: Ask): Promise<Outcome<Value>> {
  try {
    const { status, body } = await transport.ask(ask);
    if (status >= 200 && status < 300) return { ok: true, value: body as Value };
    const failure = (body ?? {}) as Partial<Failure>;
    return {
      ok: false,
      error: {
        code: failure.code ?? `HTTP.${status}`,
        message:
          failure.message ??
          (status >= 500 ? 'Something went wrong at the hub. It has been noted; please try again.' : 'The hub did not accept this.'),
        ...(failure.problems ? { problems: failure.problems } : {}),
      },
    };
  } catch (error) {
    if (error instanceof Unreachable) return { ok: false, error: AWAY };
    throw error;
  }
}

/** Who is at the keyboard. `undefined` until the hub has said; `null` when nobody is signed in. */
export function createSession(transport: Transport, handlers: { started: (session: Session) => void; ended: () => void }) {
  const [session, setSession] = createSignal<Session | null | undefined>(undefined);
  /** The hub could not be asked who is signed in. */
  const [away, setAway] = createSignal(false);

  const end = () => {
    if (session() === null) return;
    setSession(null);
    handlers.ended();
  };

  async function refresh(): Promise<void> {
    const answer = await request<Session>(transport, { method: 'GET', path: '/api/session' });
    setAway(!answer.ok && (answer.error.code === AWAY.code || answer.error.code.startsWith('HTTP.5')));
    if (away()) return;
    if (!answer.ok) return end();
    setSession(answer.value);
    handlers.started(answer.value);
  }

  const enter = async (path: string, body: unknown): Promise<Outcome<unknown>> => {
    const answer = await request(transport, { method: 'POST', path, body });
    if (answer.ok) await refresh();
    return answer;
  };
  const leave = async (path: string): Promise<Outcome<unknown>> => {
    const answer = await request(transport, { method: 'POST', path });
    if (answer.ok) end();
    return answer;
  };

  return {
    session,
    away,
    refresh,
    end,
    /** Sends a six-digit code, if the address belongs to somebody; the answer is the same if it does not. */
    askForCode: (email: string) => request(transport, { method: 'POST', path: '/api/sign-in/code', body: { email } }),
    /** `shared`: the computer is not the person's own, so that nothing may stay on it. */
    signIn: (email: string, code: string, shared: boolean) => enter('/api/sign-in', { email, code, shared }),
    demoPeople: () => request<{ people: readonly DemoPerson[] }>(transport, { method: 'GET', path: '/api/sign-in/demo' }),
    signInAs: (person: string) => enter('/api/sign-in/demo', { person }),
    signOut: () => leave('/api/sign-out'),
    signOutEverywhere: () => leave('/api/sign-out/everywhere'),
  };
}

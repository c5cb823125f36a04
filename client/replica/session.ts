import { createSignal } from 'solid-js';
import type { Membership } from '@alongside/domain/policies/actor.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { FieldProblem } from '@alongside/domain/protocol/messages.js';
import { createAsksAgain } from './asks-again.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import { Overtaken, Unreachable, type Ask, type Transport } from './transport.js';

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
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
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

/** How far apart the hub is asked, at least, who is signed in because it said that the session is over, in milliseconds. */
const OVER_LEAST_MS = 10_000;

/** Said where the hub did not answer. */
export const AWAY = {
  status: 0,
  code: 'CLIENT.AWAY',
  message: 'We cannot reach Alongside. Check your connection and try again.',
} satisfies Failure;

/** The hub was out of reach, unwell or too busy: it said nothing about what was asked, and trying again may help. */
export const isAway = ({ status }: Pick<Failure, 'status'>): boolean => status === 0 || status >= 500 || status === 429 || status === 408;

const sayStatus = (status: number): string =>
  status >= 500
    ? 'Something went wrong on our side, and we have logged it. Try again.'
    : status === 429
      ? 'Alongside is very busy right now. Try again in a minute.'
      : 'We could not do that. Reload the page and try again.';

/** Asks the hub for something that is neither a view nor a command, and turns what went wrong into words. */
export async function request<Value>(transport: Transport, ask: Ask): Promise<Outcome<Value>> {
  try {
    const { status, body } = await transport.ask(ask);
    if (status >= 200 && status < 300) return { ok: true, value: body as Value };
    const failure = (body ?? {}) as Partial<Failure>;
    return {
      ok: false,
      error: {
        status,
        code: failure.code ?? `HTTP.${status}`,
        message: failure.message ?? sayStatus(status),
        ...(failure.problems ? { problems: failure.problems } : {}),
      },
    };
  } catch (error) {
    // A page that asks as it opens may be answered before the hub has said who is signed in ([RP13]).
    if (error instanceof Overtaken && ask.method === 'GET') return request<Value>(transport, ask);
    if (error instanceof Unreachable) return { ok: false, error: AWAY };
    throw error;
  }
}

/** Who is at the keyboard. `undefined` until the hub has said; `null` when nobody is signed in. */
export function createSession(
  transport: Transport,
  handlers: { started: (session: Session) => void; ended: () => void },
  ports: Pick<Ports, 'clock' | 'random' | 'rules'>,
) {
  const [session, setSession] = createSignal<Session | null | undefined>(undefined, { equals: sameSession });
  /** The hub could not be asked who is signed in. */
  const [away, setAway] = createSignal(false);
  let asked = 0;
  let latest = Promise.resolve(false);
  /** From when the hub is asked again where it says that the session is over, in milliseconds. */
  let askAgainFrom = 0;
  const knock = createBackOff(() => void refresh(), ports);
  const asksAgain = createAsksAgain(() => session() === null && void refresh(), ports.clock);

  const end = () => {
    if (session() === null) return;
    setSession(null);
    handlers.ended();
  };

  /**
   * The hub said that the session is over. The tab may be another person’s by now ([RP14]). A second such reply soon after is believed, to
   * avoid a loop.
   */
  const over = () => {
    const before = session();
    end();
    const now = ports.clock.now().getTime();
    if (!before || now < askAgainFrom) return;
    askAgainFrom = now + OVER_LEAST_MS;
    void refresh();
    // The next cookie may be on its way to a tab that nobody looks at.
    if (ports.rules.asksAgain()) asksAgain.start();
  };

  /** Asks who is signed in. Resolves to whether the hub said so; only its 401 means nobody. Of several at once all have the last one's word. */
  const refresh = (): Promise<boolean> => (latest = askWhoIsHere((asked += 1)));
  async function askWhoIsHere(turn: number): Promise<boolean> {
    const answer = await request<Session>(transport, { method: 'GET', path: '/api/session' });
    // A person signed in or out meanwhile, and the hub was asked again: this answer is of before.
    if (!ports.rules.isLatestAnswer(turn, asked)) return ports.rules.hearsTheLast() ? latest : false;
    const nobody = !answer.ok && answer.error.status === 401;
    setAway(!answer.ok && !nobody);
    // Once it is known who is here, other parts knock where they need to.
    if (away() && session() === undefined) knock.later();
    else knock.reset();
    if (nobody) end();
    if (!answer.ok) return nobody;
    const before = session();
    if (before?.person !== answer.value.person) {
      // Screens are taken down in between, so that nothing of the one before stays on them.
      if (before) end();
      handlers.started(answer.value);
    }
    asksAgain.stop();
    setSession(answer.value);
    return true;
  }

  const enter = async (path: string, body: unknown): Promise<Outcome<unknown>> => {
    const answer = await request(transport, { method: 'POST', path, body });
    if (answer.ok) await refresh();
    return answer;
  };
  const leave = async (path: string): Promise<Outcome<unknown>> => {
    const answer = await request(transport, { method: 'POST', path });
    if (!answer.ok && answer.error.status !== 401) return answer;
    end();
    return { ok: true, value: undefined };
  };

  return {
    session,
    away,
    refresh,
    /** Asks at once if it was waiting to. */
    knockNow: () => knock.now(),
    close: () => {
      knock.reset();
      asksAgain.stop();
    },
    over,
    /** The page is looked at again: another person may have signed in from another tab meanwhile. */
    lookAgain: () => void (session() === null && void refresh()),
    /** Sends a six-digit code, if the address belongs to a person; the answer is the same if it does not. */
    askForCode: (email: string) => request(transport, { method: 'POST', path: '/api/sign-in/code', body: { email } }),
    /** `shared`: the computer is not the person's own, so that nothing may stay on it. */
    signIn: (email: string, code: string, shared: boolean) => enter('/api/sign-in', { email, code, shared }),
    /** Whose hub this is, null where it has no name; and whether its emails leave. */
    hubName: () => request<{ name: string | null; leaves?: boolean }>(transport, { method: 'GET', path: '/api/sign-in/hub' }),
    demoPeople: () => request<{ people: readonly DemoPerson[] }>(transport, { method: 'GET', path: '/api/sign-in/demo' }),
    signInAs: (person: string) => enter('/api/sign-in/demo', { person }),
    signOut: () => leave('/api/sign-out'),
    signOutEverywhere: () => leave('/api/sign-out/everywhere'),
  };
}

/** Says the same of the same person. */
export const sameSession = (a: Session | null | undefined, b: Session | null | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

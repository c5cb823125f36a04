import type { CommandId } from '@alongside/domain/kernel/brand.js';
import type { Envelope } from '@alongside/domain/protocol/messages.js';
import { uuidv7 } from 'uuidv7';
import { RULES, type Rules } from './rules.js';
import { BUILT_WITH, type BuiltWith } from './versions.js';

/** A list that would be longer is cut, and says so: screens page or search instead. */
export const LIST_LIMIT_ROWS = 5_000;

/** How much is asked for at once, and how much is held. */
export interface Limits {
  /** How many ids one request may carry; more are asked for in several. */
  readonly idsRows: number;
  readonly pageRows: number;
  readonly listRows: number;
  /** Rows and lists that no screen shows are held up to so many, so that going back is instant. */
  readonly idleRows: number;
  readonly idleLists: number;
  /** So many rows are kept in step by themselves before those that no screen shows are let go. */
  readonly keptRows: number;
}
export const LIMITS: Limits = { idsRows: 100, pageRows: 1_000, listRows: LIST_LIMIT_ROWS, idleRows: 5_000, idleLists: 60, keptRows: 1_500 };

/** Tells the time, and runs something later. */
export interface Clock {
  readonly now: () => Date;
  /** Runs once after so many milliseconds. Answers how to give that up. */
  readonly after: (waitMs: number, run: () => void) => () => void;
}

/** The browser's own word on the network: a socket takes half a minute to notice. */
export interface Network {
  readonly online: () => boolean;
  /** Told of each change. Answers how to stop listening. */
  readonly onChange: (told: (online: boolean) => void) => () => void;
}

/** Whether a person looks at this page. */
interface Attention {
  /** Told each time that the page is looked at again. Answers how to stop listening. */
  readonly onBack: (told: () => void) => () => void;
  /** The page is on the screen, and not behind another tab. */
  readonly visible: () => boolean;
}

/** Where commands stay until they are answered. */
interface Keeping {
  /** Settles once a command is kept: its screen may go on without the hub’s word. Rejects where it cannot be kept. */
  readonly keep: (envelope: Envelope) => Promise<void>;
  /** It was answered, or its owner gave it up. */
  readonly letGo: (command: CommandId) => void;
}

/** What a replica takes from around it, beside the line to the hub (`transport.ts`). A simulation brings its own. */
export interface Ports {
  readonly clock: Clock;
  readonly keeping: Keeping;
  readonly network: Network;
  readonly attention: Attention;
  /** An id that nobody else has; ids sort by the moment of their making. */
  readonly newId: () => string;
  /** From 0 up to, not including, 1: spreads those who try again. */
  readonly random: () => number;
  readonly limits: Limits;
  readonly rules: Rules;
  readonly builtWith: BuiltWith;
}

const clock: Clock = {
  now: () => new Date(),
  after: (waitMs, run) => {
    const timer = setTimeout(run, waitMs);
    return () => clearTimeout(timer);
  },
};

const network: Network = {
  online: () => navigator.onLine,
  onChange: (told) => {
    const [on, off] = [() => told(true), () => told(false)];
    addEventListener('online', on);
    addEventListener('offline', off);
    return () => {
      removeEventListener('online', on);
      removeEventListener('offline', off);
    };
  },
};

const attention: Attention = {
  onBack: (told) => {
    const seen = () => void (attention.visible() && told());
    // Another window of the same screen hides nothing: there only the focus tells.
    addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  },
  visible: () => document.visibilityState === 'visible',
};

/** Memory, for now (0017): taken at once, and gone with the tab. */
const MEMORY: Keeping = { keep: () => Promise.resolve(), letGo: () => undefined };

/** The ports of a browser. */
export const BROWSER: Ports = {
  clock,
  keeping: MEMORY,
  network,
  attention,
  newId: uuidv7,
  random: () => Math.random(),
  limits: LIMITS,
  rules: RULES,
  builtWith: BUILT_WITH,
};

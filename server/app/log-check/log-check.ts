import { join } from 'node:path';
import type { StreamId } from '@alongside/domain/kernel/brand.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { DISK_STEPS, NEXT_STEPS, sayFinding, saySpoilt, SPOILT_STEPS, type CheckReport } from '../../event-store/findings.js';
import { LogNotChecked } from '../../event-store/not-checked.js';
import { LogChain } from '../../event-store/log-chain.js';
import type { Clock } from '../clock.js';
import { failureFields, type Logger } from '../logger.js';
import { foldOn } from './fold-on.js';
import { forgetVerdict, VERDICT_FILE, verdictOf, writeVerdict, type Verdict } from './verdict-file.js';
import { writeWitness } from './witness-file.js';

/** A hub begins to check its log so long after its start, when the first people have been served. */
export const CHECK_AFTER_START_MS = 5_000;
/** The whole log is checked again this often. */
const CHECK_EVERY_MS = 24 * 3_600_000;
/** A check that could not be made, as on a disk that is full or cannot be read, is made again so soon, then half as often. */
const CHECK_AGAIN_MS = 60_000;
const CHECK_AGAIN_LIMIT_MS = 60 * 60_000;
/** The head of the log is kept outside it this often: a tail that is cut is noticed but for the last minute. */
const WITNESS_EVERY_MS = 60_000;
/** Findings that are told on a screen; the rest are counted there and named by `npm run verify`. */
const TOLD_LIMIT_FINDINGS = 20;

/** How the log stands, as it is told to administrators. */
export interface LogCondition {
  /** `unknown`: the check itself failed, and is tried again. */
  readonly state: 'waiting' | 'checking' | 'sound' | 'damaged' | 'unknown';
  readonly checkedAt?: string;
  readonly events?: number;
  /** Sentences. */
  readonly findings: readonly string[];
  readonly more: number;
  readonly nextSteps: readonly string[];
  /** That what bears witness to the log was itself damaged, and what to do about that; absent where it was not. The log may be sound. */
  readonly doubt?: { readonly says: readonly string[]; readonly nextSteps: readonly string[] };
}

export interface LogCheckOptions {
  readonly store: Pick<EventStore, 'readAll'>;
  /** Checks the whole log beside everything else; undefined where it was ended. */
  readonly check: (signal: AbortSignal) => Promise<CheckReport | undefined>;
  /** The folder of this process, where it notes that it found damage. */
  readonly ownDir: string;
  /** Where this process keeps the newest head that it knows to be sound. */
  readonly witnessFile: string;
  /** Told of everybody whose deletion the log knows. */
  readonly onErased: (people: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly afterMs?: number;
}

/** Checks the log in the background, says what it found, and keeps the head of a sound one outside it. */
export class LogCheck {
  #condition: LogCondition = { state: 'waiting', findings: [], more: 0, nextSteps: [] };
  #damaged: ReadonlySet<string> = new Set();
  /** How many checks, one after the other, could not be made. */
  #failures = 0;
  /** What the last of them had found, that nothing is told of. */
  #suspected: ReadonlySet<string> = new Set();
  #chain: LogChain | undefined;
  #timer: NodeJS.Timeout | undefined;
  #minute: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  readonly #ended = new AbortController();

  constructor(private readonly options: LogCheckOptions) {}

  get condition(): LogCondition {
    return this.#condition;
  }

  /** Takes over what an earlier process found: damage stays damage until a check finds the log sound. */
  remember(verdict: Verdict | undefined): void {
    if (!verdict || this.#condition.state !== 'waiting') return;
    const { damaged, checkedAt, ...told } = verdict;
    this.#damaged = new Set(damaged);
    this.#condition = { state: 'damaged', ...(checkedAt && { checkedAt }), ...told, nextSteps: NEXT_STEPS };
  }

  /** Whether a check failed and so did the next: no failure of a moment, and nobody knows how the log stands. */
  get cannotBeMade(): boolean {
    return this.#failures > 1;
  }

  /** Whether something of a stream is not as it was written, as far as is known. */
  isDamaged(stream: StreamId): boolean {
    return this.#damaged.has(stream);
  }

  start(): void {
    this.#timer = setTimeout(() => this.#begin(), this.options.afterMs ?? CHECK_AFTER_START_MS).unref();
    this.#minute = setInterval(() => this.#inTurn(() => this.#goOn()), WITNESS_EVERY_MS).unref();
  }

  /** Settles once the check that is due, or under way, is done. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Ends what is under way. The head of a sound log is kept once more. */
  async close(): Promise<void> {
    if (this.#ended.signal.aborted) return;
    clearTimeout(this.#timer);
    clearInterval(this.#minute);
    this.#ended.abort();
    this.#inTurn(() => this.#goOn());
    await this.#work;
  }

  /** Checks the whole log now. */
  now(): Promise<void> {
    this.#inTurn(() => this.#check());
    return this.#work;
  }

  #begin(): void {
    this.#timer = setTimeout(() => this.#begin(), CHECK_EVERY_MS).unref();
    void this.now();
  }

  #inTurn(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#failures += 1;
      this.#say('unknown');
      this.options.logger.error('The log could not be checked. The hub tries again.', failureFields(error));
      this.#suspect(error instanceof LogNotChecked ? error.report : undefined);
      clearTimeout(this.#timer);
      const againMs = Math.min(CHECK_AGAIN_MS * 2 ** (this.#failures - 1), CHECK_AGAIN_LIMIT_MS);
      if (!this.#ended.signal.aborted) this.#timer = setTimeout(() => this.#begin(), againMs).unref();
    });
  }

  /** Whether anything is known to be damaged, also where the last check did not come to its end. */
  get knowsOfDamage(): boolean {
    return this.#condition.state === 'damaged' || this.#damaged.size > 0;
  }

  /** What is known to be damaged is said to be so until a check finds otherwise. */
  #say(state: 'checking' | 'unknown'): void {
    if (this.#condition.state !== 'damaged') this.#condition = { ...this.#condition, state };
  }

  /** What two checks in a row found before they failed is closed: a disk with a bad sector may never give a whole one. */
  #suspect(report: CheckReport | undefined): void {
    // That a key is gone without a word may stand in what was not read.
    const keyless = new Set(report?.findings.map(({ kind, stream }) => (kind === 'keyless' ? stream : undefined)));
    const found = new Set(report?.damaged.filter((stream) => !keyless.has(stream)));
    const again = [...found].filter((stream) => this.#suspected.has(stream) && !this.#damaged.has(stream));
    this.#suspected = found;
    if (again.length === 0) return;
    this.#damaged = new Set([...this.#damaged, ...again]);
    this.#condition = withClosed(this.#condition, report, again);
    this.options.logger.error('Found twice in a log that cannot be read whole: nothing more is decided on these.', {
      streams: again.join(', '),
    });
  }

  async #check(): Promise<void> {
    const { check, clock, logger, onErased } = this.options;
    if (this.#ended.signal.aborted) return;
    this.#say('checking');
    const report = await check(this.#ended.signal);
    if (!report) return;
    this.#failures = 0;
    this.#suspected = new Set();
    this.#damaged = new Set(report.damaged);
    this.#condition = conditionOf(report, clock.now());
    await this.#note(report);
    await onErased(report.erased);
    for (const words of this.#condition.doubt?.says ?? []) logger.warn('What was noted of the log is damaged.', { finding: words });
    if (report.sound) {
      this.#chain = new LogChain(report.witness);
      return this.#keep();
    }
    // What it knew of the log before stays as it is: it is what the damage is measured by.
    this.#chain = undefined;
    for (const words of this.#condition.findings) logger.error('The log is damaged.', { finding: words });
    for (const words of NEXT_STEPS) logger.error('What to do about the damaged log.', { step: words });
  }

  /** For the next start, which else would serve for seconds as if nothing were known. A disk that takes no note is told of by itself. */
  async #note(report: CheckReport): Promise<void> {
    const { ownDir, clock, logger } = this.options;
    try {
      if (report.sound) await forgetVerdict(ownDir);
      else await writeVerdict(join(ownDir, VERDICT_FILE), verdictOf(report, clock.now(), TOLD_LIMIT_FINDINGS));
    } catch (error) {
      logger.error('What the check of the log found could not be noted for the next start.', failureFields(error));
    }
  }

  /** Folds what came since, and keeps the head. Where that fails, the log is checked; a check that is due already is not put off. */
  async #goOn(): Promise<void> {
    try {
      await this.#foldOn();
    } catch (error) {
      if (this.#failures === 0) throw error;
    }
  }

  async #foldOn(): Promise<void> {
    const chain = this.#chain;
    if (!chain) return;
    if (await foldOn(chain, this.options.store)) await this.#keep();
  }

  async #keep(): Promise<void> {
    const witness = this.#chain?.witness();
    if (witness) await writeWitness(this.options.witnessFile, witness);
  }
}

const conditionOf = ({ sound, events, findings, more, spoilt }: CheckReport, checkedAt: string): LogCondition => ({
  state: sound ? 'sound' : 'damaged',
  checkedAt,
  events,
  findings: findings.slice(0, TOLD_LIMIT_FINDINGS).map(sayFinding),
  more: more + Math.max(0, findings.length - TOLD_LIMIT_FINDINGS),
  nextSteps: sound ? [] : NEXT_STEPS,
  ...(spoilt.length > 0 && { doubt: { says: spoilt.map(saySpoilt), nextSteps: SPOILT_STEPS } }),
});

/** What was said before, with what is closed since: nothing else tells people why they are refused there. */
function withClosed(before: LogCondition, report: CheckReport | undefined, closed: readonly string[]): LogCondition {
  const found = (report?.findings ?? []).filter(({ stream }) => stream !== undefined && closed.includes(stream));
  const findings = [...new Set([...before.findings, ...found.map(sayFinding)])];
  return {
    ...before,
    findings: findings.slice(0, TOLD_LIMIT_FINDINGS),
    more: before.more + Math.max(0, findings.length - TOLD_LIMIT_FINDINGS),
    nextSteps: before.nextSteps.length > 0 ? before.nextSteps : DISK_STEPS,
  };
}

import { seeded } from '@alongside/domain/testing/seeded.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { offeredTo } from './offered.testing.js';
import { asha, ben, PAIR, PairWorld, type Said, type Screen } from './pair-world.testing.js';
import { lostUnseen, SAYS, undoesUnseen, type Decided } from './truths.testing.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';

/** How many histories of a pair are tried, and how many commands each has. `npm run prove -- two-at-once` tries more. */
const HISTORIES = Number(process.env['PAIR_HISTORIES'] ?? 4);
const COMMANDS = 40;
/** What one history does that is wrong: none, where all is well. */
type Wrong = readonly unknown[];

interface Given {
  readonly by: PersonId;
  readonly said: Said;
  readonly id: string;
  readonly answer: Answer;
}

/** Two people act on what each has last seen, which may be long ago, and send some commands again. */
class History {
  readonly #random: ReturnType<typeof seeded>;
  readonly #screens = new Map<PersonId, Screen>();
  readonly #accepted: Given[] = [];
  readonly wrong: unknown[] = [];
  #ids = 0;

  constructor(
    private readonly world: PairWorld,
    random: ReturnType<typeof seeded>,
  ) {
    this.#random = random;
  }

  async run(): Promise<Wrong> {
    for (let step = 0; step < COMMANDS; step += 1) {
      const { below, pick } = this.#random;
      this.world.now = plusMinutes(this.world.now, 1 + below(600));
      const me = pick([asha, ben]);
      if (below(3) === 0 || !this.#screens.has(me)) this.#screens.set(me, this.world.state);
      if (below(10) === 0) this.world.restart();
      await this.#act(me);
      if (below(4) === 0 && this.#accepted.length > 0) await this.#again(pick(this.#accepted));
    }
    return this.wrong;
  }

  readonly #newId = () => `n${(this.#ids += 1)}`;

  async #act(me: PersonId): Promise<void> {
    const screen = this.#screens.get(me) as Screen;
    const { now, state: before } = this.world;
    const offered = offeredTo({ me, screen, now, random: this.#random, newId: this.#newId });
    if (offered.length === 0) return void this.#screens.set(me, before);
    const said = this.#random.pick(offered);
    const id = this.#newId();
    const { appended } = this.world;
    const answer = await this.world.give(me, said, id);
    if (answer.outcome === 'rejected') return this.#refused({ by: me, said, now, state: before }, answer.code, screen === before);
    const lost = lostUnseen(before, this.world.state, { by: me, screen });
    if (lost.length > 0) this.wrong.push({ lost, by: me, said });
    if (undoesUnseen(said, before, screen)) this.wrong.push({ undone: said, by: me });
    const given = { by: me, said, id, answer };
    // What changed nothing left nothing to know it by: another process decides it anew (0032).
    if (this.world.appended > appended) this.#accepted.push(given);
    await this.#again(given);
  }

  #refused(decided: Decided, code: string, upToDate: boolean): void {
    const isTrue = (SAYS as Readonly<Record<string, (decided: Decided) => boolean>>)[code];
    if (!isTrue?.(decided)) this.wrong.push({ untrue: code, by: decided.by, said: decided.said });
    // Times pass while a screen is open; everything else that it offers can be done.
    if (upToDate) this.wrong.push({ offeredInVain: code, by: decided.by, said: decided.said });
  }

  /** The same again is answered as before, and other content under its id is refused. Neither adds anything. */
  async #again({ by, said, id, answer }: Given): Promise<void> {
    const before = this.world.appended;
    const same = await this.world.give(by, said, id);
    if (same.outcome !== 'accepted' || same.position !== (answer as { position: string }).position)
      this.wrong.push({ repeated: said, by, answer, same });
    const other = await this.world.give(by, otherwise(said), id);
    if (other.outcome !== 'rejected' || other.code !== 'COMMAND.REPEATED_OTHERWISE') this.wrong.push({ otherwise: said, by, other });
    if (this.world.appended !== before) this.wrong.push({ twice: said, by });
  }
}

const OF_GOALS = /Goal|Step|Progress|Feedback/;

/** Other content for the same stream. */
function otherwise({ type, data }: Said): Said {
  const { meeting } = data;
  if (meeting !== undefined) return { type: 'SaveNotes', data: { meeting, edition: 99, text: 'Other words' } };
  if (OF_GOALS.test(type)) return { type: 'GiveFeedback', data: { mentorship: PAIR, feedback: 'other', saw: 'Other words', nextStep: '' } };
  return { type: 'EndMentorship', data: { mentorship: PAIR, reason: 'Other words', wantsAnother: true } };
}

describe('two people who act at once on one pair', () => {
  test(`are refused only what is so, lose nothing of each other, and may send everything twice (${HISTORIES} histories)`, async () => {
    const random = seeded();
    for (let history = 0; history < HISTORIES; history += 1) {
      const wrong = await new History(await PairWorld.begin(), random).run();
      expect({ history, wrong }).toEqual({ history, wrong: [] });
    }
  });
});

import { Unreachable, type Ask, type Reply } from '../../client/replica/transport.js';
import { copyOf, travelMs, type LineParts } from './weather.testing.js';

/** The requests of one tab: lost, late, doubled, out of order, or met by a hub that is unwell. */
export class SimRequests {
  #cuts = 0;

  constructor(private readonly parts: LineParts) {}

  /** What is under way does not arrive. */
  cut(): void {
    this.#cuts += 1;
  }

  async ask(ask: Ask): Promise<Reply> {
    const { time, chance, hub, trace, name, place, weather, arrived } = this.parts;
    // A browser adds the cookie when it sends, and keeps a new one when the answer arrives.
    const { cookie } = place;
    const sent = copyOf({ ...ask, signal: undefined });
    const cuts = this.#cuts;
    trace.say(name, 'asks', ask.method, ask.path, ask.headers ?? '', ask.body ?? '');
    await this.#carry(ask.path, cuts);
    if (mayComeTwice(ask) && chance.percent(weather.twicePercent)) time.after(travelMs(this.parts), () => void hub.answer(sent, cookie));
    const answered = chance.percent(weather.failsPercent) ? { reply: UNWELL } : await hub.answer(sent, cookie);
    const reply = copyOf(answered.reply);
    await this.#carry(ask.path, cuts);
    if ('cookie' in answered && answered.cookie !== undefined) place.cookie = answered.cookie ?? undefined;
    trace.say(name, 'is answered', ask.path, reply);
    arrived();
    return reply;
  }

  async #carry(path: string, cuts: number): Promise<void> {
    const { time, chance, trace, name, place, weather } = this.parts;
    await time.sleep(travelMs(this.parts));
    if (place.online && this.#cuts === cuts && !chance.percent(weather.lostPercent)) return;
    await time.sleep(chance.between(100, 3_000));
    trace.say(name, 'hears nothing of', path);
    throw new Unreachable('Lost on the way.');
  }
}

const UNWELL: Reply = { status: 503, body: undefined };

/** What a hub must bear twice. */
const mayComeTwice = ({ method, path }: Ask): boolean => method === 'GET' || path === '/api/commands';

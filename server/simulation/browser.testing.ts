import { createEffect, createRoot } from 'solid-js';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { allViews } from '@alongside/projections/views/index.js';
import { LIMITS, type Ports } from '../../client/replica/ports.js';
import { createReplica, type Replica } from '../../client/replica/replica.js';
import type { Rules } from '../../client/replica/rules.js';
import type { ListOrder } from '../../client/replica/lists.js';
import type { Ask, Reply, Transport } from '../../client/replica/transport.js';
import { SimLive } from './sim-live.testing.js';
import { SimRequests } from './sim-requests.testing.js';
import type { LineParts, Place } from './weather.testing.js';

/** Small, so that lists have pages and ids take several requests. */
/** As the build puts it in. */
const BUILT_WITH = { protocol: PROTOCOL_VERSION, views: Object.fromEntries(allViews.map(({ name, version }) => [name, version])) };
const SMALL = { ...LIMITS, idsRows: 2, pageRows: 3, idleRows: 15, idleLists: 2, keptRows: 6 };

/** What a screen asks for: one row, or the rows whose fields equal these. */
/** How many more rows of a list a screen asks for. */
const MORE_ROWS = 2;

export type Wanted =
  | { readonly view: string; readonly id: string }
  | { readonly view: string; readonly where: Readonly<Record<string, string>>; readonly order?: ListOrder };

/** Something that a screen shows, from when it was opened until it is closed. */
export interface Screen {
  readonly wanted: Wanted;
  readonly shown: () => readonly unknown[];
  readonly loading: () => boolean;
  /** The rest of a list that is shown in part. */
  readonly hasMore: () => boolean;
  readonly more: () => void;
  readonly close: () => void;
}

/** One command that was said here, and what became of it. */
export interface SaidHere {
  readonly commandId: string;
  readonly by: string;
  outcome: 'unanswered' | 'accepted' | 'rejected' | 'cleared';
  answers: number;
}

/** One tab: a replica of its own, and the screens that are open in it. */
export class Tab {
  readonly replica: Replica;
  readonly said: SaidHere[] = [];
  /** How new the rows were that were shown last to the person who is here. */
  readonly latest = new Map<string, Position>();
  /** Each time that it became whose an answer named, after a newer answer had named another ([RP15]). */
  readonly wentBack: string[] = [];
  /** How often the hub was asked who is signed in, and the latest of these that it has answered. */
  #asked = 0;
  #told = 0;
  readonly #requests: SimRequests;
  readonly #network = new Set<(online: boolean) => void>();
  readonly #lookers = new Set<() => void>();
  #live: SimLive | undefined;
  #screens: Screen[] = [];
  #ends: () => void;

  constructor(
    readonly name: string,
    private readonly parts: LineParts,
    given: Pick<Ports, 'newId'> & { readonly rules: Rules },
    begins: (tab: Tab) => void,
  ) {
    this.#requests = new SimRequests(parts);
    const transport: Transport = {
      ask: (ask) => (ask.path === '/api/session' ? this.#askWho(ask) : this.#requests.ask(ask)),
      live: (handlers, person) => (this.#live = new SimLive(parts, handlers, person)),
    };
    this.replica = createReplica(transport, {
      clock: parts.time,
      network: {
        online: () => parts.place.online,
        onChange: (told) => {
          this.#network.add(told);
          return () => this.#network.delete(told);
        },
      },
      attention: {
        onBack: (told) => {
          this.#lookers.add(told);
          return () => this.#lookers.delete(told);
        },
        visible: () => true,
      },
      random: parts.chance.number,
      limits: SMALL,
      builtWith: BUILT_WITH,
      ...given,
    });
    // As the app does it: the screens of the user before are taken down.
    this.#ends = createRoot((dispose) => {
      createEffect(() => {
        const person = this.replica.session()?.person;
        parts.trace.say(name, 'is for', person ?? 'nobody');
        if (person !== undefined) return void parts.time.after(0, () => begins(this));
        this.closeScreens();
        this.latest.clear();
      });
      return dispose;
    });
    void this.replica.refresh();
  }

  async #askWho(ask: Ask): Promise<Reply> {
    const turn = (this.#asked += 1);
    const reply = await this.#requests.ask(ask);
    if (reply.status !== 200 && reply.status !== 401) return reply;
    if (turn > this.#told) this.#told = turn;
    else this.#noteWhere(reply.status === 200 ? (reply.body as { person: string }).person : undefined);
    return reply;
  }

  /** Looks again once the replica has taken an older answer in, or left it aside. */
  #noteWhere(named: string | undefined): void {
    const { person: before } = this;
    const told = this.#told;
    this.parts.time.after(0, () => {
      if (named === before || this.person !== named || this.#told !== told) return;
      this.wentBack.push(`${this.name} was for ${before ?? 'nobody'}, and is for ${named ?? 'nobody'} again by an older answer`);
    });
  }

  get person(): string | undefined {
    return this.replica.session()?.person;
  }

  get screens(): readonly Screen[] {
    return this.#screens;
  }

  open(wanted: Wanted): void {
    this.parts.trace.say(this.name, 'opens', wanted);
    const screen = createRoot((dispose): Screen => {
      if ('id' in wanted) {
        const row = this.replica.createView<unknown>(wanted.view, () => wanted.id);
        const shown = () => (row() === undefined ? [] : [row()]);
        return { wanted, shown, loading: () => row.loading, hasMore: () => false, more: () => undefined, close: dispose };
      }
      const { view, where, order } = wanted;
      const rows = order
        ? this.replica.createRows<unknown>(
            view,
            () => where,
            () => order,
          )
        : this.replica.createRows<unknown>(view, () => where);
      const of = { shown: () => rows(), loading: () => rows.loading, hasMore: () => rows.hasMore };
      return { wanted, ...of, more: () => rows.more(MORE_ROWS), close: dispose };
    });
    this.#screens.push(screen);
  }

  closeScreen(screen: Screen): void {
    this.parts.trace.say(this.name, 'closes', screen.wanted);
    this.#screens = this.#screens.filter((one) => one !== screen);
    screen.close();
  }

  closeScreens(): void {
    for (const screen of this.#screens) screen.close();
    this.#screens = [];
  }

  say<Type extends CommandType>(type: Type, data: DataOf<Type>): void {
    const by = this.person;
    if (by === undefined) return;
    const { commandId, answer: answered } = this.replica.outbox.dispatch(type, data);
    const said: SaidHere = { commandId, by, outcome: 'unanswered', answers: 0 };
    this.said.push(said);
    this.parts.trace.say(this.name, 'says', type, data, commandId);
    void answered.then((answer) => {
      said.answers += 1;
      said.outcome = answer.outcome === 'rejected' && answer.code === 'SESSION.ENDED' ? 'cleared' : answer.outcome;
      this.parts.trace.say(this.name, 'is told', answer);
    });
  }

  /** The live line breaks. */
  breakLine(): void {
    this.#live?.break();
  }

  /** Its person comes back to this tab. */
  lookedAt(): void {
    for (const told of this.#lookers) told();
  }

  /** The browser's network is gone, or back. */
  networkChanged(online: boolean): void {
    if (!online) {
      this.#requests.cut();
      this.#live?.break();
    }
    for (const told of this.#network) told(online);
  }

  close(): void {
    this.closeScreens();
    this.#ends();
    this.replica.close();
  }
}

/** One browser: its tabs share one cookie and one network. */
export interface Browser {
  readonly name: string;
  readonly place: Place;
  readonly tabs: Tab[];
}

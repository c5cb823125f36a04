import { randomBytes } from 'node:crypto';
import type { Goals } from '@alongside/domain/development/goals.decider.js';
import type { PairStatus } from '@alongside/domain/mentorships/states.js';
import { actorWith } from '@alongside/domain/policies/actor.js';
import type { CommandId, InstitutionId, Instant, MentorshipId, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB, type Command } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { agendaAfter, agendaOf, type WordedItem } from '@alongside/domain/meetings/meeting.agenda-words.js';
import type { MeetingFacts } from '@alongside/domain/meetings/meeting.facts.js';
import type { Meeting } from '@alongside/domain/meetings/meeting.state.js';
import type { MentorshipFacts } from '@alongside/domain/mentorships/mentorship.facts.js';
import type { Mentorship, Started } from '@alongside/domain/mentorships/mentorship.state.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { aggregates, checkEvent, eventShapeOf, parseEvent, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { PLAIN_CALENDAR } from '@alongside/domain/uk/school-days.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { asParticipants } from '@alongside/domain/mentorships/participants.js';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.js';
import { Keyring } from '../../privacy/keyring.js';
import { SealedLog } from '../../privacy/sealed-log.js';
import { Dispatcher } from '../dispatcher.js';
import { hubRules } from '../hub-rules.js';
import type { Gathered, Rules } from '../rules.js';

export const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
export const PAIR = 'm1' as MentorshipId;
const STARTED_AT = '2026-03-02T09:00:00.000Z' as Instant;

/** All that the two can see of their mentorship at one moment. Never changed in place: who looks away keeps what they saw. */
export interface Screen {
  readonly mentorship: Started;
  readonly goals: Goals;
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** The text of each meeting's notes. */
  readonly notes: ReadonlyMap<string, string>;
  /** Each meeting's agenda and place, in words: its state knows neither. */
  readonly agendas: ReadonlyMap<string, readonly WordedItem[]>;
  readonly places: ReadonlyMap<string, string>;
  readonly endedAt: Instant | null;
}

export interface Said {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const statusOf = ({ over, paused, agreed }: Started): PairStatus =>
  over ? (over.how === 'completed' ? 'completed' : 'ended') : paused ? 'paused' : agreed ? 'active' : 'trial';

/** One pair in a log in memory, behind the real dispatcher, policies and rules. */
export class PairWorld {
  now: Instant = STARTED_AT;
  /** What is so now. */
  state: Screen;
  /** Events that were appended, of every stream. */
  appended = 0;
  readonly #read = new Map<StreamId, number>();

  private constructor(
    private readonly log: SealedLog<AnyEvent>,
    private readonly dispatcherOf: (rules: Rules, world: PairWorld) => Dispatcher<AnyEvent>,
  ) {
    this.state = {
      ...{ mentorship: undefined as unknown as Started, goals: aggregates.goals.decider.initial },
      ...{ meetings: new Map(), notes: new Map(), agendas: new Map(), places: new Map(), endedAt: null },
    };
    this.#dispatcher = this.another();
  }
  #dispatcher: Dispatcher<AnyEvent>;

  static async begin(): Promise<PairWorld> {
    const store = new MemoryEventStore();
    const master = { bytes: randomBytes(32), fingerprint: 'spec', made: false };
    const keyring = new Keyring(store, master, () => STARTED_AT);
    const log = new SealedLog<AnyEvent>(store, keyring, { shapeOf: eventShapeOf, parse: parseEvent, check: checkEvent });
    // Facts come from the world's own fold: there are no views that could be behind.
    const source = { look: undefined as unknown as HubReader, caughtUp: async () => true, through: () => undefined };
    const world = new PairWorld(log, (rules, { clock }) => new Dispatcher<AnyEvent>(log, source, rules, clock, () => ''));
    await world.give(
      HUB,
      { type: 'StartMentorship', data: { mentorship: PAIR, mentor: asha, mentee: ben, request: null, aims: [] } },
      'start',
    );
    return world;
  }

  /** A process that has nothing in memory, as after a restart. */
  restart(): void {
    this.#dispatcher = this.another();
  }

  async give(by: PersonId, { type, data }: Said, commandId: string): Promise<Answer> {
    const answer = await this.#dispatcher.dispatch({ commandId: commandId as CommandId, type, stampedAt: this.now, data }, by);
    const { meeting } = data as { readonly meeting?: string };
    for (const stream of [`mentorship-${PAIR}`, `goals-${PAIR}`, ...(meeting ? [`meeting-${meeting}`] : [])])
      await this.#fold(stream as StreamId);
    return answer;
  }

  get clock() {
    return { now: () => this.now };
  }

  /** One more process on the same log. */
  another(): Dispatcher<AnyEvent> {
    const rules: Rules = {
      aggregateOf: hubRules.aggregateOf,
      actorOf: (person) => actorWith(person, { mentorships: [PAIR] }),
      gather: ({ category }, command) => this.#gathered(category, command),
    };
    return this.dispatcherOf(rules, this);
  }

  #gathered(category: string, command: Command): Gathered {
    const { mentorship, endedAt, meetings } = this.state;
    const pair = mentorship ? { participants: asParticipants({ mentor: asha, mentee: ben }), status: statusOf(mentorship) } : null;
    const facts: Record<string, unknown> = {
      mentorship: {
        ...{ inReportingLine: false, mayHelp: true, writtenToday: 0, silent: false, menteeAt: [], managesMentee: false, mayHear: null },
        time: { calendar: PLAIN_CALENDAR, windowDays: 5 },
      } satisfies MentorshipFacts,
      goals: { pair },
      meeting: {
        ...{ pair, startedAt: STARTED_AT, endedAt, clashes: false, metAlready: false, recordedTwice: false, waiting: [] },
        suggestedAlready: command.type === 'ProposeMeeting' && [...meetings.values()].some(({ status }) => status === 'proposed'),
      } satisfies MeetingFacts,
    };
    return { facts: facts[category], institutions: [] as InstitutionId[] };
  }

  async #fold(stream: StreamId): Promise<void> {
    const from = this.#read.get(stream) ?? 0;
    const events = await this.log.readStream(stream, from);
    this.#read.set(stream, from + events.length);
    this.appended += events.length;
    for (const event of events) this.state = after(this.state, event);
  }
}

function after(before: Screen, event: Recorded<AnyEvent>): Screen {
  const [category, id = ''] = [event.stream.split('-')[0], event.stream.slice(event.stream.indexOf('-') + 1)];
  switch (category) {
    case 'mentorship': {
      const mentorship = aggregates.mentorship.decider.evolve(
        (before.mentorship ?? { kind: 'none' }) as Mentorship,
        event as never,
      ) as Started;
      return { ...before, mentorship, endedAt: mentorship.over ? (before.endedAt ?? event.at) : null };
    }
    case 'goals':
      return { ...before, goals: aggregates.goals.decider.evolve(before.goals, event as never) };
    default: {
      const meeting = aggregates.meeting.decider.evolve(before.meetings.get(id) ?? { status: 'none' }, event as never);
      return { ...before, ...worded(before, id, event), meetings: new Map(before.meetings).set(id, meeting) };
    }
  }
}

/** What the two wrote of a meeting, as its page shows it. */
function worded({ notes, agendas, places }: Screen, id: string, event: Recorded<AnyEvent>): Partial<Screen> {
  switch (event.type) {
    case 'NotesSaved':
      return { notes: new Map(notes).set(id, event.data.text) };
    case 'AgendaSet': {
      const agenda = agendaAfter(event.data, agendaOf(event.data), agendas.get(id) ?? [], ({ item }) => item.id);
      return { agendas: new Map(agendas).set(id, agenda) };
    }
    case 'MeetingProposed':
    case 'MeetingBooked':
      return event.data.samePlace ? {} : { places: new Map(places).set(id, event.data.place) };
    case 'MeetingPlaceSet':
      return { places: new Map(places).set(id, event.data.place) };
    default:
      return {};
  }
}

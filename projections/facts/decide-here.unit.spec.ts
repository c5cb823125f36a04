import type { Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Command, Event } from '@alongside/domain/kernel/decider.js';
import type { Result } from '@alongside/domain/kernel/result.js';
import { principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { aggregateOf, aggregates, type AnyAggregate, type Category } from '@alongside/domain/protocol/registry.js';
import { dayOf, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { MapRows } from '../engine/map-rows.js';
import { NotHeld } from '../engine/predict.js';
import { tell } from '../engine/tell.js';
import { commandsAtHand } from '../testing/commands-at-hand.js';
import { communityStory } from '../testing/community.js';
import { lookInto } from '../testing/look-into.js';
import { randomFor } from '../testing/seeded-random.js';
import { allViews, type HubReader } from '../views/index.js';
import { isPrivate } from '../views/private-rows.js';
import { decideHere } from './decide-here.js';
import { heldReader, type Holding } from './held-reader.js';
import { actorOf, gather } from './index.js';

const OFTEN = ['always', 'at times', 'never'] as const;
type Often = (typeof OFTEN)[number];

/** Of the commands that the hub accepts in this walk, those that a browser decides. A type may only move up. */
const DECIDED: Readonly<Record<Often, readonly string[]>> = {
  always: [
    'AchieveGoal',
    'AgreeAction',
    'AgreeGoal',
    'CancelMeeting',
    'CarryOnGoal',
    'ChangeGoalDay',
    'CloseMeeting',
    'CompleteMentorship',
    'DeclareExpertise',
    'DeclineCompletion',
    'DeclineTimes',
    'DescribeProfile',
    'DropAction',
    'ErasePerson',
    'ExcludePerson',
    'FinishAction',
    'GiveFeedback',
    'KeepAction',
    'LiftExclusion',
    'LinkAction',
    'LinkFeedback',
    'LinkGoal',
    'LinkReflection',
    'NoteAction',
    'OfferMentoring',
    'PauseMentoring',
    'PlanStep',
    'ProposeMeeting',
    'RateSkill',
    'RecordAttendance',
    'RecordPastMeeting',
    'RecordProgress',
    'ReopenAction',
    'ReopenStep',
    'ReviseReflection',
    'SaveNotes',
    'SetAgenda',
    'SetAims',
    'SetAvailability',
    'SetGoalAside',
    'SetMeetingPlace',
    'SetPreferences',
    'SetVisibility',
    'ShareReflection',
    'SuggestOtherTimes',
    'WithdrawCompletion',
    'WithdrawMentoring',
    'WriteReflection',
  ],
  'at times': [
    'CheckFit',
    'EndMentorship',
    'PauseMentorship',
    'ProposeAgreement',
    'ProposeCompletion',
    'RenamePerson',
    'ResumeMentorship',
    'ReviewAgreement',
    'SettleHandover',
    'SignAgreement',
  ],
  never: [
    'AskForHelp',
    'BookMeeting',
    'ChangeCapacity',
    'ChangeEmail',
    'ChooseTime',
    'DeclineClosing',
    'MarkHelpDone',
    'MoveMeeting',
    'ProposeClosing',
    'RemoveMember',
    'RequestMentoring',
    'SuggestMentors',
    'WriteMessage',
  ],
};

/** The hub in one process: its views and the states of its streams. */
class Hub {
  readonly tables = new Map(allViews.map(({ name }) => [name, new MapRows<unknown>()]));
  readonly states = new Map<string, unknown>();
  readonly look = lookInto(new Map([...this.tables].map(([name, { all }]) => [name, all])));

  happens(event: ReturnType<typeof communityStory>[number]): void {
    for (const view of allViews) tell(view, event, this.tables.get(view.name) as MapRows<unknown>);
    const aggregate = aggregates[event.stream.slice(0, event.stream.indexOf('-')) as Category] as unknown as AnyAggregate;
    this.states.set(event.stream, aggregate.decider.evolve(this.#stateOf(aggregate, event.stream), event));
  }

  decides(aggregate: AnyAggregate, command: Command): Result<readonly Event[], { readonly code: string }> {
    const { facts, idInUse } = gather(aggregate, command, this.look);
    const state = this.#stateOf(aggregate, aggregate.streamOf(command));
    const refuse = (code: string, field?: string) => ({ ok: false as const, error: { code, ...(field && { field }) } });
    if (!aggregate.policies[command.type]?.(actorOf(command.by, this.look), command, state, facts)) return refuse('COMMAND.NOT_ALLOWED');
    return idInUse === undefined ? aggregate.decider.decide(command, state, facts) : refuse('COMMAND.INVALID', idInUse);
  }

  /** All that a person is sent. */
  heldBy(person: string, made: ReadonlySet<string>): Holding {
    const principals = new Set<Principal>(principalsOf(actorOf(person as PersonId, this.look)));
    const held = new Map<string, ReadonlyMap<string, unknown>>();
    const rowsOf = (view: string) => {
      const known = held.get(view);
      if (known) return known;
      const all = [...(this.tables.get(view)?.all ?? [])];
      const sent = new Map(all.flatMap(([id, { audience, data }]) => (isPrivate(id) || !meets(audience, principals) ? [] : [[id, data]])));
      held.set(view, sent);
      return sent;
    };
    return { person: person as PersonId, rowsOf, made };
  }

  rowsOf = (view: string) =>
    [...(this.tables.get(view)?.all ?? [])].flatMap(([id, { data }]) => (isPrivate(id) ? [] : [data as Readonly<Record<string, unknown>>]));

  #stateOf({ decider }: AnyAggregate, stream: StreamId): unknown {
    return this.states.has(stream) ? this.states.get(stream) : decider.initial;
  }
}

/** A reader that is held to the hub: what it says, the hub says. */
function heldToHub(reader: HubReader, hub: HubReader, wrong: string[]): HubReader {
  const same = <T>(what: string, here: T, there: T): T => {
    if (JSON.stringify(here) !== JSON.stringify(there)) wrong.push(what);
    return here;
  };
  return {
    row: (view, id) => same(`${view} ${id}`, reader.row(view, id), hub.row(view, id)),
    rows: (view, where) => same(`${view} ${JSON.stringify(where)}`, reader.rows(view, where), hub.rows(view, where)),
  };
}

/** Reads every fact that is held. */
function readAll(facts: unknown): void {
  for (const name of Object.keys(facts ?? {})) {
    try {
      void (facts as Readonly<Record<string, unknown>>)[name];
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error;
    }
  }
}

/** How many commands of a type were given, and how many of them a browser decided: of all, and of those that the hub accepts and acts on. */
interface Count {
  all: number;
  here: number;
  accepted: number;
  acceptedHere: number;
}

/** A walk through the story stops at each so many events of a type: at each event it would take longer than all other specs of this package. */
const EACH_OF_A_TYPE = 4;
const SEED = 20_261_127;

/** All along the story, one command of each type by several people: decided by the hub, and by a browser of theirs. */
function decisions() {
  const hub = new Hub();
  const counts = new Map<string, Count>();
  const [otherwise, misread, unread] = [[] as unknown[], [] as string[], [] as string[]];
  const told = new Map<string, number>();
  let ids = 0;
  for (const event of communityStory()) {
    hub.happens(event);
    if (!hub.tables.get('mentorship')?.get('m1')) continue;
    const before = told.get(event.type) ?? 0;
    told.set(event.type, before + 1);
    if (before % EACH_OF_A_TYPE > 0) continue;
    // Each stop has chance of its own: what is added to the story elsewhere changes nothing here.
    const random = randomFor(`${event.type} ${before}`, SEED);
    for (const me of ['asha', 'ben', 'asha', 'ben', random.pick(['cleo', 'cora', 'dev', 'lea'])]) {
      const made = new Set<string>();
      const make = () => {
        const id = `made-${(ids += 1)}`;
        made.add(id);
        return id;
      };
      const now = plusMinutes(event.at, random.pick([1, 1, 60, 24 * 60, 14 * 24 * 60])) as Instant;
      const inHours = (hours: number) => plusMinutes(now, hours * 60);
      const holding = hub.heldBy(me, made);
      for (const { type, data } of commandsAtHand({ me, random, make, rows: hub.rowsOf, inHours })) {
        const aggregate = aggregateOf(type) as AnyAggregate;
        const read = aggregate.commands[type]?.safeParse(data);
        if (!read?.success) {
          unread.push(`${type}: ${JSON.stringify(data)}`);
          continue;
        }
        const command = { type, by: me as PersonId, at: now, on: dayOf(now), data: read.data } as Command;
        const [here, there] = [decideHere(aggregate, command, holding), hub.decides(aggregate, command)];
        const count = counts.get(type) ?? { all: 0, here: 0, accepted: 0, acceptedHere: 0 };
        counts.set(type, count);
        count.all += 1;
        count.here += here ? 1 : 0;
        if (there.ok && there.value.length > 0) {
          count.accepted += 1;
          count.acceptedHere += here ? 1 : 0;
        }
        if (here && JSON.stringify(here) !== JSON.stringify(there)) otherwise.push({ command, here, there });
        try {
          readAll(gather(aggregate, command, heldToHub(heldReader(holding), hub.look, misread)).facts);
        } catch (error) {
          if (!(error instanceof NotHeld)) throw error;
        }
      }
    }
  }
  return { counts, otherwise, misread, unread };
}

describe('what a browser decides before the hub', () => {
  const { counts, otherwise, misread, unread } = decisions();

  test('is about commands that the hub can read', () => {
    expect(unread.slice(0, 3)).toEqual([]);
  });

  test('is never other than what the hub decides: where it needs what is not held, it is not made', () => {
    expect(otherwise.slice(0, 3)).toEqual([]);
  });

  test('comes of facts that are those of the hub', () => {
    expect([...new Set(misread)].slice(0, 3)).toEqual([]);
  });

  test('is at least this much', () => {
    const sum = (of: keyof Count) => [...counts.values()].reduce((total, count) => total + count[of], 0);
    process.stdout.write(`decided here: ${sum('here')} of ${sum('all')} commands`);
    process.stdout.write(`, ${sum('acceptedHere')} of the ${sum('accepted')} that the hub accepts\n`);
    const often = ({ accepted, acceptedHere }: Count): Often =>
      acceptedHere === accepted ? 'always' : acceptedHere > 0 ? 'at times' : 'never';
    const accepted = [...counts].filter(([, count]) => count.accepted > 0);
    const typesThat = (word: Often) => accepted.flatMap(([type, count]) => (often(count) === word ? [type] : [])).toSorted();
    expect(Object.fromEntries(OFTEN.map((word) => [word, typesThat(word)]))).toEqual(DECIDED);
  });
});

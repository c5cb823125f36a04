import type { CommandId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Random } from '@alongside/domain/testing/event-store.samples.js';
import { UNDECIDED } from '../commands/dispatcher.js';
import { ask, send } from './hub-process.testing.js';

/** A command that a hub answered. */
export interface Acknowledged {
  /** Who sent it among those who send one after the other. */
  readonly sender: number;
  readonly by: PersonId;
  readonly commandId: CommandId;
  readonly type: string;
  readonly answer: Answer;
}

/** How often a sender looks whether a row has come. */
const LOOK_LIMIT_TIMES = 300;

/** The senders have been told to stop; each had its last command answered. */
class Stopped extends Error {}

/** Where the hub is for those who send: it dies and comes back elsewhere. */
export class Line {
  #address: Promise<string> | undefined;
  #waiting: ((address: string) => void)[] = [];

  /** Nobody answers, until `join`. */
  cut(): void {
    this.#address = undefined;
  }

  join(address: string): void {
    this.#address = Promise.resolve(address);
    for (const resolve of this.#waiting.splice(0)) resolve(address);
  }

  /** Settles once there is a person to send to. */
  address(): Promise<string> {
    return this.#address ?? new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** What a run of senders shares. */
export interface Traffic {
  readonly line: Line;
  readonly cookies: ReadonlyMap<PersonId, string>;
  readonly acknowledged: Acknowledged[];
  /** Heard after each acknowledgement. */
  heard: () => void;
  stopping: boolean;
}

/** A user who sends one command after the other, each until it is answered, as a browser's outbox does. */
class Sender {
  #count = 0;

  constructor(
    private readonly number: number,
    private readonly traffic: Traffic,
    readonly random: Random,
  ) {}

  id(kind: string): string {
    return `${kind}-${this.number}-${++this.#count}`;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  /** Whether the command was accepted. A hub that dies before it answers is asked again when it is back, with the same envelope. */
  async give(by: string, type: string, data: unknown): Promise<boolean> {
    const { traffic } = this;
    if (traffic.stopping) throw new Stopped();
    const envelope = { commandId: this.id('command') as CommandId, type, stampedAt: new Date().toISOString() as Instant, data };
    for (;;) {
      const answer = await this.#through((address) => send(address, this.#cookie(by), envelope));
      if (!answer || (answer.outcome === 'rejected' && UNDECIDED.has(answer.code))) continue;
      traffic.acknowledged.push({ sender: this.number, by: by as PersonId, commandId: envelope.commandId, type, answer });
      traffic.heard();
      return answer.outcome === 'accepted';
    }
  }

  /** Whether a user comes to see a row. */
  async sees(by: string, view: string, id: string): Promise<boolean> {
    for (let times = 0; times < LOOK_LIMIT_TIMES && !this.traffic.stopping; times += 1)
      if (await this.#through((address) => ask(address, `/api/views/${view}/${id}`, this.#cookie(by)))) return true;
    return false;
  }

  #cookie(by: string): string {
    return this.traffic.cookies.get(by as PersonId) ?? '';
  }

  async #through<T>(work: (address: string) => Promise<T>): Promise<T | undefined> {
    const address = await this.traffic.line.address();
    try {
      return await work(address);
    } catch {
      // Cut off: whether it was heard is not known.
      return undefined;
    }
  }
}

/** Whose hands a sender has. Mentors can also be asked by other senders' mentees. */
export interface Circle {
  readonly coordinator: string;
  readonly mentors: readonly string[];
  readonly mentees: readonly string[];
}

/** Keeps sending until the traffic stops: people come, ask, are answered, meet, change their minds and part. Settles once the last command is answered. */
export async function keepSending(number: number, traffic: Traffic, random: Random, circle: Circle): Promise<void> {
  const sender = new Sender(number, traffic, random);
  try {
    for (;;) {
      const chance = sender.random();
      if (chance < 0.2) await newcomer(sender, circle);
      else if (chance < 0.35) await mentorChanges(sender, circle);
      else await mentoring(sender, circle);
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

const among = <T>(sender: Sender, of: readonly T[]): T => of[sender.below(of.length)] as T;

async function newcomer(sender: Sender, { coordinator }: Circle): Promise<void> {
  const [person, institution] = [sender.id('person'), 'hillside'];
  const email = `${person}@hillside.example`;
  if (await sender.give(coordinator, 'InvitePerson', { person, name: `Name of ${person}`, email, institution }))
    await sender.give(coordinator, 'AddMember', { institution, person, from: '2026-01-05' });
}

async function mentorChanges(sender: Sender, { mentors }: Circle): Promise<void> {
  const person = among(sender, mentors);
  // Only what always changes something: mentors are shared by the senders, and two pauses at once are one event, which the check would miss.
  if (sender.random() < 0.5) await sender.give(person, 'RenamePerson', { person, name: sender.id('Name') });
  else
    await sender.give(person, 'DescribeProfile', {
      person,
      profile: { jobTitle: sender.id('Post'), about: '', phases: [], subjects: [], settings: [], roles: [] },
    });
}

const HOUR_MS = 3_600_000;

async function mentoring(sender: Sender, circle: Circle): Promise<void> {
  const [mentor, mentee] = [among(sender, circle.mentors), among(sender, circle.mentees)];
  const [request, mentorship] = [sender.id('request'), sender.id('mentorship')];
  const reserves = circle.mentors.filter((other) => other !== mentor).slice(0, 1);
  // Far enough ahead that no other meeting of this traffic is then.
  const time = { startsAt: new Date(Date.now() + (1 + sender.below(10_000)) * HOUR_MS).toISOString(), minutes: 15 };
  const asked = { mentor, mentee, request, reserves, note: 'May I learn from you?', aims: [], times: [time] };
  if (!(await sender.give(mentee, 'RequestMentoring', asked))) return;
  if (sender.random() < 0.2) return void (await sender.give(mentor, 'DeclineRequest', { mentor, request, reason: '' }));
  const first = sender.random() < 0.6 ? { first: { meeting: sender.id('meeting'), time, format: 'online' } } : {};
  if (!(await sender.give(mentor, 'AcceptRequest', { mentor, request, mentorship, ...first })))
    return void (await sender.give(mentee, 'WithdrawRequest', { mentor, request }));
  if (!(await sender.sees(mentee, 'mentorship', mentorship))) return;
  const terms = { purpose: '', frequency: 'weekly', minutes: 45, format: 'either', confidentiality: '', reviewOn: '2099-05-01' };
  const agreement = sender.id('agreement');
  await sender.give(mentor, 'ProposeAgreement', { mentorship, agreement, terms });
  await sender.give(mentee, 'SignAgreement', { mentorship, agreement });
  for (let left = 1 + sender.below(2); left > 0; left -= 1) await meeting(sender, mentorship, mentor, mentee);
  if (sender.random() < 0.7) {
    await sender.give(mentee, 'ProposeCompletion', { mentorship });
    await sender.give(mentor, 'CompleteMentorship', { mentorship });
  } else await sender.give(mentor, 'EndMentorship', { mentorship, reason: '', wantsAnother: false });
}

async function meeting(sender: Sender, mentorship: string, mentor: string, mentee: string): Promise<void> {
  const id = sender.id('meeting');
  // It has begun already, and took a minute: nobody can record time that has not passed, or the same minutes twice.
  const time = { startsAt: new Date(Date.now() - sender.below(14) * 60_000).toISOString(), minutes: 15 };
  if (!(await sender.give(mentee, 'BookMeeting', { meeting: id, mentorship, format: 'online', place: '', time }))) return;
  await sender.give(mentor, 'CloseMeeting', { meeting: id, took: true, minutes: 1, actions: [], carryOver: [] });
  await sender.give(mentee, 'RecordAttendance', { meeting: id, took: true, minutes: 1 + sender.below(2) });
}

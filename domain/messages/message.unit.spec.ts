import type { Day, EventId, Instant, PersonId } from '../kernel/brand.js';
import { messageCommands } from './message.commands.js';
import { given } from '../testing/given.js';
import type { MessageCommand } from './message.commands.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from './daily-limit.js';
import { message } from './message.decider.js';
import type { MessageEvent } from './message.events.js';
import type { MessageFacts } from './message.facts.js';

const [helen, ines, asha, ben] = ['helen', 'ines', 'asha', 'ben'] as [PersonId, PersonId, PersonId, PersonId];
const facts: MessageFacts = {
  places: [],
  throughMentees: [],
  wroteBefore: false,
  sentToday: 0,
  askable: [asha, ben],
  managesReader: false,
  help: 'open',
};
const command = (type: MessageCommand['type'], data: object, by = helen) =>
  ({ type, by, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day, data }) as MessageCommand;
const write = (to: PersonId, by = helen) => command('WriteMessage', { message: 'w1', to, text: 'Can we talk?' }, by);
const suggest = (...mentors: PersonId[]) => command('SuggestMentors', { message: 'w1', to: ines, mentors, text: '' });
const written = { type: 'MessageWritten', data: { message: 'w1', from: helen, to: ines, text: 'Can we talk?' } } as MessageEvent;

describe('a message', () => {
  test('is sent once, however often it is given', () => {
    given(message, [], facts).when(write(ines)).happens(written);
    given(message, [written], facts).when(write(ines)).nothingHappens();
  });

  test('never takes the place of another, nor goes to its own writer', () => {
    given(message, [written], facts).when(write(ben)).refused('MESSAGE.ID_TAKEN');
    given(message, [written], facts).when(write(helen, ines)).refused('MESSAGE.ID_TAKEN');
    given(message, [written], facts)
      .when(command('WriteMessage', { message: 'w1', to: ines, text: 'Tomorrow?' }))
      .refused('MESSAGE.ID_TAKEN');
    given(message, [], facts).when(write(helen)).refused('MESSAGE.TO_ONESELF');
  });
});

describe('a day on which much was written to one person', () => {
  const after = (sentToday: number): MessageFacts => ({ ...facts, sentToday });

  test('leaves room for the twentieth, and refuses the next, whatever it says', () => {
    given(message, [], after(TO_ONE_PERSON_LIMIT_A_DAY - 1))
      .when(write(ines))
      .happens(written);
    given(message, [], after(TO_ONE_PERSON_LIMIT_A_DAY)).when(write(ines)).refused('MESSAGE.TOO_MANY_TODAY');
    given(message, [], after(TO_ONE_PERSON_LIMIT_A_DAY)).when(suggest(asha)).refused('MESSAGE.TOO_MANY_TODAY');
  });

  test('does not refuse what was sent already and is given again', () => {
    given(message, [written], after(TO_ONE_PERSON_LIMIT_A_DAY)).when(write(ines)).nothingHappens();
  });
});

describe('mentors that a coordinator suggests', () => {
  test('are told to the mentee', () => {
    given(message, [], facts)
      .when(suggest(asha, ben))
      .happens({
        type: 'MentorsSuggested',
        data: { message: 'w1', from: helen, to: ines, mentors: [asha, ben], text: '' },
      } as MessageEvent);
  });

  test('are told once: other mentors under the same id are refused, not lost', () => {
    const suggested = { type: 'MentorsSuggested', data: { ...suggest(asha).data, from: helen } } as MessageEvent;
    given(message, [suggested], facts).when(suggest(asha)).nothingHappens();
    given(message, [suggested], facts).when(suggest(asha, ben)).refused('MESSAGE.ID_TAKEN');
  });

  test('[R5] offer mentoring and do not manage the mentee: one who does not refuses the whole', () => {
    given(message, [], { ...facts, askable: [asha] })
      .when(suggest(asha, ben))
      .refused('MESSAGE.MENTOR_NOT_FREE');
  });
});

test('help that was asked for is done when its coordinator says so', () => {
  const data = { coordinator: helen, help: 'e1' as EventId };
  given(message, [], facts).when(command('MarkHelpDone', data)).happens({ type: 'HelpMarkedDone', data });
  given(message, [], { ...facts, help: 'done' })
    .when(command('MarkHelpDone', data))
    .nothingHappens();
});

test('a message is not named like the stream of what a coordinator did', () => {
  const named = (message: string) => messageCommands.WriteMessage.safeParse({ message, to: 'ben', text: 'Hello' }).success;
  expect([named('m-1'), named('help_helen')]).toEqual([true, false]);
});

import type { CommandBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { NOTES_LIMIT_CHARS } from '@alongside/domain/meetings/meeting.events.js';
import { aggregates } from '@alongside/domain/protocol/registry.js';
import type { HubParts } from '../app/hub.js';
import { asha, BoxHub, envelopeOf, stranger } from './box-hub.testing.js';
import { type AggregateCommand, commandHandlers, messageOf } from './command-messages.js';
import { COMMAND_LIMIT_BYTES, CommandsController } from './commands.controller.js';

const rename = envelopeOf('RenamePerson', { person: 'asha', name: 'Asha' }, 'c1');

/** The controller before a hub of boxes, what reaches its bus, and the status that it answers with. */
function controllerOf() {
  const { dispatcher } = new BoxHub();
  // The controller and the handlers take no other part of a hub.
  const hub = { dispatcher } as unknown as HubParts;
  const sent: AggregateCommand[] = [];
  const bus = {
    execute: async (message: AggregateCommand) => {
      sent.push(message);
      return new (commandHandlers[0] as (typeof commandHandlers)[number])(hub).execute(message);
    },
  };
  const status = { of: 0 };
  const response = { status: (code: number) => (status.of = code) };
  const controller = new CommandsController(hub, bus as unknown as CommandBus);
  const give = (body: unknown, person = asha, after?: string) =>
    controller.give(body, person, undefined, after, response as unknown as Response);
  return { give, sent, status };
}

describe('a command that is posted', () => {
  test('goes over the bus as the message of its aggregate, with who gives it, and is answered', async () => {
    const { give, sent, status } = controllerOf();
    expect(await give(rename)).toMatchObject({ commandId: 'c1' });
    expect(sent).toMatchObject([{ by: 'asha', read: { type: 'RenamePerson', commandId: 'c1' }, options: {} }]);
    expect(sent[0]).toBeInstanceOf(messageOf['person']);
    expect(status.of).toBeGreaterThanOrEqual(200);
  });

  test('is decided with the position in view that its sender names, if it could be one', async () => {
    const { give, sent } = controllerOf();
    await give(rename, asha, 'p9');
    await give(rename, asha, 'no position!');
    expect(sent.map(({ options }) => options)).toEqual([{ after: 'p9' }, {}]);
  });

  test('is refused before it reaches the bus where it cannot be read, under its own id', async () => {
    const { give, sent, status } = controllerOf();
    expect(await give({ ...rename, data: {} })).toMatchObject({ outcome: 'rejected', code: 'COMMAND.INVALID', commandId: 'c1' });
    expect([status.of, sent]).toEqual([400, []]);
  });

  test('that may not be given has the status of its refusal', async () => {
    const { give, status } = controllerOf();
    await give(envelopeOf('SetAims', { person: 'asha', aims: [] }, 'c2'), stranger);
    expect(status.of).toBe(403);
  });

  test.each([[undefined], ['text'], [[rename]]])('that is no group of fields is malformed: %p', async (body) => {
    const { give, sent } = controllerOf();
    await expect(give(body)).rejects.toMatchObject({ code: 'REQUEST.MALFORMED' });
    expect(sent).toEqual([]);
  });
});

test('the longest notes that a meeting takes fit into one command, in any script', () => {
  const text = '\u{1F3AF}'.repeat(NOTES_LIMIT_CHARS);
  const notes = envelopeOf('SaveNotes', { meeting: 'm'.repeat(64), edition: 99, text }, 'c'.repeat(64));
  expect(Buffer.byteLength(JSON.stringify(notes))).toBeLessThan(COMMAND_LIMIT_BYTES);
});

test('every aggregate has a message and a handler of its own', () => {
  expect(Object.keys(messageOf)).toEqual(Object.keys(aggregates));
  expect(new Set(Object.values(messageOf)).size).toBe(Object.keys(aggregates).length);
  expect(commandHandlers).toHaveLength(Object.keys(aggregates).length);
});

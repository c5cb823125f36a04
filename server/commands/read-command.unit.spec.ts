import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { commandIdIn, readCommand } from './read-command.js';

const sent = { commandId: 'c1', type: 'RenamePerson', stampedAt: '2026-03-02T09:00:00.000Z', data: { person: 'ben', name: ' Ben ' } };
const read = (envelope: unknown) => readCommand(envelope, { aggregateOf });
const problems = (envelope: unknown) => {
  const result = read(envelope);
  return result.ok ? [] : (result.error.problems ?? []).map(({ field }) => field);
};

describe('reading a command', () => {
  test('gives its data as the schema has it, and whose it is to decide', () => {
    const result = read(sent);
    expect(result).toMatchObject({ ok: true, value: { commandId: 'c1', type: 'RenamePerson', aggregate: { category: 'person' } } });
    expect(result.ok && result.value.data).toEqual({ person: 'ben', name: 'Ben' });
  });

  test('says what is wrong with the envelope before it looks at anything in it', () => {
    expect(read({ ...sent, commandId: 'not one!', data: {} })).toMatchObject({ ok: false, error: { code: 'COMMAND.INVALID' } });
    expect(problems({ ...sent, commandId: 'not one!', data: {} })).toEqual(['commandId']);
    expect(problems({ ...sent, commandId: undefined, type: 7 })).toEqual(['commandId', 'type']);
  });

  test('says for each field of the data what is wrong, in words that nobody’s validator wrote', () => {
    expect(read({ ...sent, data: { person: 'ben' } })).toEqual({
      ok: false,
      error: { code: 'COMMAND.INVALID', problems: [{ field: 'name', message: 'Enter a value.' }] },
    });
    expect(read({ ...sent, commandId: undefined })).toMatchObject({ error: { problems: [{ message: 'Enter a value.' }] } });
  });

  test.each(['MakeTea', 'constructor', '__proto__', 'hasOwnProperty', ''])('knows no command %p', (type) => {
    expect(read({ ...sent, type })).toEqual({ ok: false, error: { code: 'COMMAND.UNKNOWN' } });
  });

  test('takes no name that every object has for a command, whoever would decide it', () => {
    const willing = { aggregateOf: () => aggregateOf('RenamePerson') };
    expect(readCommand({ ...sent, type: 'constructor' }, willing)).toEqual({ ok: false, error: { code: 'COMMAND.UNKNOWN' } });
  });
});

describe('the id of a command that could not be read', () => {
  test('is what it gives for itself, cut where it is too long', () => {
    expect(commandIdIn({ commandId: 'not one!' })).toBe('not one!');
    expect(commandIdIn({ commandId: 'x'.repeat(100) })).toBe('x'.repeat(64));
  });

  test.each([[undefined], [null], ['c1'], [7], [{}], [{ commandId: 7 }], [{ commandId: null }]])('is empty in %p', (envelope) => {
    expect(commandIdIn(envelope)).toBe('');
  });
});

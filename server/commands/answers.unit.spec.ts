import type { CommandId, Position } from '@alongside/domain/kernel/brand.js';
import { accepted, httpStatusOf, rejected, type Rejection } from './answers.js';

const id = 'c1' as CommandId;
const refused = (rejection: Rejection) => rejected(id, rejection);
const problem = (field: string) => ({ field, message: 'Enter a value.' });

describe('an answer', () => {
  test('to what was done names the command and its position', () => {
    expect(accepted(id, 'p7' as Position)).toEqual({ outcome: 'accepted', commandId: 'c1', position: 'p7' });
  });

  test('to what was refused has the sentence of its code, and no more than there is to say', () => {
    expect(refused({ code: 'COMMAND.NOT_ALLOWED' })).toEqual({
      outcome: 'rejected',
      commandId: 'c1',
      code: 'COMMAND.NOT_ALLOWED',
      message: expect.stringMatching(/^[A-Z].+\.$/),
    });
  });

  test('says in its sentence the number that the rule went by', () => {
    const [three, five] = [3, 5].map((limit) => refused({ code: 'REQUEST.TOO_MANY_OPEN', facts: { limit } }));
    expect(three).toMatchObject({ message: expect.stringContaining('3') });
    expect(five).toMatchObject({ message: expect.stringContaining('5') });
  });

  test('names the field that the rule is about, before any that is wrong', () => {
    expect(refused({ code: 'PERSON.EMAIL_TAKEN', field: 'email' })).toMatchObject({ field: 'email' });
    expect(refused({ code: 'COMMAND.INVALID', field: 'email', problems: [problem('name')] })).toMatchObject({ field: 'email' });
  });

  test('names the one field that is wrong, and of several none before the others', () => {
    const one = [problem('name')];
    expect(refused({ code: 'COMMAND.INVALID', problems: one })).toMatchObject({ field: 'name', problems: one });
    const both = refused({ code: 'COMMAND.INVALID', problems: [problem('name'), problem('email')] });
    expect(both).toMatchObject({ problems: [{ field: 'name' }, { field: 'email' }] });
    expect(both).not.toHaveProperty('field');
  });

  test('travels with 200 where it was done, and with the status of its code where it was not', () => {
    expect(httpStatusOf(accepted(id, 'p7' as Position))).toBe(200);
    expect(httpStatusOf(refused({ code: 'COMMAND.NOT_ALLOWED' }))).toBe(403);
    expect(httpStatusOf(refused({ code: 'COMMAND.INVALID' }))).toBe(400);
  });
});

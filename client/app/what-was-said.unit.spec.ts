import { z } from 'zod';
import { goalsCommands } from '@alongside/domain/development/goals.commands.js';
import { growthCommands } from '@alongside/domain/development/growth.commands.js';
import { meetingCommands } from '@alongside/domain/meetings/meeting.commands.js';
import { mentorshipCommands } from '@alongside/domain/mentorships/mentorship.commands.js';
import { personCommands } from '@alongside/domain/people/person.commands.js';
import { caseloadCommands } from '@alongside/domain/requests/caseload.commands.js';
import { commandLabel, typedIn, whomItConcerned } from './what-was-said.js';

interface Shape {
  readonly type?: string;
  readonly maxLength?: number;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}
/** From this length on a text is something that a person writes; what is shorter is an id or a tag. */
const WRITING_LEAST_CHARACTERS = 121;

/** An example of a command in which every text field says its own name. */
function exampleOf(shape: Shape, field: string, fields: string[]): unknown {
  // What its sender had before them was written by another person.
  if (field === 'seen') return null;
  if (shape.items) return [exampleOf(shape.items, field, fields)];
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([name, one]) => [name, exampleOf(one, name, fields)]));
  if (shape.type !== 'string' || shape.format || (shape.maxLength ?? 0) < WRITING_LEAST_CHARACTERS) return null;
  fields.push(field);
  return field;
}

describe('what was said, without its screen', () => {
  const all = { ...goalsCommands, ...growthCommands, ...meetingCommands, ...mentorshipCommands, ...personCommands, ...caseloadCommands };

  test.each(Object.entries(all))('everything that can be written in %s is given back', (_type, schema) => {
    const fields: string[] = [];
    const example = exampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, '', fields);
    expect(typedIn(example).map(({ text }) => text)).toEqual(fields);
  });

  test('what is chosen or counted is not taken for writing, and what was left empty is left out', () => {
    const data = {
      mentor: 'asha',
      note: ' Hello\nAsha ',
      aims: ['behaviour'],
      times: [{ startsAt: '2026-03-06T15:40:00.000Z' }],
      reason: ' ',
    };
    expect(typedIn(data)).toEqual([{ label: 'Your note', text: ' Hello\nAsha ' }]);
  });

  test('an act is named with whom it concerned', () => {
    expect(whomItConcerned('RequestMentoring', { mentor: 'asha' }, 'ben')).toBe('asha');
    expect(commandLabel('RequestMentoring', 'Asha')).toBe('Your request to Asha');
    expect(whomItConcerned('DiscussRequest', { mentor: 'asha' }, 'asha')).toBeUndefined();
    expect(commandLabel('DiscussRequest')).toBe('Your message about a request');
    expect([whomItConcerned('SaveNotes', { meeting: 'm' }, 'ben'), commandLabel('SaveNotes')]).toEqual([
      undefined,
      'The notes of a meeting',
    ]);
    expect(commandLabel('SomethingNew')).toBe('Something that you changed');
  });

  test('what concerned another is never said of oneself, and a name that is not held is not made up', () => {
    const types = [
      'RemoveMember',
      'CorrectFirstDay',
      'GrantRole',
      'RevokeRole',
      'SetReportingLine',
      'RenamePerson',
      'ChangeEmail',
      'ErasePerson',
    ];
    for (const type of types) {
      expect(commandLabel(type, '', true)).not.toMatch(/\byour(self)?\b|\byou\b(?! changed)|leaving/i);
      expect(commandLabel(type)).toMatch(/\byour(self)?\b|leaving/i);
    }
    const others = ['AddMember', 'WriteMessage', 'SuggestMentors', 'RequestMentoring', 'ExtendRequest', 'WithdrawRequest', 'ExcludePerson'];
    for (const type of [...types, ...others, 'LiftExclusion'])
      for (const aboutOther of [true, false])
        expect(commandLabel(type, '', aboutOther)).not.toMatch(/\b(a|this|the) (person|mentor|colleague)\b/);
  });
});

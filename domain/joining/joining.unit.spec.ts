import type { Day, Instant, InstitutionId, PersonId, RecordId } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import type { JoiningCommand } from './joining.commands.js';
import { joining } from './joining.decider.js';
import type { JoiningEvent } from './joining.events.js';
import type { JoiningFacts } from './joining.facts.js';

const [old, moved, cora] = ['old', 'moved', 'cora'] as [PersonId, PersonId, PersonId];
const facts: JoiningFacts = {
  older: old,
  recordAt: [],
  otherAt: [],
  between: 'nothing',
  withTheSame: false,
  askedElsewhere: false,
  belongs: [{ institution: 'elm' as InstitutionId, roles: ['coordinator'], from: '2020-09-01' as Day }],
};
const command = (type: JoiningCommand['type'], by = cora, data: object = { record: moved, other: old }) =>
  ({ type, by, at: '2026-03-02T09:00:00.000Z' as Instant, on: '2026-03-02' as Day, data }) as JoiningCommand;
const proposed: JoiningEvent = { type: 'JoiningProposed', data: { kept: old, joined: moved, by: cora } };
const joined: JoiningEvent = {
  type: 'RecordsJoined',
  data: {
    person: old,
    joined: moved as string as RecordId,
    belongs: [{ institution: 'elm' as InstitutionId, roles: ['coordinator'], from: '2020-09-01' as Day }],
  },
};

describe('joining two records', () => {
  test('is proposed once, whichever of the two is named first, and the older one is kept', () => {
    given(joining, [], facts).when(command('ProposeJoining')).happens(proposed);
    given(joining, [], facts)
      .when(command('ProposeJoining', cora, { record: old, other: moved }))
      .happens(proposed);
    given(joining, [proposed], facts).when(command('ProposeJoining')).nothingHappens();
  });

  test('is declined, and may be proposed again', () => {
    const declined: JoiningEvent = { type: 'JoiningDeclined', data: { kept: old, joined: moved, by: moved, askedBy: cora } };
    given(joining, [proposed], facts).when(command('DeclineJoining', moved)).happens(declined);
    given(joining, [], facts).when(command('DeclineJoining', moved)).refused('JOINING.NOTHING_TO_DECLINE');
    given(joining, [proposed, declined], facts).when(command('ProposeJoining')).happens(proposed);
  });

  test('is done by the proof of its person, whether or not it was proposed, and once', () => {
    given(joining, [proposed], facts).when(command('JoinRecords')).happens(joined);
    given(joining, [], { ...facts, askedElsewhere: true })
      .when(command('JoinRecords'))
      .happens(joined);
    given(joining, [joined], facts).when(command('JoinRecords')).nothingHappens();
  });

  test.each([
    [{ older: null }, 'JOINING.RECORD_NOT_FOUND'],
    [{ between: 'mentorship' }, 'JOINING.THEY_MENTOR'],
    [{ between: 'request' }, 'JOINING.THEY_ASKED'],
    [{ between: 'reporting-line' }, 'JOINING.ONE_MANAGES'],
    [{ withTheSame: true }, 'JOINING.WITH_THE_SAME'],
  ] as const)('is refused where %j, as it is proposed and as it is done', (other, code) => {
    for (const type of ['ProposeJoining', 'JoinRecords'] as const)
      given(joining, [], { ...facts, ...other })
        .when(command(type))
        .refused(code);
  });

  test('is refused of one record, and proposed of none that is asked about another', () => {
    given(joining, [], facts)
      .when(command('ProposeJoining', cora, { record: old, other: old }))
      .refused('JOINING.SAME_RECORD');
    given(joining, [], { ...facts, askedElsewhere: true })
      .when(command('ProposeJoining'))
      .refused('JOINING.ASKED_ELSEWHERE');
  });

  test('leaves two addresses, of which its person may leave the further one', () => {
    const left: JoiningEvent = { type: 'FurtherAddressLeft', data: { person: old, joined: moved as string as RecordId } };
    given(joining, [joined], facts).when(command('LeaveFurtherAddress', old)).happens(left);
    given(joining, [joined, left], facts).when(command('LeaveFurtherAddress', old)).nothingHappens();
    given(joining, [proposed], facts).when(command('LeaveFurtherAddress', old)).refused('JOINING.NOT_JOINED');
  });
});

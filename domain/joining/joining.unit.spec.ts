import type { Day, Instant, InstitutionId, PersonId, RecordId } from '../kernel/brand.js';
import { NEW_ADDRESS_MS } from '../policies/fresh-sign-in.js';
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
  unreadAt: [],
  voucher: null,
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

/** The same, after an administrator asked. */
const agreed = { ...joined, data: { ...joined.data, askedBy: cora } } as JoiningEvent;

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
    given(joining, [proposed], facts).when(command('JoinRecords')).happens(agreed);
    given(joining, [], { ...facts, askedElsewhere: true })
      .when(command('JoinRecords'))
      .happens(joined);
    given(joining, [joined], facts).when(command('JoinRecords')).nothingHappens();
  });

  describe('where an administrator says that the mailbox of one of them is not read', () => {
    const AT = '2026-03-02T09:00:00.000Z' as Instant;
    const FROM = '2026-03-05T09:00:00.000Z' as Instant;
    const vouched: JoiningEvent = {
      type: 'JoiningProposed',
      data: { kept: old, joined: moved, by: cora, unread: { record: old as string as RecordId, from: FROM } },
    };
    const vouching = (by = cora, unread: PersonId = old) => command('ProposeJoining', by, { record: moved, other: old, unread });
    const agreeing = (at: Instant, data: object = { record: moved, other: old }) =>
      ({ ...command('JoinRecords', 'hub' as PersonId, { ...data, withoutCode: true }), at }) as JoiningCommand;
    const still = { ...facts, voucher: cora };

    test('the question says so, and from when the other joins it without a code: 3 days later', () => {
      expect(Date.parse(FROM) - Date.parse(AT)).toBe(NEW_ADDRESS_MS);
      given(joining, [], facts).when(vouching()).happens(vouched);
      given(joining, [vouched], still).when(vouching()).nothingHappens();
      // Who vouched before may no longer: another vouches in their place.
      const helen = 'helen' as PersonId;
      const anew = { ...vouched, data: { ...vouched.data, by: helen } } as JoiningEvent;
      given(joining, [vouched], facts).when(vouching(helen)).happens(anew);
      given(joining, [vouched], facts).when(command('ProposeJoining')).nothingHappens();
    });

    test('a question that stands without it is asked anew, by whoever vouches', () => {
      const helen = 'helen' as PersonId;
      given(joining, [proposed], facts)
        .when(vouching(helen))
        .happens({ ...vouched, data: { ...vouched.data, by: helen } } as JoiningEvent);
      given(joining, [vouched, { ...vouched, data: { ...vouched.data, by: helen } } as JoiningEvent], { ...facts, voucher: cora })
        .when(agreeing(FROM))
        .refused('JOINING.NEEDS_CODE');
    });

    test('a question of a clock that ran ahead is asked anew once it is right: nobody waits until that day', () => {
      const unread = { record: old as string as RecordId, from: '2026-04-04T09:00:00.000Z' as Instant };
      const ahead = { ...vouched, data: { ...vouched.data, unread } } as JoiningEvent;
      given(joining, [ahead], still).when(agreeing(FROM)).refused('JOINING.TOO_EARLY');
      given(joining, [ahead], still).when(vouching()).happens(vouched);
      given(joining, [ahead, vouched], still).when(agreeing(FROM)).happens(agreed);
    });

    test('it is said of one of the two alone', () => {
      given(joining, [], facts)
        .when(vouching(cora, 'third' as PersonId))
        .refused('JOINING.RECORD_NOT_FOUND');
    });

    test('its person joins them from that moment on, and not before', () => {
      given(joining, [vouched], still)
        .when(agreeing('2026-03-05T08:59:59.999Z' as Instant))
        .refused('JOINING.TOO_EARLY');
      given(joining, [vouched], still).when(agreeing(FROM)).happens(agreed);
      given(joining, [vouched, joined], still).when(agreeing(FROM)).nothingHappens();
    });

    test.each<[string, readonly JoiningEvent[], PersonId | null]>([
      ['nobody asked', [], cora],
      ['nobody vouched', [proposed], cora],
      ['one of the two said no', [vouched, { type: 'JoiningDeclined', data: { kept: old, joined: moved, by: old, askedBy: cora } }], cora],
      ['who asked may not any more', [vouched], null],
      ['another may', [vouched], 'helen' as PersonId],
    ])('they need a code where %s', (_, history, voucher) => {
      given(joining, history, { ...facts, voucher })
        .when(agreeing(FROM))
        .refused('JOINING.NEEDS_CODE');
    });

    test('they need a code where they are signed in as the unread one', () => {
      given(joining, [vouched], still)
        .when(agreeing(FROM, { record: old, other: moved }))
        .refused('JOINING.NEEDS_CODE');
    });

    test('with a code they wait for nothing, signed in as either', () => {
      given(joining, [vouched], facts).when(command('JoinRecords')).happens(agreed);
      given(joining, [vouched], facts)
        .when(command('JoinRecords', cora, { record: old, other: moved }))
        .happens(agreed);
    });

    test('what keeps two records apart keeps them apart', () => {
      given(joining, [vouched], { ...still, between: 'mentorship' })
        .when(agreeing(FROM))
        .refused('JOINING.THEY_MENTOR');
    });
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

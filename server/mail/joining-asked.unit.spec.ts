import { Joins } from '@alongside/domain/joining/joins.js';
import type { PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import { notificationsOf } from './notifications.js';
import { lookAfter, type Told } from './written.testing.js';

const joins = new Joins(
  [{ kept: 'old' as PersonId, joined: 'moved' as RecordId, position: '1' as Position }],
  (type) => eventShapeOf(type)?.data,
);
const person = (id: string, given: string) =>
  happened('PersonJoined', { person: id, name: `${given} Name`, names: { given }, email: `${id}@x.example` });
const known = [person('old', 'Oona'), person('moved', 'Oona'), person('cora', 'Cora'), person('helen', 'Helen')];
const of = { kept: 'old', joined: 'moved' };
const proposed = happened('JoiningProposed', { ...of, by: 'cora' }, { actor: 'cora', stream: 'joining-moved_old' });
const ended = (by: string, two = of) =>
  happened('JoiningDeclined', { ...two, by, askedBy: 'cora' }, { actor: by, stream: `joining-${two.joined}_${two.kept}` });
const joined = happened('RecordsJoined', { person: 'old', joined: 'moved', belongs: [] }, { actor: 'hub', stream: 'joining-moved_old' });

/** Who is still emailed the question, after what came of it. */
const asks = (...since: Told) =>
  notificationsOf(proposed.id, lookAfter(...known, proposed, ...since), proposed.at)
    .map(({ to }) => to)
    .sort();
/** What a person is emailed of an end of the question. */
const told = (end: ReturnType<typeof ended>) => notificationsOf(end.id, lookAfter(...known, proposed, end), end.at);

describe('the email that asks whether two records are one person’s', () => {
  test('goes to the addresses of both', () => {
    expect(asks()).toEqual(['moved', 'old']);
  });

  test('names who asks, and says that joining cannot be undone, as the page does', () => {
    const [email] = notificationsOf(proposed.id, lookAfter(...known, proposed), proposed.at);
    expect(email?.subject).toMatch(/^\W?Cora\W? asks if two records/);
    expect(email?.body[0]).toMatch(/^\W?Cora Name\W? thinks that you may have two records here, .*\. You cannot undo this\.$/);
  });

  test('says which address is not read, from which day on no code is needed, and there what to do if it is read', () => {
    const unread = { record: 'old', from: '2026-03-05T09:00:00.000Z' };
    const vouched = happened(
      'JoiningProposed',
      { ...of, by: 'cora', unread },
      { actor: 'cora', stream: 'joining-moved_old', at: '2026-03-02T09:00:00.000Z' },
    );
    const emails = notificationsOf(vouched.id, lookAfter(...known, vouched), vouched.at);
    const bodyOf = (record: string) => emails.find(({ to }) => to === record)?.body.join(' ') ?? '';
    expect(bodyOf('old')).toMatch(
      /also says that you no longer read email at this address\. So you can join the records from Thursday 5 March without a code/,
    );
    expect(bodyOf('old')).toMatch(/If you do read email here, .* sign in with this address and choose “Keep them apart”\.$/);
    expect(bodyOf('old')).not.toMatch(/Nothing changes/);
    expect(bodyOf('moved')).toMatch(
      /no longer read email at the other address\. You can join the records on Today, without a code, from Thursday 5 March\./,
    );
    expect(emails.flatMap(({ subject, body }) => [subject, ...body]).join()).not.toMatch(/Oona/);
  });

  test('is sent no more once the question was taken back, or either record said no', () => {
    for (const by of ['cora', 'helen', 'old', 'moved']) expect(asks(ended(by))).toEqual([]);
  });

  test('is sent once where the same is asked again, or as often as two ask', () => {
    const again = happened('JoiningProposed', { ...of, by: 'helen' }, { actor: 'helen', stream: 'joining-moved_old' });
    const look = lookAfter(...known, proposed, ended('cora'), again);
    expect([proposed, again].map(({ id, at }) => notificationsOf(id, look, at).length)).toEqual([0, 2]);
  });

  test('is sent all the same where another question about one of the two has ended', () => {
    expect(asks(ended('cora', { kept: 'third', joined: 'moved' }))).toEqual(['moved', 'old']);
    expect(asks(ended('cora', { kept: 'old', joined: 'third' }))).toEqual(['moved', 'old']);
  });

  test('is sent no more once the two are one, as they were read before and as they are read since', () => {
    expect(asks(joined)).toEqual([]);
    const read = [...known, proposed, joined].map((event) => joins.read(event as never));
    expect(notificationsOf(proposed.id, lookAfter(...(read as unknown as Told)), proposed.at)).toEqual([]);
  });

  test('[R9] is sent no more once one of the two was erased', () => {
    expect(asks(happened('PersonErased', { person: 'moved' }))).toEqual([]);
    expect(asks(happened('PersonErased', { person: 'old' }))).toEqual([]);
  });
});

describe('who asked is emailed', () => {
  test('that the records stay apart, where one of the two said so, and not which', () => {
    for (const by of ['old', 'moved'])
      expect(told(ended(by))).toMatchObject([
        { to: 'cora', subject: 'The two records you asked about stay apart', body: [expect.stringContaining('One of the two said')] },
      ]);
  });

  test('that another administrator took the question back, and by whom', () => {
    expect(told(ended('helen'))).toMatchObject([
      {
        to: 'cora',
        subject: expect.stringMatching(/^\W?Helen\W? withdrew your question about two records$/),
        body: [expect.stringContaining('The two records stay apart.')],
      },
    ]);
  });

  test('nothing where they took it back', () => {
    expect(told(ended('cora'))).toEqual([]);
  });
});

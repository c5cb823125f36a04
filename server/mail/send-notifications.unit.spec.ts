import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { EffectMore } from '../reactors/reactor.js';
import { emailKeyOf, NOTIFICATION_LIMIT_MS, sendNotifications, TRYING_LIMIT_MS } from './send-notifications.js';

const pair = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
/** The hub ends a pause: both are written to. */
const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'hub' });
const record = [
  ...['asha', 'ben'].map((person) => happened('PersonJoined', { person, name: person, email: `${person}@x.example` })),
  happened('MentorshipStarted', { ...pair, request: null, aims: [] }),
  resumed,
];
const time = { startsAt: '2026-03-20T15:00:00.000Z', minutes: 45 };
const booking = { meeting: 'k1', ...pair, by: 'ben', placeBy: 'ben', format: 'online', place: '', time };
const booked = happened('MeetingBooked', booking);
const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: null, why: 'chosen', cancel: ['k1'] });

/** A process that writes about it so many milliseconds later. To those who are `away` the mail server does not take anything yet. */
function writing(laterMs = 0, { events = record, about = resumed }: { events?: typeof record; about?: typeof paused } = {}) {
  const sent: string[] = [];
  const files: string[] = [];
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, events)])));
  const away = new Set<PersonId>();
  const full = new Set<PersonId>();
  let tooLate = 0;
  const kept: string[] = [];
  const others = new Set<string>();
  const effect = sendNotifications({
    ...{
      look,
      publicUrl: () => 'https://hub.example',
      senderId: 'one',
      logger: { warn: () => undefined } as never,
      onTooLate: () => void (tooLate += 1),
      keepInvitation: async (key: string) => void kept.push(key),
    },
    now: () => new Date(Date.parse(resumed.at) + laterMs).toISOString() as Instant,
    // A claim of its own is answered as before.
    dispatcher: {
      dispatch: ({ data }) =>
        Promise.resolve(
          (others.has((data as { letter: string }).letter)
            ? { outcome: 'rejected', code: 'LETTER.CLAIMED' }
            : { outcome: 'accepted' }) as never,
        ),
    },
    mailer: {
      send: async ({ to, calendars = [] }) => {
        if (away.has(to.person)) throw new Error('The mail server is away.');
        if (full.has(to.person)) throw Object.assign(new Error('Mailbox full'), { code: 'EENVELOPE', responseCode: 452 });
        sent.push(to.person);
        files.push(...calendars.map(({ file }) => file));
      },
      forget: () => Promise.resolve(),
      sender: () => Promise.resolve('hub@x.example'),
      close: () => Promise.resolve(),
    },
  });
  const handle = effect.on[about.type as 'MentorshipResumed'] as (event: Recorded<AnyEvent>, more?: EffectMore) => Promise<void>;
  const write = (again = false) => handle(about as Recorded<AnyEvent>, { again });
  return { sent, away, full, files, kept, others, write, tooLate: () => tooLate };
}

describe('news by email', () => {
  test('goes to the others where one mailbox is put off, which is tried again alone; a server that is away is not asked for each', async () => {
    const one = writing();
    one.full.add('asha' as PersonId);
    await expect(one.write()).rejects.toThrow('Mailbox full');
    expect(one.sent).toEqual(['ben']);
    one.full.clear();
    await one.write(true);
    expect(one.sent).toEqual(['ben', 'asha']);
    const dead = writing();
    dead.away.add('asha' as PersonId);
    await expect(dead.write()).rejects.toThrow('away');
    expect(dead.sent).toEqual([]);
  });

  test('is written for two days, and no longer', async () => {
    const [inTime, late] = [writing(NOTIFICATION_LIMIT_MS), writing(NOTIFICATION_LIMIT_MS + 1)];
    await inTime.write();
    await late.write();
    expect([inTime.sent, late.sent, NOTIFICATION_LIMIT_MS]).toEqual([['asha', 'ben'], [], 172_800_000]);
  });

  test('that a server did not take in time is tried for five days, and then given up with a word', async () => {
    const [inTime, late] = [writing(TRYING_LIMIT_MS), writing(TRYING_LIMIT_MS + 1)];
    await inTime.write(true);
    await late.write(true);
    expect([inTime.sent, inTime.tooLate(), late.sent, late.tooLate()]).toEqual([['asha', 'ben'], 0, [], 2]);
  });

  test('that waited for too long is told of once for each email, and not where another process has sent it', async () => {
    const never = writing(NOTIFICATION_LIMIT_MS + 1);
    await never.write();
    expect([never.sent, never.kept, never.tooLate()]).toEqual([[], [], 2]);
    const known = writing(NOTIFICATION_LIMIT_MS + 1);
    known.others.add(emailKeyOf(resumed.id, 'asha'));
    await known.write();
    expect([known.sent, known.tooLate()]).toEqual([[], 1]);
  });

  test.each([false, true])('that invites and waited for too long is kept to be sent by hand; tried before: %s', async (again) => {
    const invited = happened('InvitationSent', { institution: 'school', person: 'asha', from: 'ben' }, { actor: 'ben' });
    const events = [...record, happened('MemberJoined', { institution: 'school', person: 'asha', from: '2026-03-01' }), invited];
    const late = writing(TRYING_LIMIT_MS + 86_400_000, { events: events as typeof record, about: invited as never });
    await late.write(again);
    expect([late.sent, late.kept, late.tooLate()]).toEqual([[], [emailKeyOf(invited.id, 'asha')], 0]);
  });

  test('takes meetings out of calendars in the name that the email is sent in', async () => {
    const { files, write } = writing(0, { events: [...record, booked, paused], about: paused });
    await write();
    expect(files).toHaveLength(2);
    for (const file of files) expect(file).toContain('ORGANIZER;CN=Alongside:mailto:hub@x.example');
  });

  const other = happened('MeetingBooked', { ...booking, place: 'https://meet.example/k1' }, { actor: 'ben' });
  const moved = happened(
    'MeetingMoved',
    { meeting: 'k1', mentorship: 'm1', by: 'ben', time: { startsAt: '2026-03-21T15:00:00.000Z', minutes: 30 }, was: time },
    { actor: 'ben' },
  );

  test('puts a booked meeting in the calendar of the one who did not book it, and a move moves it there', async () => {
    const telling = writing(0, { events: [...record, other], about: other as never });
    const moving = writing(0, { events: [...record, other, moved], about: moved as never });
    await telling.write();
    await moving.write();
    expect([telling.sent, moving.sent]).toEqual([['asha'], ['asha']]);
    for (const line of ['METHOD:PUBLISH', 'UID:k1@alongside', 'SEQUENCE:0', 'DTSTART:20260320T150000Z', 'LOCATION:https://meet.example/k1'])
      expect(telling.files[0]).toContain(`${line}\r\n`);
    for (const line of ['METHOD:PUBLISH', 'UID:k1@alongside', 'SEQUENCE:1', 'DTSTART:20260321T150000Z', 'DTEND:20260321T153000Z'])
      expect(moving.files[0]).toContain(`${line}\r\n`);
  });

  test('reaches each once, though the mail server is away between the two and all is tried again', async () => {
    const { sent, away, write } = writing();
    away.add('ben' as PersonId);
    await expect(write()).rejects.toThrow('away');
    await expect(write()).rejects.toThrow('away');
    away.clear();
    await write();
    expect(sent).toEqual(['asha', 'ben']);
  });
});

import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { NEWS_LIMIT_MS, sendNews } from './send-news.js';

const pair = { mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
/** The hub ends a pause: both are written to. */
const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'hub' });
const record = [
  ...['asha', 'ben'].map((person) => happened('PersonJoined', { person, name: person, email: `${person}@x.example` })),
  happened('MentorshipStarted', { ...pair, request: null, aims: [] }),
  resumed,
];
const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, record)])));

/** A process that writes about it so many milliseconds later. To those who are `away` the mail server does not take anything yet. */
function writing(laterMs = 0) {
  const sent: string[] = [];
  const away = new Set<PersonId>();
  const effect = sendNews({
    ...{
      look,
      publicUrl: () => 'https://hub.example',
      mailFrom: 'hub@x.example',
      senderId: 'one',
      logger: { warn: () => undefined } as never,
    },
    now: () => new Date(Date.parse(resumed.at) + laterMs).toISOString() as Instant,
    // A claim of its own is answered as before.
    dispatcher: { dispatch: () => Promise.resolve({ outcome: 'accepted' } as never) },
    mailer: {
      send: async ({ to }) => {
        if (away.has(to.person)) throw new Error('The mail server is away.');
        sent.push(to.person);
      },
      forget: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
  });
  const handle = effect.on.MentorshipResumed as (event: Recorded<AnyEvent>) => Promise<void>;
  return { sent, away, write: () => handle(resumed as Recorded<AnyEvent>) };
}

describe('news by email', () => {
  test('is written for two days, and no longer', async () => {
    const [inTime, late] = [writing(NEWS_LIMIT_MS), writing(NEWS_LIMIT_MS + 1)];
    await inTime.write();
    await late.write();
    expect([inTime.sent, late.sent, NEWS_LIMIT_MS]).toEqual([['asha', 'ben'], [], 172_800_000]);
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

import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { Effect, EventTyped } from '../reactors/reactor.js';
import { givenNameOf, newsLetter } from './letters.js';
import type { Mailer } from './mailer.js';
import { news, type News, type NewsType } from './news.js';

/** News older than this is no news: a process that was away for long does not write about it. */
export const NEWS_LIMIT_MS = 2 * 24 * 60 * 60 * 1_000;

export interface NewsParts {
  readonly look: Look;
  readonly mailer: Mailer;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly now: () => Instant;
  readonly publicUrl: () => string;
}

/**
 * Writes to people about what concerns them. Each letter is claimed in the log first, so that of several processes one sends it. While the mail
 * server is away the process that claimed a letter tries again; one that dies between the two takes the letter with it, rather than send it twice.
 */
export function sendNews(parts: NewsParts): Effect {
  // Few: a letter leaves it when it is sent, and only those that were given up after all tries stay.
  const mine = new Set<string>();
  const handle = (type: NewsType) => async (event: EventTyped<NewsType>) => {
    if (Date.parse(parts.now()) - Date.parse(event.at) > NEWS_LIMIT_MS) return;
    const told = (news[type] as (event: EventTyped<NewsType>, look: Look) => News | undefined)(event, parts.look);
    if (told) await send(parts, mine, event.id, told);
  };
  return {
    name: 'send-news',
    on: Object.fromEntries((Object.keys(news) as NewsType[]).map((type) => [type, handle(type)])) as Effect['on'],
  };
}

async function send({ look, mailer, dispatcher, now, publicUrl }: NewsParts, mine: Set<string>, about: string, told: News): Promise<void> {
  const profile = look.row<ProfileRow>('profile', told.to);
  if (!profile?.email) return;
  const letter = createHash('sha256').update(`${about} ${told.to}`).digest('hex');
  if (!mine.has(letter)) {
    const claim = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ClaimLetter', stampedAt: now(), data: { letter } }, HUB);
    if (claim.outcome === 'rejected' && claim.code !== 'LETTER.CLAIMED') throw new Error(`A letter could not be claimed: ${claim.code}`);
    if (claim.outcome === 'rejected') return;
    mine.add(letter);
  }
  const to = { person: told.to as PersonId, email: profile.email, givenName: givenNameOf(profile.name) };
  await mailer.send(
    newsLetter({
      key: letter,
      to,
      about: told.about,
      subject: told.subject,
      body: told.body,
      link: { says: told.link.says, url: `${publicUrl()}${told.link.path}` },
    }),
  );
  mine.delete(letter);
}

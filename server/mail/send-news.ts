import type { Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { createHash } from 'node:crypto';
import type { Logger } from '../app/logger.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { Effect, EventTyped } from '../reactors/reactor.js';
import { givenNameOf, newsLetter } from './letters.js';
import { LetterRefused, type Letter, type Mailer } from './mailer.js';
import { news, type News, type NewsType } from './news.js';

/** News older than this is no news: a process that was away for long does not write about it. */
export const NEWS_LIMIT_MS = 2 * 24 * 60 * 60 * 1_000;

export interface NewsParts {
  readonly look: Look;
  readonly mailer: Mailer;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly now: () => Instant;
  readonly publicUrl: () => string;
  readonly logger: Logger;
  /** The name under which this process claims letters; the same after a restart. */
  readonly claimant: string;
}

/**
 * Writes to people about what concerns them. Each letter is claimed in the log first, so that of several processes one sends it. The claim is
 * made under an id that follows from the claimant, so that a process which could not send it, ended and began again finds its own claim.
 */
export function sendNews(parts: NewsParts): Effect {
  const handle = (type: NewsType) => async (event: EventTyped<NewsType>) => {
    if (Date.parse(parts.now()) - Date.parse(event.at) > NEWS_LIMIT_MS) return;
    const write = () =>
      letterAbout((news[type] as (event: EventTyped<NewsType>, look: Look) => News | undefined)(event, parts.look), event, parts);
    const draft = write();
    if (!draft || !(await claimed(draft.key, parts))) return;
    // Written again, and handed over in the same breath: whoever was erased meanwhile is in no letter that is sent from here on.
    const letter = write();
    if (letter) await send(letter, parts);
  };
  return {
    name: 'send-news',
    on: Object.fromEntries((Object.keys(news) as NewsType[]).map((type) => [type, handle(type)])) as Effect['on'],
  };
}

function letterAbout(told: News | undefined, event: { readonly id: string }, { look, publicUrl }: NewsParts): Letter | undefined {
  if (!told) return undefined;
  const profile = look.row<ProfileRow>('profile', told.to);
  if (!profile?.email) return undefined;
  return newsLetter({
    key: createHash('sha256').update(`${event.id} ${told.to}`).digest('hex'),
    to: { person: told.to, email: profile.email, givenName: givenNameOf(profile.name) },
    about: told.about,
    subject: told.subject,
    body: told.body,
    link: { says: told.link.says, url: `${publicUrl()}${told.link.path}` },
  });
}

/** Whether this process is the one that sends the letter. */
export async function claimed(letter: string, { dispatcher, claimant, now }: NewsParts): Promise<boolean> {
  const commandId = commandIdFrom('claim-letter', claimant, letter);
  const claim = await dispatcher.dispatch({ commandId, type: 'ClaimLetter', stampedAt: now(), data: { letter } }, HUB);
  if (claim.outcome === 'rejected' && claim.code !== 'LETTER.CLAIMED') throw new Error(`A letter could not be claimed: ${claim.code}`);
  return claim.outcome === 'accepted';
}

/** Hands a letter over. One that the mail server will never take is given up. */
export async function send(letter: Letter, { mailer, logger }: NewsParts): Promise<void> {
  await mailer.send(letter).catch((error: unknown) => {
    if (!(error instanceof LetterRefused)) throw error;
    logger.warn('A mail server refused a letter for good.', { letter: letter.key, because: error.message });
  });
}

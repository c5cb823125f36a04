import type { PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** The mentee ranked others: the request goes on to the next of them, with the same words. */
export const passOnRequestWhenDeclinedOrLapsed: Reactor = {
  name: 'pass-on-request-when-declined-or-lapsed',
  on: { RequestDeclined: passOn, RequestLapsed: passOn },
};

function passOn({ id, data }: EventTyped<'RequestDeclined' | 'RequestLapsed'>, { look, now }: World): readonly Asked[] {
  const asked = data.next === null ? undefined : look.row('request', data.request);
  if (data.next === null || !asked) return [];
  const ranked = look.row('request-reserves', data.request)?.reserves ?? [];
  return [
    {
      type: 'RequestMentoring',
      data: {
        // Follows from the event, so that two processes that pass it on ask once.
        request: commandIdFrom('passed-on', id) as string as RequestId,
        mentor: data.next,
        mentee: data.mentee,
        note: asked.note,
        aims: [...asked.aims],
        times: asked.times.filter(({ startsAt }) => startsAt > now()),
        reserves: after(ranked, data.next),
      },
    },
  ];
}

const after = (ranked: readonly PersonId[], person: PersonId): PersonId[] => ranked.slice(ranked.indexOf(person) + 1);

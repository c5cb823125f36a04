import { Show, type JSX } from 'solid-js';
import { whereOf } from '../mentorship/meetings.js';
import type { Meeting } from '../pair/pair.js';

/** The link of a place that is one. Any other scheme than that of pages stays text. */
const linkIn = (place: string): URL | undefined => (/^https?:\/\//i.test(place) && URL.canParse(place) ? new URL(place) : undefined);

/** Where two people meet. A link opens in a tab of its own, so that what is being typed here stays, and says where it leads. */
export const Where = (props: { meeting: Pick<Meeting, 'format' | 'place'> }): JSX.Element => (
  <Show when={linkIn(props.meeting.place)} fallback={whereOf(props.meeting)}>
    {(link) => (
      <>
        {whereOf({ ...props.meeting, place: '' })},{' '}
        <a href={link().href} target="_blank" rel="noopener noreferrer">
          join on {link().host}
        </a>
      </>
    )}
  </Show>
);

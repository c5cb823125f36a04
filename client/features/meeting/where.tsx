import { isOpen } from '@alongside/domain/meetings/states.js';
import { Show, type JSX } from 'solid-js';
import { whereOf } from '../../shared/meetings/where-of.js';
import type { Meeting } from '../../shared/pair/pair.js';

/** The link of a place that is one. Any other scheme than that of pages stays text. */
const linkIn = (place: string): URL | undefined => (/^https?:\/\//i.test(place) && URL.canParse(place) ? new URL(place) : undefined);

/**
 * Where two people meet. The link opens a tab of its own, so that what is being typed here stays. Left out once there is nothing to join.
 */
export const Where = (props: { meeting: Meeting }): JSX.Element => (
  <Show when={linkIn(props.meeting.place)} fallback={whereOf(props.meeting)}>
    {(link) => (
      <>
        {whereOf({ ...props.meeting, place: '' })}
        <Show when={isOpen(props.meeting)}>
          ,{' '}
          <a href={link().href} target="_blank" rel="noopener noreferrer">
            join on {link().host}
          </a>
        </Show>
      </>
    )}
  </Show>
);

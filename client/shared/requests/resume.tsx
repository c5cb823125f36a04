import type { JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { me } from '../../replica/index.js';
import { Button, sayDay } from '../../ui/index.js';

/** What is true of a mentor whose new requests are paused. */
export const sayPaused = ({ until }: { readonly until: string | null }): string =>
  until
    ? `New requests are paused until ${sayDay(until)}. Your mentorships continue.`
    : 'New requests are paused. Your mentorships continue.';

/** Ends one’s own pause. */
export function ResumeRequests(): JSX.Element {
  const resuming = createAct();
  return (
    <Button
      tone="quiet"
      small
      pending={resuming.pending()}
      onPress={() => void resuming.run('ResumeMentoring', { person: me() }, 'You can get new requests again')}
    >
      Resume new requests
    </Button>
  );
}

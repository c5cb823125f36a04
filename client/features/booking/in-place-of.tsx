import { within } from '@alongside/domain/text/mid-sentence.js';
import type { JSX } from 'solid-js';
import { me } from '../../replica/index.js';
import { Link, Notice } from '../../ui/index.js';
import { inOrder } from '../../shared/pair/next-action.js';
import type { Meeting } from '../../shared/pair/pair.js';

/** The meeting for which times are suggested: what is booked or suggested takes their place. `named`: the one that a link led here from. */
export const suggestedIn = (meetings: readonly Meeting[], named?: string): Meeting | undefined => {
  const suggested = inOrder(meetings).filter(({ status }) => status === 'proposed');
  return suggested.find(({ meeting }) => meeting === named) ?? suggested[0];
};

/** Says that it is the same meeting: whose times are replaced, and what stays. */
export function InPlaceOf(props: { of: Meeting; otherName: string }): JSX.Element {
  return (
    <Notice foot={<Link href={`/meetings/${props.of.meeting}`}>See suggested times</Link>}>
      {sayWhose(props.of, props.otherName)} What you book or suggest here replaces them, and we keep the agenda.
    </Notice>
  );
}

function sayWhose({ by, declined }: Meeting, name: string): string {
  if (by === me()) return declined ? `${name} cannot make the times you suggested.` : 'You have suggested times for this meeting.';
  return declined ? `You said that none of the times ${within(name)} suggested suit you.` : `${name} suggested times for this meeting.`;
}

import { within } from '@alongside/domain/text/mid-sentence.js';
import { Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { Button, Dialog, Skeleton } from '../../ui/index.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import { draftTerms } from './draft-terms.js';
import type { MatchAnswer } from './match-answer.js';
import { FullTerms } from './terms.js';

/** The agreement as it would be suggested, to read: nothing here signs or sends it. */
export default function DraftAgreement(props: {
  open: boolean;
  onClose: () => void;
  pair: Mentorship;
  otherName: string;
  onPropose: () => void;
}): JSX.Element {
  const match = createAnswer<MatchAnswer>(() => `/api/mentorships/${props.pair.mentorship}/match`, { views: ['profile'] });
  const terms = () => {
    const { minutes, ...rest } = draftTerms(undefined, match.data(), props.pair.aims);
    return { ...rest, minutes: Number(minutes) };
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Draft agreement"
      lead={`We drafted this from your profiles and the request. You have not signed it, and ${within(props.otherName)} has not been asked to.`}
      foot={
        <>
          <Button onPress={props.onPropose}>Edit and suggest</Button>
          <Button tone="quiet" onPress={props.onClose}>
            Close
          </Button>
        </>
      }
    >
      <Show when={!match.loading()} fallback={<Skeleton lines={5} label="Loading draft agreement" />}>
        <FullTerms terms={terms()} />
      </Show>
    </Dialog>
  );
}

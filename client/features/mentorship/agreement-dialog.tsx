import { sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { createSending, me } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import { Button, dayOf, Dialog, Notice, sayDate, saying } from '../../ui/index.js';
import { sayReplaced } from './agreement.js';
import { Differences, FullTerms, type Agreement } from './terms.js';

/** A plain copy: a row changes under the code that holds it. */
const copyOf = (agreement: Agreement | null): Agreement | null =>
  agreement && { ...agreement, terms: agreement.terms && { ...agreement.terms }, signedBy: [...agreement.signedBy] };

/** What a person signs is what they read: the terms in full, and the signature below them. */
export default function AgreementDialog(props: {
  open: boolean;
  onClose: () => void;
  pair: Mentorship;
  otherName: string;
  onPropose: () => void;
}): JSX.Element {
  const sending = createSending();
  const latest = () => props.pair.proposed ?? props.pair.agreed;
  // What was opened stays before the reader's eyes, whatever the other suggests meanwhile.
  const [read, setRead] = createSignal(latest()?.agreement);
  createEffect(
    on(
      () => props.open,
      (open) => open && setRead(latest()?.agreement),
    ),
  );
  const kept = createMemo<Agreement | null>((before) => (latest()?.agreement === read() || !before ? copyOf(latest()) : before), null);
  const changed = () => kept()?.agreement !== latest()?.agreement;
  const shown = () => kept();
  const toSign = () => {
    const proposed = kept();
    const open = proposed?.agreement === props.pair.proposed?.agreement;
    return open && proposed?.terms && !proposed.signedBy.some((person) => person === me()) ? proposed : undefined;
  };
  const sign = async (agreement: string) => {
    // Signing changes it.
    const inForce = props.pair.agreed !== null;
    if (
      !(await sending.send(
        'SignAgreement',
        { mentorship: props.pair.mentorship, agreement },
        { saved: saying(`Agreement signed. ${inForce ? 'The changes apply from now on.' : 'Your mentorship is active.'}`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={toSign() ? `Agreement suggested by ${within(props.otherName)}` : 'Your agreement'}
      lead={sayOnlyTwo(props.otherName)}
      foot={
        <Show
          when={toSign()}
          fallback={
            <Button tone="quiet" onPress={props.onClose}>
              Close
            </Button>
          }
        >
          {(agreement) => (
            <>
              <Button onPress={() => void sign(agreement().agreement)} pending={sending.pending()}>
                Sign agreement
              </Button>
              <Button tone="quiet" onPress={props.onPropose}>
                Suggest changes
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Refused sending={sending} />
      <Show when={changed()}>
        <Notice
          title={`${props.otherName} changed this while you were reading`}
          foot={
            <Button small onPress={() => setRead(latest()?.agreement)}>
              Read new agreement
            </Button>
          }
        >
          You opened the agreement below. You can no longer sign it.
        </Notice>
      </Show>
      <Show when={shown()?.terms} fallback={<p class="muted">This was deleted with its author’s account.</p>}>
        {(terms) => (
          <>
            <Show when={shown()?.replaces}>
              {(replaced) => (
                <Notice title="What is different">
                  <p>{sayReplaced(replaced(), props.otherName)}</p>
                  <Show when={replaced().terms}>{(before) => <Differences before={before()} after={terms()} />}</Show>
                </Notice>
              )}
            </Show>
            <FullTerms terms={terms()} signed={signatures(shown(), props.otherName)} />
          </>
        )}
      </Show>
    </Dialog>
  );
}

function signatures(agreement: Agreement | null, otherName: string): string {
  if (!agreement) return '';
  if (agreement.agreedAt) return `Signed by you both on ${sayDate(dayOf(agreement.agreedAt))}.`;
  return agreement.signedBy.some((person) => person === me())
    ? `Signed by you. Waiting for ${within(otherName)} to sign.`
    : `Signed by ${within(otherName)}.`;
}

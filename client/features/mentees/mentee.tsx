import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import type { Draft } from '../../app/draft.js';
import { createSending, me, newId } from '../../replica/index.js';
import { StillSending } from '../../shared/forms.js';
import { focusHeading } from '../../shared/requests/focus.js';
import { ReplyForm } from '../../shared/requests/reply-form.js';
import { reasonsOf, type Remark } from '../../shared/mentors/suggestions.js';
import { Avatar, Button, calledName, Reasons, saying } from '../../ui/index.js';
import type { MenteeToHelp } from './answer.js';

const NOTE_LIMIT_CHARACTERS = 600;
const REASONS_SHOWN = 3;
const DOUBTS_SHOWN = 2;

/** One person, why this mentor could help, what to consider, and an offer in the mentor’s own words. */
export function Mentee(props: { mentee: MenteeToHelp }): JSX.Element {
  const id = createUniqueId();
  const sending = createSending();
  const [open, setOpen] = createSignal(false);
  let offer: HTMLDivElement | undefined;
  const name = () => calledName(props.mentee);
  const shown = () => inBrief(props.mentee.remarks);
  const work = () => [props.mentee.jobTitle, ...props.mentee.institutions].filter(Boolean).join(', ');
  const back = () => {
    setOpen(false);
    offer?.querySelector('button')?.focus();
  };
  const send = async (note: string, draft: Draft<string>) => {
    const saved = saying(`We have told ${within(name())} that you offer to help.`);
    const made = { mentor: me(), helpOffer: newId(), mentee: props.mentee.person, note };
    if (!(await sending.send('OfferHelp', made, { draft, saved }))) return;
    setOpen(false);
    focusHeading();
  };
  return (
    <article class="mentee stack" aria-labelledby={id}>
      <div class="line line--top">
        <Avatar who={{ id: props.mentee.person, name: props.mentee.name }} />
        <div class="grow">
          <h3 id={id}>{props.mentee.name}</h3>
          <Show when={work()}>
            <p class="muted">{work()}</p>
          </Show>
        </div>
      </div>
      <Reasons of={reasonsOf(shown().first)} />
      <Show when={shown().more.length}>
        <details>
          <summary class="small">
            More about how you fit<span class="unseen">: {props.mentee.name}</span>
          </summary>
          <div class="room-above">
            <Reasons of={reasonsOf(shown().more)} />
          </div>
        </details>
      </Show>
      <Show
        when={open()}
        fallback={
          <>
            <StillSending sending={sending} />
            <div ref={(element: HTMLDivElement) => (offer = element)}>
              <Button tone="quiet" onPress={() => setOpen(true)}>
                Offer to help {within(name())}
              </Button>
            </div>
          </>
        }
      >
        <ReplyForm
          about={`offer:${props.mentee.person}`}
          label={`Your message to ${within(name())}`}
          hint="Say in a few words how you could help. They see this with your name."
          send="Send offer"
          field="note"
          limit={NOTE_LIMIT_CHARACTERS}
          sending={sending}
          onSend={send}
          onBack={back}
        />
      </Show>
    </article>
  );
}

/** What is read at once, reservations included, and what is unfolded. */
function inBrief(remarks: readonly Remark[]): { readonly first: readonly Remark[]; readonly more: readonly Remark[] } {
  const of = (isFor: boolean, limit: number) => remarks.filter(({ kind }) => (kind === 'for') === isFor).slice(0, limit);
  const first = [...of(true, REASONS_SHOWN), ...of(false, DOUBTS_SHOWN)];
  return { first, more: remarks.filter((one) => !first.includes(one)) };
}

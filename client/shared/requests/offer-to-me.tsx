import { within } from '@alongside/domain/text/mid-sentence.js';
import { Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { createLeadOnFromCard } from '../../app/lead-on.js';
import { createAnswer, createSending, newId } from '../../replica/index.js';
import { Button, calledName, DueDate, Link, MoveCard, Notice, Reasons, Skeleton } from '../../ui/index.js';
import { StillSending } from '../forms.js';
import { reasonsOf, SUGGESTIONS_REST_ON, type SuggestedMentor } from '../mentors/suggestions.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import { focusHeading } from './focus.js';
import { FocusAreas } from './focus-areas.js';
import type { HelpOffer } from './offers.js';
import './requests.css';

/** A mentor offers to help this mentee: who, why the two, and a yes or a no without a reason. */
export function OfferToMe(props: { offer: HelpOffer; brief?: boolean }): JSX.Element {
  const who = createWho(() => props.offer.mentor);
  const answer = createAnswer<SuggestedMentor>(() => `/api/suggestions/${encodeURIComponent(props.offer.mentor)}`, SUGGESTIONS_REST_ON);
  const name = () => calledName(who());
  const reasons = () => <Reasons of={reasonsOf(answer.data()?.reasons ?? [])} />;
  return (
    <MoveCard
      title={`${who().name} has offered to help you`}
      lead={<DueDate day={props.offer.answerBy} verb="Reply by" />}
      who={<PersonAvatar of={props.offer.mentor} />}
    >
      <div class="stack full">
        <Show when={props.offer.note}>
          <p class="request__note">{props.offer.note}</p>
        </Show>
        <FocusAreas label={`Focus areas ${within(name())} can help with`} aims={props.offer.aims} />
        <Show when={answer.data()?.reasons.length}>
          <details open={!props.brief}>
            <summary class="small">Why you two</summary>
            <div class="room-above">{reasons()}</div>
          </details>
        </Show>
        <p class="small muted">
          <Link href={`/mentors/${props.offer.mentor}`}>Read {within(name())}’s profile</Link>
        </p>
        <Show when={who().name} fallback={<Skeleton lines={2} label="Loading your choices" />}>
          <Answer offer={props.offer} name={name()} />
        </Show>
      </div>
    </MoveCard>
  );
}

function Answer(props: { offer: HelpOffer; name: string }): JSX.Element {
  const sending = createSending();
  const leadOn = createLeadOnFromCard();
  const declining = createAct();
  const { mentor, helpOffer } = props.offer;
  const accept = async () => {
    // Said again before the hub has answered, it would be another yes.
    if (sending.waiting()) return;
    const [request, mentorship, asked] = [newId(), newId(), props.name];
    const words = `${asked} is now your mentor. We have told them.`;
    const saved = (late: boolean) => leadOn({ to: `/mentorships/${mentorship}`, link: 'Open mentorship', words, late });
    await sending.send('AcceptOffer', { mentor, helpOffer, request, mentorship }, { saved });
  };
  const decline = async () => {
    const told = `We have told ${within(props.name)} “not this time”.`;
    if (await declining.run('DeclineOffer', { mentor, helpOffer }, told)) queueMicrotask(focusHeading);
  };
  return (
    <>
      <Show when={sending.refusal()?.message}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
      <StillSending sending={sending} />
      <div class="line line--wrap">
        <Button pending={sending.pending()} onPress={() => void accept()}>
          Yes, ask {within(props.name)}
        </Button>
        <Button tone="plain" pending={declining.pending()} onPress={() => void decline()}>
          No, thank you
        </Button>
      </div>
      <p class="small muted">
        With a yes, {within(props.name)} becomes your mentor. You do not need a reason for a no. If you do not reply, the offer ends.
      </p>
    </>
  );
}

import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { OFTEN, type Frequency } from '@alongside/domain/people/rhythm.js';
import { formatOfMeeting } from '@alongside/domain/mentorships/ways.js';
import { createLeadOnFromCard } from '../../app/lead-on.js';
import { createView, me, newId, type ComputedAnswer, type Sending } from '../../replica/index.js';
import { Button, ButtonLink, count, dayOf, Notice, sayMoment, sayOnDay, sayTime, Slots, timeOf } from '../../ui/index.js';
import { StillSending } from '../forms.js';
import { saySlotShort, type Time } from '../mentors/slot.js';
import { inSentence } from '../people/say.js';
import { sayWays, type Ways } from '../pair/ways.js';
import type { Remark } from '../mentors/suggestions.js';
import type { Request } from './sorted.js';

/** What the hub says of an open request beside its words. */
export interface AboutRequest {
  readonly reasons: readonly Remark[];
  /** Offered times that both can still make. */
  readonly times?: readonly Time[];
  readonly ways?: Ways | null;
  /** How often the mentee would like to meet, where that is more often. */
  readonly wish?: Frequency | null;
}

const LATER = 'later';

/** How the first meeting would be held. */
const FORM = { 'in-person': 'in person', online: 'online' } as const;

/** How many more mentees I have space for; undefined until that is loaded. */
export function createSpaceLeft(): () => number | undefined {
  const caseload = createView('caseload', me);
  return () => {
    const load = caseload();
    return load && Math.max(0, load.places - load.taken);
  };
}

/** What a yes would ask of the mentor: “To begin with, about 40 minutes every fortnight, online. You have space for one more mentee.” */
export function WhatItAsks(props: { about: AboutRequest | undefined; name: string; left: number | undefined }): JSX.Element {
  return (
    <Show when={props.about?.ways || props.left !== undefined}>
      <p class="muted">
        <Show when={props.about?.ways}>
          {(ways) => <>{`To begin with, ${inSentence(sayWays(ways()))}, ${FORM[formatOfMeeting(ways().format)]}. `}</>}
        </Show>
        <Show when={props.about?.wish}>
          {(wish) => <>{`${props.name} would like to meet ${OFTEN[wish()]}, which is more often than you offer. `}</>}
        </Show>
        <Show when={props.left !== undefined}>{sayOwnSpace(props.left ?? 0)}</Show>
      </p>
    </Show>
  );
}

/** A mentor's space, in words. */
export const sayOwnSpace = (left: number): string => (left > 0 ? `You have space for ${count(left, 'more mentee')}.` : 'You are full.');

/** Yes, with one of the offered times or without: one press accepts and books. Leads on to the new mentorship. */
export function SayYes(props: {
  request: Request;
  name: string;
  answer: ComputedAnswer<AboutRequest>;
  sending: Sending;
  /** How many more mentees the mentor has space for. Without space there is nothing to say yes with. */
  left: number | undefined;
  children: JSX.Element;
}): JSX.Element {
  const leadOn = createLeadOnFromCard();
  const [picked, setPicked] = createSignal<string>();
  const times = () => props.answer.data()?.times ?? [];
  const gone = () => props.request.times.length > 0 && props.answer.data()?.times?.length === 0;
  /** The soonest, until another is chosen; what went meanwhile is chosen no more. */
  const time = () => (picked() === LATER ? undefined : (times().find(({ startsAt }) => startsAt === picked()) ?? times()[0]));
  const choices = () => [
    ...times().map(({ startsAt }) => ({ value: startsAt, label: saySlotShort(startsAt) })),
    { value: LATER, label: 'Choose later' },
  ];
  const accept = async () => {
    // Said again before the hub has answered, it would be another yes.
    if (props.sending.waiting()) return;
    const { mentor, request } = props.request;
    const [mentorship, chosen, asker] = [newId(), time(), props.name];
    const format = formatOfMeeting(props.answer.data()?.ways?.format);
    const first = chosen && { meeting: newId(), time: { startsAt: chosen.startsAt, minutes: chosen.minutes }, format };
    const when = chosen && `You meet on ${sayMoment(chosen.startsAt)}.`;
    const words = `You are now ${asker}’s mentor. ${when ?? `We have told ${asker}.`}`;
    const saved = (late: boolean) => leadOn({ to: `/mentorships/${mentorship}`, link: 'Open mentorship', words, late });
    if (!(await props.sending.send('AcceptRequest', { mentor, request, mentorship, ...(first && { first }) }, { saved })))
      props.answer.again();
  };
  return (
    <>
      <Show when={props.left !== 0 && times().length}>
        <Slots
          label={`You and ${within(props.name)} can both make these times`}
          value={time()?.startsAt ?? LATER}
          onChange={setPicked}
          choices={choices()}
          error={props.sending.problem('first')}
        />
      </Show>
      <Show when={gone()}>
        <p class="small muted">
          The times {within(props.name)} suggested have passed or are taken. You can choose one together after you say yes.
        </p>
      </Show>
      <Show when={times().length ? props.sending.problemBeside('first') : props.sending.refusal()?.message}>
        {(said) => <Notice kind="refusal">{said()}</Notice>}
      </Show>
      <StillSending sending={props.sending} />
      <div class="line line--wrap">
        <Show when={props.left !== 0} fallback={<ButtonLink href="/profile?section=mentoring">Offer more space</ButtonLink>}>
          <Button pending={props.sending.pending()} onPress={() => void accept()}>
            <Show when={time()} fallback={<>Say yes to {within(props.name)}</>}>
              {(chosen) => (
                <>
                  Say yes and meet {sayOnDay(dayOf(chosen().startsAt))}
                  <span class="unseen"> at {sayTime(timeOf(chosen().startsAt))}</span>
                </>
              )}
            </Show>
          </Button>
        </Show>
        {props.children}
      </div>
    </>
  );
}

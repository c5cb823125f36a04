import { within } from '@alongside/domain/text/mid-sentence.js';
import { sayAsked } from '@alongside/domain/requests/request-words.js';
import { createSignal, Match, Switch, type JSX } from 'solid-js';
import type { Draft } from '../../app/draft.js';
import { createAnswer, createSending, type Sent } from '../../replica/index.js';
import { Button, DueDate, calledName, MoveCard, saying, Skeleton } from '../../ui/index.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import { focusHeading } from './focus.js';
import { ReplyForm } from './reply-form.js';
import { RequestWords, WhyAskedYou } from './request-words.js';
import { createSpaceLeft, SayYes, WhatItAsks, type AboutRequest } from './say-yes.js';
import type { Request } from './sorted.js';

const REASON_LIMIT_CHARACTERS = 600;
const QUESTION_LIMIT_CHARACTERS = 1_200;

/** A request that waits for this mentor: yes and when, a question first, or not this time. Each takes two presses at most. */
export function MentorRequest(props: { request: Request; brief?: boolean }): JSX.Element {
  const who = createWho(() => props.request.mentee);
  const [doing, setDoing] = createSignal<'choosing' | 'declining' | 'asking'>('choosing');
  const sending = createSending();
  const answer = createAnswer<AboutRequest>(() => `/api/requests/${encodeURIComponent(props.request.request)}/reasons`, {
    views: ['request', 'caseload', 'meeting', 'profile'],
  });
  const left = createSpaceLeft();
  let buttons: HTMLDivElement | undefined;
  const name = () => calledName(who());
  /** A yes that is pressed before it says to whom, and to what time, would be another yes. */
  const ready = () => who().name !== '' && (props.request.times.length === 0 || !answer.loading() || answer.failed() !== undefined);
  const about = () => ({ mentor: props.request.mentor, request: props.request.request });
  const back = () => {
    const last = doing();
    setDoing('choosing');
    buttons?.querySelector<HTMLElement>(last === 'asking' ? '[data-ask]' : '[data-decline]')?.focus();
  };
  const goOn = (sent: Sent) => {
    if (!sent) return;
    setDoing('choosing');
    focusHeading();
  };
  const decline = async (reason: string, draft: Draft<string>) => {
    const saved = saying(`We have told ${within(name())} that you cannot mentor them this time.`);
    goOn(await sending.send('DeclineRequest', { ...about(), reason }, { draft, saved }));
  };
  const ask = async (text: string, draft: Draft<string>) => {
    const saved = saying(`Question sent to ${within(name())}. You have the full time to reply again once ${within(name())} has answered.`);
    goOn(await sending.send('DiscussRequest', { ...about(), text }, { draft, saved }));
  };
  return (
    <MoveCard
      title={sayAsked(who().name)}
      lead={<DueDate day={props.request.answerBy} verb="Reply by" />}
      who={<PersonAvatar of={props.request.mentee} />}
    >
      <div class="stack full">
        <RequestWords request={props.request} withoutTimes />
        <WhatItAsks about={ready() ? answer.data() : undefined} name={name()} left={left()} />
        <WhyAskedYou answer={answer} folded={props.brief} />
        <Switch>
          <Match when={!ready()}>
            <Skeleton lines={2} label="Loading your choices" />
          </Match>
          <Match when={doing() === 'choosing'}>
            <div class="stack" ref={(element: HTMLDivElement) => (buttons = element)}>
              <SayYes request={props.request} name={name()} answer={answer} sending={sending} left={left()}>
                <Button tone="quiet" data-ask onPress={() => setDoing('asking')}>
                  Ask a question first
                </Button>
                <Button tone="plain" data-decline onPress={() => setDoing('declining')}>
                  Not this time
                </Button>
              </SayYes>
            </div>
          </Match>
          <Match when={doing() === 'declining'}>
            <ReplyForm
              about={`decline:${props.request.request}`}
              label={`Message to ${within(name())}`}
              hint="A sentence can help them choose who to ask next."
              optional
              send="Decline request"
              field="reason"
              limit={REASON_LIMIT_CHARACTERS}
              sending={sending}
              onSend={decline}
              onBack={back}
            />
          </Match>
          <Match when={doing() === 'asking'}>
            <ReplyForm
              about={`ask:${props.request.request}`}
              label={`Your question to ${within(name())}`}
              send="Send question"
              field="text"
              limit={QUESTION_LIMIT_CHARACTERS}
              sending={sending}
              onSend={ask}
              onBack={back}
            />
          </Match>
        </Switch>
      </div>
    </MoveCard>
  );
}

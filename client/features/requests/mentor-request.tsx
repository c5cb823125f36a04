import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { uuidv7 } from 'uuidv7';
import { createSending } from '../../replica/index.js';
import { Button, DueDate, calledName, MoveCard, Notice, say } from '../../ui/index.js';
import { createWho, PersonAvatar } from '../people/person-name.js';
import { focusHeading } from './focus.js';
import { ReplyForm } from './reply-form.js';
import { RequestWords, WhyAskedYou } from './request-words.js';
import type { Request } from './sorted.js';

const REASON_LIMIT_CHARACTERS = 600;
const QUESTION_LIMIT_CHARACTERS = 1_200;

/** A request that waits for this mentor: yes, not this time, or a question first. Each takes two taps at most. */
export function MentorRequest(props: { request: Request }): JSX.Element {
  const who = createWho(() => props.request.mentee);
  const navigate = useNavigate();
  const [doing, setDoing] = createSignal<'choosing' | 'declining' | 'asking'>('choosing');
  const sending = createSending();
  let buttons: HTMLDivElement | undefined;
  const name = () => calledName(who());
  const about = () => ({ mentor: props.request.mentor, request: props.request.request });
  const back = () => {
    const last = doing();
    setDoing('choosing');
    buttons?.querySelectorAll('button')[last === 'declining' ? 1 : 2]?.focus();
  };
  const accept = async () => {
    const [mentorship, asker] = [uuidv7(), name()];
    if (!(await sending.send('AcceptRequest', { ...about(), mentorship }))) return;
    focusHeading();
    say(`You are now ${asker}’s mentor. We have told ${asker}.`, {
      label: 'Open mentorship',
      onPress: () => navigate(`/mentorships/${mentorship}`),
    });
  };
  const decline = async (reason: string) => {
    const asker = name();
    if (!(await sending.send('DeclineRequest', { ...about(), reason }))) return false;
    focusHeading();
    say(`We have told ${asker} that you cannot mentor them this time.`);
    return true;
  };
  const ask = async (text: string) => {
    const asker = name();
    if (!(await sending.send('DiscussRequest', { ...about(), text }))) return false;
    say(`Question sent to ${asker}. The deadline is on hold until ${asker} replies.`);
    setDoing('choosing');
    focusHeading();
    return true;
  };
  return (
    <MoveCard
      title={`${who().name} has asked you to be their mentor`}
      lead={<DueDate day={props.request.answerBy} verb="Reply by" />}
      who={<PersonAvatar of={props.request.mentee} />}
    >
      <div class="stack full">
        <RequestWords request={props.request} />
        <WhyAskedYou request={props.request.request} />
        <Switch>
          <Match when={doing() === 'choosing'}>
            <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
            <div class="line line--wrap" ref={(element: HTMLDivElement) => (buttons = element)}>
              <Button pending={sending.pending()} onPress={() => void accept()}>
                Say yes to {name()}
              </Button>
              <Button tone="quiet" onPress={() => setDoing('declining')}>
                Not this time
              </Button>
              <Button tone="plain" onPress={() => setDoing('asking')}>
                Ask a question first
              </Button>
            </div>
          </Match>
          <Match when={doing() === 'declining'}>
            <ReplyForm
              about={`decline:${props.request.request}`}
              label={`Message to ${name()}`}
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
              label={`Your question to ${name()}`}
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

import { within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import type { Draft } from '../../app/draft.js';
import { createSending, createView } from '../../replica/index.js';
import { StillSending } from '../../shared/forms.js';
import { createWho, PersonAvatar } from '../../shared/people/person-name.js';
import { focusHeading } from '../../shared/requests/focus.js';
import { ReplyForm } from '../../shared/requests/reply-form.js';
import { RequestWords } from '../../shared/requests/request-words.js';
import type { Request } from '../../shared/requests/sorted.js';
import { Button, calledName, Dialog, DueDate, MoveCard, saying } from '../../ui/index.js';

const MESSAGE_LIMIT_CHARACTERS = 1_200;

/** The mentor asked something back: the mentee answers, and the clock begins again. */
export function QuestionForMe(props: { request: Request }): JSX.Element {
  const who = createWho(() => props.request.mentor);
  const sending = createSending();
  const [open, setOpen] = createSignal(false);
  const name = () => calledName(who());
  const reply = async (text: string, draft: Draft<string>) => {
    const { mentor, request } = props.request;
    if (!(await sending.send('DiscussRequest', { mentor, request, text }, { draft, saved: saying(`Reply sent to ${within(name())}`) })))
      return;
    setOpen(false);
    focusHeading();
  };
  return (
    <MoveCard
      title={`${who().name} asked you a question`}
      lead={<DueDate day={props.request.answerBy} verb="Reply by" />}
      who={<PersonAvatar of={props.request.mentor} />}
    >
      <div class="stack full">
        <RequestWords request={props.request} />
        <Show
          when={open()}
          fallback={
            <>
              <StillSending sending={sending} />
              <div class="line line--wrap">
                <Button onPress={() => setOpen(true)}>Reply to {within(name())}</Button>
                <Withdraw request={props.request} name={name()} />
              </div>
            </>
          }
        >
          <ReplyForm
            about={`reply:${props.request.request}`}
            label={`Your reply to ${within(name())}`}
            send="Send reply"
            field="text"
            limit={MESSAGE_LIMIT_CHARACTERS}
            sending={sending}
            onSend={reply}
            onBack={() => setOpen(false)}
          />
        </Show>
      </div>
    </MoveCard>
  );
}

/** An open request that waits for the other: who acts next, by when, and what one may do meanwhile. */
export function WaitingRequest(props: { request: Request; asMentee: boolean }): JSX.Element {
  const who = createWho(() => (props.asMentee ? props.request.mentor : props.request.mentee));
  const reserves = createView('request-reserves', () => (props.asMentee ? props.request.request : undefined));
  const name = () => calledName(who());
  let place: HTMLElement | undefined;
  const extending = createAct();
  const giveTime = async () => {
    const { mentor, request } = props.request;
    if (await extending.run('ExtendRequest', { mentor, request }, `${name()} has more time to reply`)) place?.focus();
  };
  return (
    <article
      ref={(element: HTMLElement) => (place = element)}
      tabindex="-1"
      class="stack"
      aria-label={`Request ${props.asMentee ? 'to' : 'from'} ${who().name}`}
    >
      <div class="line line--top">
        <PersonAvatar of={props.asMentee ? props.request.mentor : props.request.mentee} />
        <div class="grow">
          <h3>{props.asMentee ? `Waiting for ${within(name())} to reply` : `Waiting for ${within(name())} to reply to your question`}</h3>
          <p class="muted">
            <DueDate day={props.request.answerBy} verb={`${name() || 'Your colleague'} has until`} />
            <Show when={props.asMentee && props.request.reminded}> · reminded once</Show>
          </p>
          <Show when={reserves()?.reserves.length}>
            <p class="small muted">
              If {within(name())} cannot, we ask <Names of={reserves()?.reserves ?? []} />.
            </p>
          </Show>
        </div>
      </div>
      <details>
        <summary class="small">Read the request</summary>
        <div class="room-above">
          <RequestWords request={props.request} />
        </div>
      </details>
      <div class="line line--wrap line--tight">
        <Show when={props.asMentee && !props.request.extended}>
          <Button tone="quiet" small pending={extending.pending()} onPress={() => void giveTime()}>
            Give {within(name())} more time
          </Button>
        </Show>
        <Show when={props.asMentee}>
          <Withdraw request={props.request} name={name()} />
        </Show>
      </div>
    </article>
  );
}

/** Names in order: “Tariq, then Frances”. */
function Names(props: { of: readonly string[] }): JSX.Element {
  const first = createWho(() => props.of[0]);
  const second = createWho(() => props.of[1]);
  return (
    <>
      {first().name}
      <Show when={props.of[1]}>, then {second().name}</Show>
    </>
  );
}

/** Taking a request back, after one look: it cannot be sent again as it was. */
function Withdraw(props: { request: Request; name: string }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const withdrawing = createAct();
  const withdraw = async () => {
    const { mentor, request } = props.request;
    const withdrawn = await withdrawing.run('WithdrawRequest', { mentor, request }, `You withdrew your request to ${within(props.name)}`);
    if (withdrawn === undefined) return;
    setOpen(false);
    if (withdrawn) queueMicrotask(focusHeading);
  };
  return (
    <>
      <Button tone="plain" small onPress={() => setOpen(true)}>
        Withdraw request
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title="Withdraw request"
        lead={`We tell ${within(props.name)} that you withdrew your request, without a reason. You can ask again another time.`}
        foot={
          <>
            <Button tone="plain" onPress={() => setOpen(false)}>
              Keep request
            </Button>
            <Button tone="danger" pending={withdrawing.pending()} onPress={() => void withdraw()}>
              Withdraw request
            </Button>
          </>
        }
      />
    </>
  );
}

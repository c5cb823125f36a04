import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useNavigate, useParams } from '@solidjs/router';
import { COMPLETION_WINDOW_DAYS } from '@alongside/domain/mentorships/limits.js';
import { createRows, createSending, createView, me, newId } from '../../replica/index.js';
import { NotFound } from '../../app/problem-page.js';
import { createDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import { isOver, type Mentorship, otherOf } from '../../shared/pair/pair.js';
import { CertificateNameNotice } from '../../shared/people/certificate-name.js';
import { createWho } from '../../shared/people/person-name.js';
import { Button, ButtonLink, calledName, Notice, PageHeader, sayDay, saying, Skeleton, WhenLoaded } from '../../ui/index.js';
import { NOTHING_SAID, stepsOf, type Closing } from './closing.js';
import { ClosingEvidence } from './closing-evidence.js';
import { ClosingActions, ClosingGoals, ClosingReflection, ClosingSkills } from './closing-parts.js';
import '../../shared/pair/pair.css';
import { midSentence, within } from '@alongside/domain/text/mid-sentence.js';

/** Completing a mentorship, for the one who proposes it and for the one who agrees: what each would like to say first, and what follows. */
export default function CompleteScreen(): JSX.Element {
  const params = useParams<{ id: string }>();
  const mentorship = createView('mentorship', () => params.id);
  return (
    <div class="page page--narrow">
      <Switch fallback={<Skeleton kind="page" label="Loading your mentorship" />}>
        <Match when={mentorship()}>{(pair) => <Complete pair={pair()} />}</Match>
        <Match when={mentorship.gone}>
          <NotFound />
        </Match>
      </Switch>
    </div>
  );
}

function Complete(props: { pair: Mentorship }): JSX.Element {
  const who = createWho(() => otherOf(props.pair));
  const name = () => calledName(who());
  const home = () => `/mentorships/${props.pair.mentorship}`;
  const [sent, setSent] = createSignal(false);
  const proposed = () => props.pair.completion;
  // While this person's own press is answered, what it changes must not take the form away under it.
  const closed = () => !sent() && (isOver(props.pair) || proposed()?.by === me() || !props.pair.agreed);
  const lead = () => {
    const by = proposed();
    return by && by.by !== me()
      ? `${name()} suggested completing your mentorship. Reply by ${sayDay(by.agreeBy)}, or we complete it then.`
      : `${name()} has ${COMPLETION_WINDOW_DAYS} school days to agree. You can withdraw this until then.`;
  };
  return (
    <div class="stack stack--loose">
      <PageHeader
        context={who().name ? midSentence(`You and ${who().name}`) : undefined}
        title="Complete mentorship"
        lead={closed() ? undefined : lead()}
      />
      <Show
        when={!closed()}
        fallback={
          <Notice foot={<ButtonLink href={home()}>Back to mentorship</ButtonLink>}>
            {isOver(props.pair)
              ? 'This mentorship is finished.'
              : props.pair.agreed
                ? `Waiting for ${within(name())} to agree.`
                : 'You can complete this mentorship once you have an agreement.'}
          </Notice>
        }
      >
        <CertificateNameNotice />
        <ClosingForm pair={props.pair} otherName={name()} home={home()} onSend={setSent} />
      </Show>
    </div>
  );
}

function ClosingForm(props: { pair: Mentorship; otherName: string; home: string; onSend: (sent: boolean) => void }): JSX.Element {
  const navigate = useNavigate();
  const sending = createSending();
  const rows = {
    meetings: createRows('meeting', () => ({ mentorship: props.pair.mentorship })),
    goals: createRows('goal', () => ({ mentorship: props.pair.mentorship })),
    actions: createRows('action', () => ({ mentorship: props.pair.mentorship })),
    skills: createRows('skill', () => ({ person: me() })),
  };
  const draft = createDraft<Closing>(
    () => `closing:${props.pair.mentorship}`,
    () => NOTHING_SAID,
  );
  const reflection = newId();
  const set = (change: Partial<Closing>) => draft.set({ ...draft.value(), ...change });
  const mentee = () => props.pair.mentee === me();
  const apart = () => props.pair.pausedWhy === 'reporting-line';
  const agrees = () => props.pair.completion !== null;
  const goals = createMemo(() => (apart() ? [] : rows.goals().filter(({ status, carriedOnAt }) => status === 'open' && !carriedOnAt)));
  const actions = createMemo(() => rows.actions().filter(({ done, owner, kept }) => done === 'no' && owner === me() && !kept));
  const tags = createMemo(() => {
    const rated = rows.skills().filter(({ mentorship }) => mentorship === props.pair.mentorship);
    return mentee() ? [...new Set([...props.pair.aims, ...rated.map(({ tag }) => tag)])] : [];
  });
  /** Everything that was said first; a rule that refuses one of it leaves the rest of the form as it is. */
  const complete = async () => {
    props.onSend(true);
    const asked = { me: me(), pair: props.pair, goals: goals(), actions: actions(), reflection };
    for (const { type, data, after: left } of stepsOf(draft.value(), asked))
      if (!(await sending.send(type, data, { after: sending, saved: () => draft.amend(left) }))) return props.onSend(false);
    const agreed = agrees();
    const saved = agreed ? () => undefined : saying(`Waiting for ${within(props.otherName)} to agree.`);
    const type = agreed ? 'CompleteMentorship' : 'ProposeCompletion';
    if (!(await sending.send(type, { mentorship: props.pair.mentorship }, { draft, after: sending, saved }))) return props.onSend(false);
    navigate(props.home);
  };
  const notYet = async () => {
    // The draft stays: they will complete one day.
    const saved = saying(`Your mentorship continues.${draft.typed() ? ' What you typed is here until you close this tab.' : ''}`);
    if (await sending.send('DeclineCompletion', { mentorship: props.pair.mentorship }, { saved })) navigate(props.home);
  };
  const part = () => ({ closing: draft.value(), onChange: set });
  return (
    <WhenLoaded of={[rows.meetings, rows.goals, rows.actions, rows.skills]} kind="card" label="Loading mentorship">
      <form class="stack stack--loose closing" novalidate onSubmit={submitting(() => void complete())}>
        <ClosingEvidence pair={props.pair} meetings={rows.meetings()} otherName={props.otherName} />
        <Show when={!agrees() && (goals().length || actions().length)}>
          <Notice title={`We save these choices before ${within(props.otherName)} agrees`}>
            What you choose for goals and actions counts as soon as you suggest completing. It stays that way if you withdraw your
            suggestion, or if {within(props.otherName)} says not yet. You can agree an archived goal again as a new one.
          </Notice>
        </Show>
        <ClosingGoals {...part()} goals={goals()} mentee={mentee()} menteeName={props.otherName} />
        <ClosingActions {...part()} actions={actions()} />
        <ClosingSkills {...part()} tags={tags()} />
        <ClosingReflection {...part()} otherName={props.otherName} mayShare={!apart()} problem={sending.problem('text')} />
        <div class="stack">
          <p class="muted">
            We will cancel meetings that are still booked. You can both go on reading your meetings, goals, actions and feedback.
          </p>
          <Refused sending={sending} beside={['text']} />
          <div class="line line--wrap">
            <Button type="submit" pending={sending.pending()}>
              Complete mentorship
            </Button>
            <Show when={agrees()}>
              <Button tone="quiet" pending={sending.pending()} onPress={() => void notYet()}>
                Not yet
              </Button>
            </Show>
            <ButtonLink tone="plain" href={props.home}>
              Cancel
            </ButtonLink>
          </div>
        </div>
      </form>
    </WhenLoaded>
  );
}

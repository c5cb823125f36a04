import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { createAct } from '../../../app/act.js';
import { me } from '../../../replica/index.js';
import { Button, ButtonLink, together } from '../../../ui/index.js';
import { useCalled } from '../../../shared/people/called-apart.js';
import { createWho } from '../../../shared/people/person-name.js';
import type { ItemWords } from './item-words.js';
import type { DeskItem } from '../../../shared/programme/items.js';
import { createCoordinates, createManages } from './coordinates.js';
import { SuggestEnd } from './suggest-end.js';
import { SuggestTo } from './suggest.js';
import { WriteTo } from './write.js';

/** What can be done about an item: write, suggest mentors, mark as done, see who. */
export function Actions(props: { item: DeskItem; words: ItemWords; large?: boolean }): JSX.Element {
  const [open, setOpen] = createSignal<'write' | 'suggest' | 'end'>();
  const close = () => setOpen(undefined);
  const marking = createAct();
  const help = () => (props.item.kind === 'help' ? props.item.of : undefined);
  const stuck = () => (props.item.kind === 'stuck' ? props.item.of : undefined);
  // A coordinator of the mentor alone may write to both, and suggest nothing to a mentee of another school.
  const coordinates = createCoordinates(() => stuck()?.pair.mentee);
  const manages = createManages(() => props.words.suggestTo);
  // Nothing is offered that would be taken back a moment later.
  const suggestTo = () => (manages() === false && (!stuck() || coordinates()) ? props.words.suggestTo : undefined);
  // What serves best comes first: names for those who have no mentor, words for all others.
  const suggestsFirst = () => props.item.kind === 'seeking' || (props.item.kind === 'handover' && props.item.of.next === 'find-mentor');
  return (
    <div class="line line--wrap line--tight">
      <Switch>
        <Match when={props.item.kind === 'newcomers' && props.item.of.at}>
          {(at) => (
            <ButtonLink {...(props.large ? {} : { tone: 'quiet' as const, small: true })} href={`/newcomers?at=${at()}`}>
              See who
              <span class="unseen"> has not signed in</span>
            </ButtonLink>
          )}
        </Match>
        <Match when={props.item.kind === 'seekers'}>
          <ButtonLink {...toneOf(props.large, true)} href="/looking">
            See who
            <span class="unseen"> is looking for a mentor</span>
          </ButtonLink>
        </Match>
        <Match when={help()}>
          {(asked) => (
            <>
              <Button {...toneOf(props.large, true)} onPress={() => setOpen('write')}>
                Read and reply
                <About of={[asked().by]} />
              </Button>
              <Button
                {...toneOf(props.large, false)}
                pending={marking.pending()}
                onPress={() => void marking.run('MarkHelpDone', { coordinator: me(), help: asked().help }, 'Marked as done')}
              >
                Mark as done
                <About of={[asked().by]} />
              </Button>
            </>
          )}
        </Match>
        <Match when={suggestsFirst()}>
          <SuggestButton
            {...toneOf(props.large, true)}
            of={{ ...props.words, suggestTo: suggestTo() }}
            onPress={() => setOpen('suggest')}
          />
          <WriteButton {...toneOf(props.large, false)} of={props.words} onPress={() => setOpen('write')} />
        </Match>
        <Match when={true}>
          <WriteButton {...toneOf(props.large, true)} of={props.words} onPress={() => setOpen('write')} />
          <SuggestButton
            {...toneOf(props.large, false)}
            of={{ ...props.words, suggestTo: suggestTo() }}
            onPress={() => setOpen('suggest')}
          />
          <Show when={suggestTo() && stuck()?.silent}>
            <Button {...toneOf(props.large, false)} onPress={() => setOpen('end')}>
              Suggest ending mentorship
              <About of={props.words.people} />
            </Button>
          </Show>
        </Match>
      </Switch>
      <Show when={manages() && props.words.suggestTo}>{(mentee) => <Managed of={mentee()} />}</Show>
      <Show when={open() === 'write'}>
        <WriteTo open onClose={close} to={props.words.write} about={props.item.key} draft={props.words.draft} quoted={help()?.text ?? ''} />
      </Show>
      <Show when={open() === 'suggest' && suggestTo()}>
        {(to) => <SuggestTo open onClose={close} to={to()} not={mentorsOf(props.item)} />}
      </Show>
      <Show when={open() === 'end' && stuck()}>{(one) => <SuggestEnd open onClose={close} pair={one().pair} />}</Show>
    </div>
  );
}

interface Press {
  readonly tone?: 'quiet';
  readonly small?: true;
  readonly of: Omit<ItemWords, 'suggestTo'> & { readonly suggestTo?: string | undefined };
  readonly onPress: () => void;
}
const toneOf = (large: boolean | undefined, first: boolean): { readonly tone?: 'quiet'; readonly small?: true } =>
  large ? (first ? {} : { tone: 'quiet' }) : { tone: 'quiet', small: true };

/** The mentor of the matter itself is not suggested again. */
const mentorsOf = (item: DeskItem): readonly string[] => (item.kind === 'reply' || item.kind === 'handover' ? [item.of.mentor] : []);

const About = (props: { of: readonly string[] }) => {
  const call = useCalled();
  const who = props.of.map((person) => createWho(() => person));
  return <span class="unseen">: {together(who.map((one) => call(one())))}</span>;
};

/** [R6] Says why a coordinator who manages the mentee suggests nothing to them. */
function Managed(props: { of: string }): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.of);
  return (
    <span class="small muted">
      You are {call(who())}’s line manager or induction tutor, so another coordinator suggests mentors or an end.
    </span>
  );
}

function WriteButton(props: Press): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.of.write[0]);
  return (
    <Show when={props.of.write.length}>
      <Button tone={props.tone} small={props.small} onPress={props.onPress}>
        {props.of.write.length > 1 ? (
          <>
            Write to both
            <About of={props.of.write} />
          </>
        ) : (
          `Write to ${call(who())}`
        )}
      </Button>
    </Show>
  );
}

function SuggestButton(props: Press): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.of.suggestTo);
  return (
    <Show when={props.of.suggestTo}>
      <Button tone={props.tone} small={props.small} onPress={props.onPress}>
        {props.of.another ? 'Suggest another mentor' : 'Suggest mentors'} to {call(who())}
      </Button>
    </Show>
  );
}

import { sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { changedTerms, FORMAT } from '@alongside/domain/mentorships/changed-terms.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import { createAnswer, createSending, me, newId } from '../../replica/index.js';
import { Button, DateField, dayAfter, dayOf, Dialog, Notice, saying, sayDay, sayMinutes, Slots, TextArea } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import { draftTerms, type Terms, type Typed } from './draft-terms.js';
import type { MatchAnswer } from './match-answer.js';
import { Differences } from './terms.js';

const LENGTHS_MINUTES = [20, 30, 45, 60, 90];
const FIELDS = ['terms.purpose', 'terms.confidentiality', 'terms.reviewOn'];

const slots = <Value extends string>(words: Record<Value, string>) =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));

/** A few lines on how to work together; suggesting them signs them for one's own side. */
export default function AgreementForm(props: { open: boolean; onClose: () => void; pair: Mentorship; otherName: string }): JSX.Element {
  const sending = createSending();
  const match = createAnswer<MatchAnswer>(() => `/api/mentorships/${props.pair.mentorship}/match`, { views: ['profile'] });
  const draft = createDraft<Typed>(
    () => `agreement:${props.pair.mentorship}`,
    () => usual(),
  );
  const set = (change: Partial<Typed>) => draft.set({ ...draft.value(), ...change });
  /** The length that holds stays on offer, whatever was chosen since. */
  const before = () => (props.pair.proposed ?? props.pair.agreed)?.terms;
  const usual = () => draftTerms(before() ?? undefined, match.data(), props.pair.aims);
  const lengths = () => [...new Set([...LENGTHS_MINUTES, Number(usual().minutes), Number(draft.value().minutes)])].sort((a, b) => a - b);
  const terms = (): Terms => ({ ...draft.value(), minutes: Number(draft.value().minutes) });
  /**
   * What a person suggests again as it is: a suggestion of the other is signed by that, and one’s own or what holds already is no
   * suggestion.
   */
  const isSame = () => {
    const before = (props.pair.proposed ?? props.pair.agreed)?.terms;
    return before !== undefined && before !== null && changedTerms(before, terms()).length === 0;
  };
  const signs = () => isSame() && props.pair.proposed !== null && props.pair.proposed.by !== me();
  const [pressed, setPressed] = createSignal(false);
  const unchanged = () => (pressed() && isSame() && !signs() ? 'Change something first. The two agreements are the same.' : undefined);
  const sign = async () => {
    const { mentorship, proposed, agreed: inForce } = props.pair;
    if (
      !proposed ||
      !(await sending.send(
        'SignAgreement',
        { mentorship, agreement: proposed.agreement },
        { draft, saved: saying(`Agreement signed. ${inForce ? 'The changes apply from now on.' : 'Your mentorship is active.'}`) },
      ))
    )
      return;
    props.onClose();
  };
  const suggest = async () => {
    setPressed(true);
    if (unchanged()) return;
    if (signs()) return sign();
    const seen = (props.pair.proposed ?? props.pair.agreed)?.agreement ?? null;
    const data = { mentorship: props.pair.mentorship, agreement: newId(), terms: terms(), seen };
    if (
      !(await sending.send('ProposeAgreement', data, {
        draft,
        saved: saying(`Agreement suggested. Waiting for ${within(props.otherName)} to sign.`),
      }))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Suggest an agreement"
      lead={`Suggesting it also signs it for you. ${props.otherName} can sign it or suggest changes. ${sayOnlyTwo(props.otherName)}`}
    >
      <form class="stack" novalidate onSubmit={submitting(() => void suggest())}>
        <Refused sending={sending} beside={FIELDS} />
        <TextArea
          label="What it is for"
          optional
          limit={600}
          value={draft.value().purpose}
          onInput={(purpose) => set({ purpose })}
          error={unchanged() ?? sending.problem('terms.purpose')}
        />
        <Slots label="How often" value={draft.value().frequency} onChange={(frequency) => set({ frequency })} choices={slots(FREQUENCY)} />
        <Slots
          label="How long each time"
          value={draft.value().minutes}
          onChange={(minutes) => set({ minutes })}
          choices={lengths().map((minutes) => ({ value: String(minutes), label: sayMinutes(minutes) }))}
        />
        <Slots label="Where" value={draft.value().format} onChange={(format) => set({ format })} choices={slots(FORMAT)} />
        <TextArea
          label="Confidentiality"
          optional
          limit={600}
          value={draft.value().confidentiality}
          onInput={(confidentiality) => set({ confidentiality })}
          error={sending.problem('terms.confidentiality')}
        />
        <DateField
          label="Review date"
          hint={
            draft.value().reviewOn === before()?.reviewOn
              ? 'The same day as before. You can choose another school day.'
              : 'Choose a school day, about a term from now.'
          }
          min={dayAfter(dayOf(), 1)}
          value={draft.value().reviewOn}
          onInput={(reviewOn) => set({ reviewOn: reviewOn as Terms['reviewOn'] })}
          error={sending.problem('terms.reviewOn')}
        />
        <Replaces pair={props.pair} terms={terms()} otherName={props.otherName} />
        <div class="line line--wrap">
          <Button type="submit" pending={sending.pending()}>
            {signs() ? 'Sign agreement' : 'Sign and suggest agreement'}
          </Button>
          <Button tone="quiet" onPress={props.onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Before it is sent: whose suggestion it replaces, and what it changes. */
function Replaces(props: { pair: Mentorship; terms: Terms; otherName: string }): JSX.Element {
  const before = () => props.pair.proposed ?? props.pair.agreed;
  const title = () => {
    const { proposed } = props.pair;
    if (!proposed) return `This replaces your agreement once ${within(props.otherName)} signs it`;
    const on = sayDay(dayOf(proposed.proposedAt));
    return proposed.by === me()
      ? `This replaces the agreement you suggested on ${on}`
      : `This replaces the agreement ${within(props.otherName)} suggested on ${on}`;
  };
  return (
    <Show when={before()?.terms}>
      {(earlier) => (
        <Notice title={title()}>
          <Differences before={earlier()} after={props.terms} />
        </Notice>
      )}
    </Show>
  );
}

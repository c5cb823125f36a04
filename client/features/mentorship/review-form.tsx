import { sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { FORMAT } from '@alongside/domain/mentorships/changed-terms.js';
import { FREQUENCY } from '@alongside/domain/people/rhythm.js';
import { createAnswer, createSending, me } from '../../replica/index.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { Mentorship } from '../../shared/pair/pair.js';
import { Button, ButtonLink, DateField, dayAfter, dayOf, Dialog, Facts, sayDay, saying, sayMinutes } from '../../ui/index.js';
import type { MatchAnswer } from './match-answer.js';

/** Each of the two looks at the agreement again: carries on until another day, changes it, or finishes. */
export default function ReviewForm(props: {
  open: boolean;
  onClose: () => void;
  pair: Mentorship;
  otherName: string;
  onPropose: () => void;
}): JSX.Element {
  const sending = createSending();
  const match = createAnswer<MatchAnswer>(() => `/api/mentorships/${props.pair.mentorship}/match`, { views: ['profile'] });
  const [typed, setTyped] = createSignal<string>();
  const answered = () => props.pair.review;
  const theirs = () => (answered()?.by === me() ? undefined : answered()?.reviewOn);
  const reviewOn = () => typed() ?? answered()?.reviewOn ?? match.data()?.reviewOn ?? '';
  const lead = () =>
    theirs()
      ? `${props.otherName} would like to carry on, and review it again on ${sayDay(theirs() ?? '')}.`
      : answered()
        ? `You said that you carry on. Waiting for ${within(props.otherName)} to say the same.`
        : `It is reviewed when you and ${within(props.otherName)} have both said so.`;
  const terms = () => props.pair.agreed?.terms;
  /** Set once the user presses with the day on which they review it anyway: nothing would be sent. */
  const [pressed, setPressed] = createSignal<string>();
  const unchanged = () =>
    pressed() && pressed() === reviewOn() ? `You already review it on ${sayDay(reviewOn())}. Choose another day.` : undefined;
  const carryOn = async () => {
    const { mentorship, agreed } = props.pair;
    const day = reviewOn();
    setPressed(day === agreed?.terms?.reviewOn ? day : undefined);
    if (unchanged()) return;
    const both = theirs() === day;
    if (
      !agreed ||
      !(await sending.send(
        'ReviewAgreement',
        { mentorship, agreement: agreed.agreement, reviewOn: day },
        {
          saved: saying(
            both
              ? `Agreement reviewed. You will review it again on ${sayDay(day)}.`
              : `Saved. Waiting for ${within(props.otherName)} to say the same.`,
          ),
        },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Review agreement" lead={`${lead()} ${sayOnlyTwo(props.otherName)}`}>
      <form class="stack" novalidate onSubmit={submitting(() => void carryOn())}>
        <Refused sending={sending} beside={['reviewOn']} />
        <Show when={terms()}>
          {(agreed) => (
            <Facts
              of={[
                ...(agreed().purpose ? [{ label: 'What it is for', value: agreed().purpose }] : []),
                { label: 'How often', value: FREQUENCY[agreed().frequency] },
                { label: 'How long', value: sayMinutes(agreed().minutes) },
                { label: 'Where', value: FORMAT[agreed().format] },
                { label: 'Confidentiality', value: agreed().confidentiality || 'Nothing agreed' },
              ]}
            />
          )}
        </Show>
        <DateField
          label="Next review date"
          hint={
            theirs()
              ? `If you choose another day, ${within(props.otherName)} says whether it suits them.`
              : 'About a term from now, on a school day.'
          }
          min={dayAfter(dayOf(), 1)}
          value={reviewOn()}
          onInput={setTyped}
          error={unchanged() ?? sending.problem('reviewOn')}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={sending.pending()}>
            Carry on with this agreement
          </Button>
          <Button tone="quiet" onPress={props.onPropose}>
            Suggest changes
          </Button>
          <ButtonLink tone="plain" href={`/mentorships/${props.pair.mentorship}/complete`}>
            Complete mentorship
          </ButtonLink>
        </div>
      </form>
    </Dialog>
  );
}

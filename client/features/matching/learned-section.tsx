import { Show, type JSX } from 'solid-js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf, sayDate } from '@alongside/domain/uk/uk-time.js';
import type { ComputedAnswer } from '../../replica/index.js';
import { NotFetched, Section, Skeleton } from '../../ui/index.js';
import { sayBetter, sayRulesAlone, type LearningAnswer } from './learned-words.js';

/** What suggestions have learned from past mentorships, for everybody: or how much is missing for it. `percent`: as the parts above say it. */
export function LearnedSection(props: { answer: ComputedAnswer<LearningAnswer>; percent: number | undefined }): JSX.Element {
  return (
    <Section title="What we have learned">
      <Show
        when={props.answer.data()}
        fallback={
          <Show when={props.answer.failed()} fallback={<Skeleton lines={3} label="Loading what we have learned" />}>
            {(why) => (
              <NotFetched title="We could not load what we have learned" mild onAgain={props.answer.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
        }
      >
        {(data) => (
          <Show when={data().serving} fallback={<p>{sayRulesAlone(data())}</p>}>
            {(model) => <Card of={model()} percent={props.percent} />}
          </Show>
        )}
      </Show>
    </Section>
  );
}

/** The model card, in plain English. */
const Card = (props: { of: NonNullable<LearningAnswer['serving']>; percent: number | undefined }): JSX.Element => (
  <>
    <p>
      Past mentorships on this hub count for {props.percent ?? Math.round(props.of.weight * 100)}% of the points. The more we learn from,
      the more they count, and the rules always count for more.
    </p>
    <p>
      On {sayDate(dayOf(props.of.trainedAt as Instant))} we looked at how {props.of.outcomes.toLocaleString('en-GB')} mentorships went:
      whether they lasted a term with three meetings or more, whether both people felt it was a good fit, progress on goals, whether they
      gave feedback, and whether both wanted to go on. {sayBetter(props.of.verdict)}
    </p>
    <p>
      We compare what people chose in their profiles when they asked for a mentor. We do not use what they wrote, or how a mentor’s own
      earlier mentorships went. If someone it learned from deletes their account, we delete what we learned and follow the rules until we
      learn again.
    </p>
  </>
);

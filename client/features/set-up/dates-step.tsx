import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';
import { CalendarForm } from '../../shared/institutions/calendar-form.js';
import { areAlike, othersWithoutDates, sayOthers, startAmongMany, startAt } from '../../shared/set-up/answers.js';
import { Button, Checkbox, Skeleton } from '../../ui/index.js';
import { ChooseSchool } from './choose-school.js';
import { NoSchoolYet } from './no-school-yet.js';
import type { StepProps } from './step-props.js';

/** Terms and closures of a school, or of all that were added. */
export default function DatesStep(props: StepProps): JSX.Element {
  const schools = () => props.progress.schools;
  const start = () => (props.progress.hasMore ? startAmongMany : startAt);
  const [picked, setChosen] = createSignal<string>();
  // A school that was added a moment ago is known a moment later.
  const chosen = createMemo(
    (before: string): string => picked() ?? (before || start()(schools(), props.at, ({ hasCalendar }) => hasCalendar)),
    '',
  );
  const [wanted, setAll] = createSignal<boolean>();
  const all = () => wanted() ?? areAlike(schools(), chosen());
  const row = createView('institution', () => chosen() || undefined);
  // Of a whole register the list has the first few, which are nobody’s own.
  const others = createMemo(() => (props.progress.hasMore ? [] : othersWithoutDates(schools(), chosen())));
  return (
    <Show when={schools().length > 0} fallback={<NoSchoolYet loading={props.loading} />}>
      <div class="stack stack--loose">
        <p>We count school days when we set a date to reply by, and we do not suggest meetings in the holidays.</p>
        <ChooseSchool progress={props.progress} chosen={chosen()} onChoose={setChosen} />
        <Show when={others().length > 0}>
          <Checkbox label={`Use these dates for ${sayOthers(others())} without dates too`} checked={all()} onChange={setAll} />
        </Show>
        <Show
          when={row()}
          keyed
          fallback={
            <Show when={chosen()} fallback={<Skip onNext={props.onNext} />}>
              <Skeleton lines={6} label="Loading term dates" />
            </Show>
          }
        >
          {(institution) => (
            <CalendarForm
              institutions={[institution.institution, ...(all() ? others().map((one) => one.institution) : [])]}
              nation={institution.details.nation}
              terms={institution.terms}
              closures={institution.closures}
              submit="Save and continue"
              onSent={() => props.onNext(institution.institution)}
              beside={<Skip onNext={props.onNext} />}
            />
          )}
        </Show>
      </div>
    </Show>
  );
}

const Skip = (props: Pick<StepProps, 'onNext'>): JSX.Element => (
  <Button tone="plain" onPress={() => props.onNext()}>
    Skip for now
  </Button>
);

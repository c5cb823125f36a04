import { createMemo, Show, type JSX } from 'solid-js';
import { isSchoolDay } from '@alongside/domain/uk/school-days.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { createRows, createView } from '../../../replica/index.js';
import { createSteady, dayOf, List, sayDayNear, Section } from '../../../ui/index.js';
import { lastSchoolDay, linesOf } from './since-words.js';

/** What has happened since the last school day, in counts. */
export function SinceThen(props: { at: string }): JSX.Element {
  const institution = createView('institution', () => props.at);
  const since = createMemo(() => {
    const row = institution();
    const calendar = row && { nation: row.details.nation, terms: row.terms, closures: row.closures };
    return lastSchoolDay(dayOf(), (day) => !calendar || isSchoolDay(calendar, day as Day));
  });
  const rows = createRows(
    'day',
    // From the last day of school, which its calendar tells.
    () => (institution.loading ? undefined : { institution: props.at }),
    () => ({ by: 'day', from: since(), to: dayOf() }),
  );
  const lines = createSteady(() => linesOf(rows(), dayOf()));
  return (
    <Show when={lines().length}>
      <Section title={`Since ${sayDayNear(since())}`} level={3}>
        <List each={lines()}>{(line) => <p class="small desk__line">{line}</p>}</List>
      </Section>
    </Show>
  );
}

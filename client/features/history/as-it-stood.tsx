import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import type { ComputedAnswer } from '../../replica/index.js';
import { EmptyState, Figures, NotFetched, sayDate, sayDay, Section, Skeleton, Table } from '../../ui/index.js';
import { comparedWith, type Against, type Compared } from './compare.js';
import { change, difference, GROUPS, HEADLINE, said, type ProgrammeFigures } from '../../shared/programme/figures.js';
import type { EarlierDay, PastDayAnswer } from '../../shared/programme/history-answers.js';

/** A plain copy: what is compared must not change under the comparison. */
interface Snapshot {
  readonly day: string;
  readonly figures: ProgrammeFigures | null;
  readonly before: ProgrammeFigures | null;
  readonly earlier: readonly EarlierDay[];
  readonly week: PastDayAnswer['week'];
}

/** The figures of a day, what changed since the step before, and the week in sentences. */
export function AsItStood(props: { day: string; past: ComputedAnswer<PastDayAnswer>; playing: boolean; against: Against }): JSX.Element {
  const now = createMemo((): Snapshot | undefined => {
    const data = props.past.data();
    return (
      data && {
        day: data.day,
        figures: data.figures && { ...data.figures },
        before: data.before && { ...data.before },
        // A hub from before this page has none.
        earlier: (data.earlier ?? []).map((one) => ({ ...one, figures: { ...one.figures } })),
        week: [...data.week],
      }
    );
  });
  const [last, setLast] = createSignal<Snapshot>();
  createEffect(on(now, (next, previous) => next && previous && next.day !== previous.day && setLast(previous)));
  const compared = (at: Snapshot) => comparedWith(props.against, at);
  const stale = () => now()?.day !== props.day;
  return (
    <Show
      when={now()}
      fallback={
        <Show when={props.past.failed()} fallback={<Skeleton kind="card" label="Loading that day" />}>
          {(why) => (
            <NotFetched title="We could not load that day" onAgain={props.past.again}>
              {why()}
            </NotFetched>
          )}
        </Show>
      }
    >
      {(at) => (
        <div class="stack stack--loose" aria-busy={stale()}>
          <Show when={stale() && props.past.failed()}>
            {(why) => (
              <NotFetched title={`The figures below are for ${sayDate(at().day)}`} onAgain={props.past.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
          <p class="unseen" role="status">
            {props.playing || stale() ? '' : sentenceOf(at())}
          </p>
          <Show
            when={at().figures}
            fallback={
              <EmptyState level={2} title="Nothing had happened yet">
                The programme starts later. Choose a later day, or play from here.
              </EmptyState>
            }
          >
            {(figures) => (
              <Figures
                of={HEADLINE.map((words) => ({
                  value: said(words, figures()),
                  label: labelOf(words, at().figures, compared(at())),
                  changed: last() !== undefined && said(words, figures()) !== saidOf(words, last()?.figures),
                }))}
              />
            )}
          </Show>
          <Section title={`What happened in the week up to ${sayDay(at().day, at().day)}`}>
            <Show when={at().week.length} fallback={<p class="muted">Nothing happened.</p>}>
              <ol class="list" role="list">
                <For each={at().week}>
                  {(one) => (
                    <li class="history__day">
                      <p class="label">{sayDay(one.day, one.day)}</p>
                      <p>{one.sentences.join(' ')}</p>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
          </Section>
          <Show when={at().figures}>
            {(figures) => (
              <details class="history__table">
                <summary>Every figure on {sayDate(at().day)}, as a table</summary>
                <Table
                  caption={`Every figure on ${sayDate(at().day)}`}
                  unseenCaption
                  rows={GROUPS.flatMap((group) => group.figures.map((words) => ({ group: group.title, words })))}
                  columns={[
                    { title: 'Figure', cell: (row) => `${row.group}: ${row.words.label.toLowerCase()}` },
                    {
                      title: 'That day',
                      number: true,
                      cell: (row) => said(row.words, figures()),
                    },
                    {
                      title: compared(at()).title,
                      number: true,
                      cell: (row) => saidOf(row.words, compared(at()).figures) ?? '–',
                    },
                    {
                      title: 'Difference',
                      number: true,
                      cell: (row) => difference(row.words, figures(), compared(at()).figures) ?? '–',
                    },
                  ]}
                />
                <p class="small muted">
                  What people said is not compared. We count answers in groups, and a difference could show what one person said.
                </p>
              </details>
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}

function labelOf(words: (typeof HEADLINE)[number], figures: ProgrammeFigures | null, { figures: before, than }: Compared): string {
  const moved = change(words, figures, before, than);
  return moved ? `${words.label} · ${moved}` : words.label;
}

const saidOf = (words: (typeof HEADLINE)[number], figures: ProgrammeFigures | null | undefined): string | undefined =>
  figures ? said(words, figures) : undefined;

/** The day in one sentence, for those who cannot see the figures move. */
function sentenceOf(at: Snapshot): string {
  const { figures } = at;
  if (!figures) return `On ${sayDate(at.day)}, nothing had happened yet.`;
  const parts = HEADLINE.map((words) => `${said(words, figures)} ${words.label}`);
  return `On ${sayDate(at.day)}: ${parts.join(', ')}.`;
}

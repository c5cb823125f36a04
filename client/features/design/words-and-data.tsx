import { createSignal, For, type JSX } from 'solid-js';
import { Button, ButtonLink, dayAfter, Facts, Figures, Link, sayDate, Scrubber, Table, Timeline } from '../../ui/index.js';
import './design.css';

const COLOURS = [
  'paper',
  'card',
  'wash',
  'ink',
  'muted',
  'hairline',
  'field-line',
  'chalk',
  'marigold',
  'marigold-wash',
  'brick',
  'sky',
  'data-1',
  'data-2',
  'data-3',
  'data-4',
  'data-5',
  'data-6',
];

/** Type and colour. */
export const TokensShown = (): JSX.Element => (
  <div class="stack">
    <p class="specimen specimen--large">Good morning, Ben</p>
    <p class="specimen specimen--head">You and Asha Rahman</p>
    <p class="specimen specimen--small">Your goals</p>
    <p class="reading">Asha greets her class at the door. The first task is on the board before anyone sits down.</p>
    <p>Plain text, with figures of one width: 1,111 and 8,888.</p>
    <p class="small muted">Small text: 2 of 3 requests left.</p>
    <ul class="swatches" role="list">
      <For each={COLOURS}>
        {(colour) => (
          <li>
            <span class="swatch" style={{ background: `var(--${colour})` }} />
            {colour}
          </li>
        )}
      </For>
    </ul>
  </div>
);

/** Buttons and links. */
export const Words = (): JSX.Element => (
  <div class="stack">
    <p class="line line--wrap">
      <Button>Ask Asha</Button>
      <Button tone="quiet">See other times</Button>
      <Button tone="plain">How we matched you</Button>
      <Button tone="danger">End this mentorship</Button>
    </p>
    <p class="line line--wrap">
      <Button pending>Sending</Button>
      <Button tone="quiet" pending>
        Saving
      </Button>
      <Button disabled>Not yet</Button>
      <Button tone="quiet" small>
        Small
      </Button>
      <ButtonLink href="/design">A link as a button</ButtonLink>
      <Link href="/design">A link in a sentence</Link>
    </p>
  </div>
);

const FROM = '2024-09-02';
const TERMS = [
  { label: 'Autumn 2024', from: '2024-09-02', to: '2024-12-20' },
  { label: 'Spring', from: '2025-01-06', to: '2025-04-04', minor: true },
  { label: 'Summer', from: '2025-04-22', to: '2025-07-22', minor: true },
  { label: 'Autumn 2025', from: '2025-09-01', to: '2025-12-19' },
  { label: 'Spring', from: '2026-01-05', to: '2026-03-27', minor: true },
  { label: 'Summer', from: '2026-04-13', to: '2026-07-21', minor: true },
];
// A made-up rhythm, the same on every visit: busier in term, with a wave through each.
const TICKS = Array.from({ length: 660 }, (_, index) => ({
  day: dayAfter(FROM, index),
  count: Math.round((1 + Math.sin(index / 9)) * ((index * 7919) % 13)),
})).filter((tick) => tick.count > 0 && TERMS.some((term) => tick.day >= term.from && tick.day <= term.to));

/** Figures, tables, records, the timeline and its scrubber. */
export function Data(): JSX.Element {
  const [day, setDay] = createSignal('2025-11-14');
  return (
    <div class="stack stack--loose">
      <Scrubber
        label="Date"
        from={FROM}
        to="2026-07-21"
        value={day()}
        onInput={setDay}
        ticks={TICKS}
        bands={TERMS}
        end={<strong>As it stood on {sayDate(day())}</strong>}
      />
      <Figures
        of={[
          { value: 38, label: 'pairs meeting', changed: true },
          { value: '6.2', label: 'days from match to first meeting' },
          { value: '71%', label: 'of goals updated this half term' },
          { value: undefined, label: 'ended early' },
        ]}
      />
      <Timeline
        entries={[
          { when: 'Monday', words: 'Helen Price published the autumn match plan with 14 new pairs.', fresh: true },
          { when: 'Wednesday', words: 'The maths circle met for the first time: 6 people, for 45 minutes.' },
          { when: 'Friday', words: 'Two pairs finished their first goal.' },
        ]}
      />
      <Table
        caption="Schools of the trust"
        columns={[
          { title: 'School', cell: (row) => row.name },
          { title: 'Phase', cell: (row) => row.phase },
          { title: 'Pairs', cell: (row) => row.pairs, number: true },
        ]}
        rows={[
          { name: 'Northfield School', phase: 'Secondary', pairs: 14 },
          { name: 'Riverbank Primary', phase: 'Primary', pairs: 9 },
        ]}
      />
      <Facts
        of={[
          { label: 'Meets', value: 'Every second Tuesday, 40 minutes' },
          { label: 'Until', value: 'Friday 17 July' },
        ]}
      />
    </div>
  );
}

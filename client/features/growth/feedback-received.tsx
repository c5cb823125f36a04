import { For, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { EmptyState, WhenLoaded } from '../../ui/index.js';
import { FeedbackNote } from '../../shared/pair/feedback.js';
import '../../shared/pair/pair.css';

/** What others saw this person do, and the next step that they would take; newest first. */
export default function FeedbackReceived(): JSX.Element {
  const rows = createRows('feedback', () => ({ to: me() }));
  const newest = () => [...rows()].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <WhenLoaded of={[rows]} label="Loading feedback">
      <Show
        when={newest().length}
        fallback={
          <EmptyState level={2} title="No feedback yet">
            We show feedback from your mentor or mentee here. There are no marks.
          </EmptyState>
        }
      >
        <div class="stack">
          <p class="small muted">Only you and the person who wrote it can see this.</p>
          <For each={newest()}>{(one) => <FeedbackNote of={one} />}</For>
        </div>
      </Show>
    </WhenLoaded>
  );
}

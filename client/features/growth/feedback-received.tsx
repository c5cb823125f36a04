import { For, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { EmptyState, OnceRead } from '../../ui/index.js';
import { FeedbackNote } from '../mentorship/feedback.js';
import '../mentorship/mentorship.css';

/** What others saw this person do, and the next step that they would take; newest first. */
export default function FeedbackReceived(): JSX.Element {
  const rows = createRows('feedback', () => ({ to: me() }));
  const newest = () => [...rows()].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <OnceRead of={[rows]} label="Fetching what others saw">
      <Show
        when={newest().length}
        fallback={
          <EmptyState level={2} title="Nothing yet">
            When your mentor or mentee tells you what they saw, it stands here: one thing seen, one next step, no marks.
          </EmptyState>
        }
      >
        <div class="stack">
          <p class="small muted">You and whoever wrote it can read each of these; nobody else.</p>
          <For each={newest()}>{(one) => <FeedbackNote of={one} />}</For>
        </div>
      </Show>
    </OnceRead>
  );
}

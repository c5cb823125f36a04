import { createSignal, type JSX } from 'solid-js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { Button, Dialog, DueDate, Menu, Notice, Progress, SaveState, say, sayRefused, Skeleton, Tabs, TextField } from '../../ui/index.js';
import Ellipsis from 'lucide-solid/icons/ellipsis';

/** Notices, waiting, long work, the state of saving, days. */
export const States = (): JSX.Element => (
  <div class="stack">
    <Notice title="Only you and Asha can see this">{LEADERS_SEE}</Notice>
    <Notice kind="refusal" title="Asha has no space for another mentee">
      Another person was a moment sooner. Your note is kept below.
    </Notice>
    <Notice kind="good">You have both signed the agreement.</Notice>
    <Notice kind="move">Next: choose a time.</Notice>
    <p class="line line--wrap">
      <SaveState status="everywhere" />
      <SaveState status="sending" />
      <SaveState status="here" />
      <SaveState status="offline" />
      <SaveState status="refused" reason="Check the marked fields and try again." onPress={() => undefined} />
    </p>
    <p class="line line--wrap">
      <DueDate day="2026-03-20" today="2026-03-06" />
      <DueDate day="2026-03-07" today="2026-03-06" />
      <DueDate day="2026-03-02" today="2026-03-06" />
    </p>
    <Progress
      label="Reading your staff list"
      value={0.42}
      words="420 of 1,000 rows"
      cancel={
        <Button tone="quiet" small>
          Stop
        </Button>
      }
    />
    <Progress label="Looking for matches" />
    <Skeleton kind="rows" lines={2} label="An example of loading" />
  </div>
);

/** Tabs, dialogs, menus, toasts. */
export function Floating(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [why, setWhy] = createSignal('');
  return (
    <div class="stack">
      <Tabs
        label="A mentorship"
        tabs={[
          { value: 'goals', label: 'Goals', content: () => <p>What you both agreed to work on.</p> },
          { value: 'meetings', label: 'Meetings', content: () => <p>Past meetings and the next one.</p> },
          { value: 'agreement', label: 'Agreement', content: () => <p>How you work together.</p> },
        ]}
      />
      <div class="line line--wrap">
        <Button tone="quiet" onPress={() => setOpen(true)}>
          End this mentorship
        </Button>
        <Menu
          label="More to do"
          trigger={<Ellipsis size="1.25rem" aria-hidden="true" />}
          entries={[
            {
              kind: 'do',
              label: 'Pause until after the exams',
              onPress: () => say('Paused until 20 May.', { label: 'Undo', onPress: () => say('Carrying on.') }),
            },
            { kind: 'do', label: 'Not available right now', disabled: true, onPress: () => undefined },
            { kind: 'rule' },
            { kind: 'do', label: 'End it', danger: true, onPress: () => setOpen(true) },
          ]}
        />
        <Button tone="plain" onPress={() => say('Your note is saved.', { label: 'Undo', onPress: () => undefined })}>
          Show good news
        </Button>
        <Button tone="plain" onPress={() => sayRefused('That request was answered by somebody else.')}>
          Show a refusal
        </Button>
      </div>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title="End this mentorship"
        lead="Mentorships end for many reasons. You both keep your records."
        foot={
          <>
            <Button tone="danger" onPress={() => setOpen(false)}>
              End it
            </Button>
            <Button tone="quiet" onPress={() => setOpen(false)}>
              Go on together
            </Button>
          </>
        }
      >
        <TextField label="Why, for yourself" optional value={why()} onInput={setWhy} hint="Only you can see this." />
      </Dialog>
    </div>
  );
}

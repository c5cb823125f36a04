import { For, type JSX } from 'solid-js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { Section } from '../../ui/index.js';

const FOUND_BY: Readonly<Record<ProfileRow['visibility'], string>> = {
  everyone: 'Everyone on this hub, as far as your school allows it.',
  institution: 'People of your own school and trust.',
  nobody: 'Nobody but you, and those you already work with.',
};

const rows = (visibility: ProfileRow['visibility'] | undefined) => [
  {
    what: 'Your name, job and what you offer',
    who: visibility ? FOUND_BY[visibility] : 'Those who may find you.',
    note: 'Your coordinators always see your name, because they keep the list of members.',
  },
  {
    what: 'Goals, meeting notes, messages and feedback',
    who: 'You and the other person of the mentorship.',
    note: 'Not your line manager, not your induction tutor, not your headteacher, not the people who run this hub.',
  },
  { what: 'Reflections', who: 'Only you, until you share one with your mentor or publish it.', note: 'You choose for each one.' },
  {
    what: 'That you meet, how often, and how it stands',
    who: 'Coordinators and leaders of your school and trust.',
    note: 'Days and numbers. Never a word of what was said.',
  },
  {
    what: 'Figures about the programme',
    who: 'Coordinators, leaders and administrators.',
    note: 'A figure about fewer than five people is withheld.',
  },
  {
    what: 'How you said it is going, and why you ended',
    who: 'Only you.',
    note: 'Not the other person, and not your coordinator.',
  },
  { what: 'Whom you do not want to be matched with', who: 'Only you.', note: 'They are never told, and neither is anybody else.' },
];

/** Who can see what, thing by thing. */
export const WhoSees = (props: { visibility: ProfileRow['visibility'] | undefined }): JSX.Element => (
  <Section title="Who can see what">
    <dl class="who-sees">
      <For each={rows(props.visibility)}>
        {(row) => (
          <div class="who-sees__row">
            <dt>{row.what}</dt>
            <dd>
              {row.who} <span class="muted">{row.note}</span>
            </dd>
          </div>
        )}
      </For>
    </dl>
  </Section>
);

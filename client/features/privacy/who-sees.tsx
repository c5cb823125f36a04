import { For, type JSX } from 'solid-js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { Section } from '../../ui/index.js';

const NOT_CHOSEN = 'People of your own school, until you choose in your profile who can find you.';
const FOUND_BY: Readonly<Record<NonNullable<ProfileRow['visibility']>, string>> = {
  everyone: 'Everyone on this hub, if your school allows it.',
  institution: 'People of your own school and trust.',
  nobody: 'Only you, and people you already work with.',
};

/** What a person wants to work on: what they chose, in words. */
const sayAims = (open: boolean) =>
  open
    ? {
        who: 'You, the people you ask, and mentors who can find you, because you chose it.',
        note: 'These mentors also see your phases, subjects and career stage, and when you could both meet. They never see your levels. Your line manager and induction tutor never see you there. You can turn this off in your profile.',
      }
    : {
        who: 'Only you and the people you ask.',
        note: 'You can let mentors see it and offer to help. It is off until you choose it in your profile.',
      };

const rows = ({ visibility, openToOffers = false }: Seen) => [
  {
    what: 'Your name, job and what you offer',
    who: visibility === undefined ? 'People who can find you.' : visibility === null ? NOT_CHOSEN : FOUND_BY[visibility],
    note: 'Your coordinators always see your name, because they keep the list of members.',
  },
  { what: 'What you want to work on', ...sayAims(openToOffers) },
  {
    what: 'An offer to help, and your reply',
    who: 'Only you and the mentor who offers.',
    note: 'They learn yes, “not this time”, or that it expired. They never learn why.',
  },
  {
    what: 'Your email address',
    who: 'You, coordinators and administrators where you belong, and the people who run this hub.',
    note: 'A coordinator cannot see it if you have a role that they do not have. Your mentor or mentee cannot see it.',
  },
  {
    what: 'Goals, meeting notes, messages and feedback',
    who: 'Only you and your mentor or mentee.',
    note: 'Your line manager, induction tutor and headteacher cannot see them, and nor can the people who run this hub.',
  },
  { what: 'Reflections', who: 'Only you, until you share one with your mentor or publish it.', note: 'You choose for each one.' },
  {
    what: 'Who you are paired with, when you meet, and the status of the mentorship',
    who: 'Coordinators and leaders of your school and trust.',
    note: `${LEADERS_SEE} Coordinators see this too.`,
  },
  {
    what: 'That you are looking for a mentor, or waiting for a reply',
    who: 'Coordinators of your school and trust.',
    note: 'They can suggest mentors. They never see your focus areas or what you wrote. Leaders see only about how many people are looking, and not if they are fewer than five.',
  },
  {
    what: 'Messages between you and a coordinator',
    who: 'Only you and that coordinator.',
    note: 'The email only says that there is a message.',
  },
  {
    what: 'Figures about the programme',
    who: 'Coordinators, leaders and administrators.',
    note: 'Leaders and coordinators see each pair by name, so their figures are exact. From administrators we hide figures about fewer than 5 people.',
  },
  {
    what: 'Your answers about how it is going, and why you ended a mentorship',
    who: 'Only you.',
    note: 'Your mentor or mentee and your coordinator cannot see them. Figures count how it is going for 5 people or more together, and never count reasons.',
  },
  { what: 'Who you do not want to be matched with', who: 'Only you.', note: 'We do not tell them or your coordinator.' },
];

interface Seen {
  readonly visibility: ProfileRow['visibility'] | undefined;
  readonly openToOffers?: boolean | undefined;
}

/** Who can see what, thing by thing. */
export const WhoSees = (props: Seen): JSX.Element => (
  <Section title="Who can see what">
    <dl class="who-sees">
      <For each={rows(props)}>
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

import type { Role } from '../../institutions/institution.events.js';
import { ROLE_SEES, whoSeesOnJoining } from '../../institutions/role-words.js';
import type { PersonId } from '../../kernel/brand.js';
import { HUB } from '../../kernel/decider.js';
import { HUB_INSTITUTION } from '../../policies/actor.js';
import { together } from '../../text/counting.js';
import { dayOf, sayDate, sayDay } from '../../uk/uk-time.js';
import type { Facts, Sayings, Words } from '../facts.js';

const ROLE: { readonly [R in Role]: string } = { coordinator: 'a coordinator', leader: 'a leader', administrator: 'an administrator' };

/** The page that a role gives: Today, where its holder may read of it, needs no notice. */
const ROLE_LINK: { readonly [R in Role]: { readonly says: string; readonly path: string } } = {
  coordinator: { says: 'See your members', path: '/members' },
  leader: { says: 'Open programme', path: '/programme' },
  administrator: { says: 'See schools and trusts', path: '/institutions' },
};

const ABOVE = { lineManager: 'line manager', inductionTutor: 'induction tutor' } as const;
type Above = keyof typeof ABOVE;
/** What a person has become for another, of what changed. */
const rolesOf = ({ shown, to }: Facts<'ReportingLineSet'>): readonly Above[] =>
  (shown.changed ?? (['lineManager', 'inductionTutor'] as const)).filter((role) => shown[role] === to);
/** Older events do not say which of the two changed. */
const sayAbove = (roles: readonly Above[] | undefined): string =>
  roles === undefined ? 'line manager or induction tutor' : roles.map((role) => ABOVE[role]).join(' and ');

/** Where a role is held: a hub that was not given a name is no school. */
const whereOf = ({ shown, institution }: Pick<Facts<'RoleGranted'>, 'shown' | 'institution'>): string =>
  institution === '' && shown.institution === HUB_INSTITUTION ? 'of this hub' : `at ${institution || 'your school'}`;

/** Who gave a role without the right to, where the hub takes it back. */
const giverOf = ({ shown, name }: Facts<'RoleRevoked'>): string => (shown.from ? name(shown.from) : 'The person who gave it');

const roleEnded = (facts: Facts<'RoleRevoked'>): Words => ({
  title: `You are no longer ${ROLE[facts.shown.role]} ${whereOf(facts)} on Alongside`,
  body:
    facts.shown.because === 'given-late'
      ? [
          `${giverOf(facts)} made you ${ROLE[facts.shown.role]} just after losing the right to. Another administrator can give you the role again.`,
        ]
      : ['If this is a mistake, speak to your administrator.'],
  link: { says: 'See who can see what', path: '/privacy' },
});

/** To the administrators there. */
const roleTakenBack = (facts: Facts<'RoleRevoked'>): Words => ({
  title: `${facts.name(facts.shown.person)} is not ${ROLE[facts.shown.role]} ${whereOf(facts)} on Alongside`,
  body: [
    `${giverOf(facts)} gave them the role just after losing the right to, so we removed it. If they should have it, give it to them again.`,
  ],
  link: { says: 'See your members', path: '/members' },
});

type Naming = Pick<Facts, 'institution' | 'hub' | 'name' | 'wholeName' | 'asking'>;

/** The first email of all says who sent it, for which school and what for: otherwise it looks like fraud. */
export function invitation({ institution, hub = '', name, wholeName = name, asking = [] }: Naming, from: PersonId, role?: Role): Words {
  const school = institution || 'your school';
  return {
    title: `${name(from)} invited you to ${hub && `${hub} on `}Alongside`,
    body: [
      role
        ? `${wholeName(from)} invited you as ${ROLE[role]}, because ${school} uses Alongside for mentoring. ${ROLE_SEES[role]}`
        : `${wholeName(from)} invited you because ${school} uses Alongside for mentoring: you can find a mentor, or offer to be one.`,
      [
        'Sign in with this email address. You do not need a password. Your profile takes about 3 minutes.',
        ...(hub ? [`The sign-in page shows the name ${hub}.`] : []),
      ].join(' '),
      ...(asking.length > 0
        ? [`${together(asking)} ${asking.length === 1 ? 'asks' : 'ask'} you to join. You can say yes or no once you have signed in.`]
        : []),
      `If you did not expect this email, ask ${institution ? `a colleague at ${institution}` : 'at your school'} before you sign in.`,
    ],
    link: { says: 'Sign in', path: '/sign-in' },
  };
}

/** The email beside the card on Today, which asks the same. */
function closingTold({ institution, closing, at }: Pick<Facts, 'institution' | 'closing' | 'at'>): Words {
  const school = institution || 'Your school';
  const next = closing?.followedBy ?? [];
  const closed = closing ? `${school} closed on ${sayDay(closing.on, dayOf(at))}.` : `${school} has closed.`;
  const where =
    next.length === 0
      ? 'Find the school or trust you work at now. A coordinator there confirms that you are a colleague.'
      : `If you work at ${next.length === 1 ? next[0] : 'one of them'} now, you can join it at once. At any other school a coordinator confirms that you are a colleague.`;
  return {
    title: `${school} has closed. Where do you work now?`,
    body: [
      next.length === 0 ? closed : `${closed} ${together(next)} ${next.length === 1 ? 'follows' : 'follow'} it.`,
      where,
      'Your mentorships and your records stay as they are.',
    ],
    link: { says: 'Say where you work now', path: '/' },
  };
}

/** Who asked learns that one of the two said no, and not which; or which other administrator took the question back. */
function joiningDeclined({ shown, actor, name }: Pick<Facts<'JoiningDeclined'>, 'shown' | 'actor' | 'name'>): Words {
  const link = { says: 'See your members', path: '/members' };
  if (actor !== shown.kept && actor !== shown.joined)
    return {
      title: `${name(actor)} withdrew your question about two records`,
      body: ['The two records stay apart. You do not need to do anything.'],
      link,
    };
  return {
    title: 'The two records you asked about stay apart',
    body: ['One of the two said that they should not be joined. You do not need to do anything.'],
    link,
  };
}

/** The person learns what to check. An administrator who asked learns whose records they were, which they knew as they asked. */
function recordsJoined({ shown, to, name, wholeName = name }: Pick<Facts<'RecordsJoined'>, 'shown' | 'to' | 'name' | 'wholeName'>): Words {
  if (to !== shown.person)
    return {
      title: `${wholeName(shown.person)} joined the two records you asked about`,
      body: [
        `They are one record now, named ${wholeName(shown.person)}, with both email addresses.`,
        'You do not need to do anything. You cannot undo this.',
      ],
      link: { says: 'See your members', path: '/members' },
    };
  return {
    title: 'Your two records on Alongside are now one',
    body: [
      'You can sign in with either email address. Check which one we send email to.',
      'Check your job details in your profile as well: where they differed, we kept those that were saved last.',
      'If you did not do this, speak to your administrator.',
    ],
    link: { says: 'Choose your email address', path: '/privacy/email' },
  };
}

/** The question, to both addresses. The one that is said not to be read hears what follows, and how to object. */
function joiningProposed({ shown, actor, to, at, name, wholeName = name }: Facts<'JoiningProposed'>): Words {
  const thinks = `${wholeName(actor)} thinks that you may have two records here, with two email addresses. If you join them, your history, meetings and certificates are in one place. You cannot undo this.`;
  const { record, from } = shown.unread ?? {};
  const until = from && sayDay(dayOf(from), dayOf(at));
  const isUnread = (record as string | undefined) === to;
  return {
    title: `${name(actor)} asks if two records on Alongside are both yours`,
    body: isUnread
      ? [
          thinks,
          `${name(actor)} also says that you no longer read email at this address. So you can join the records from ${until} without a code from here.`,
          'If you do read email here, or the other record is not yours, sign in with this address and choose “Keep them apart”.',
        ]
      : [
          thinks,
          ...(until
            ? [
                `${name(actor)} also says that you no longer read email at the other address. You can join the records on Today, without a code, from ${until}.`,
              ]
            : []),
          'Nothing changes unless you agree. If this is not you, say no or do nothing.',
        ],
    link: { says: 'Reply', path: '/' },
  };
}

/** Who people are, where they belong, and what is written to them outside a pair. */
export const PEOPLE = {
  PersonJoined: (facts) => invitation(facts, facts.actor, facts.shown.role),
  // [R5] Names neither record to the other: Today shows that, to a signed-in person. Both name who asks.
  JoiningProposed: joiningProposed,
  JoiningDeclined: joiningDeclined,
  RecordsJoined: recordsJoined,
  ClosingTold: closingTold,
  InvitationSent: (facts) => invitation(facts, facts.shown.from),
  MessageWritten: (facts) => ({
    title: `${facts.name(facts.shown.from)} wrote to you`,
    body: [`Only you and ${facts.name(facts.shown.from)} can see it.`],
    link: { says: 'Read the message', path: `/messages/${facts.shown.message}` },
  }),
  // [R5] Names no mentor: an email stays where it is, and a mentor may stop being visible.
  MentorsSuggested: (facts) => ({
    title: `${facts.name(facts.shown.from)} suggested who you could ask to be your mentor`,
    body: ['You choose who to ask. We do not tell them until you do.'],
    link: { says: 'See who they suggest', path: `/messages/${facts.shown.message}` },
  }),
  // [R5] Names no mentor, as above.
  SearchMatched: ({ shown }) => ({
    title: 'Someone new matches a search you saved',
    body: ['We look once a day. To stop, remove the search in the directory.'],
    link: { says: 'See who matches', path: `/directory?saved=${shown.search}` },
  }),
  MemberInvited: (facts) => ({
    title: `${facts.institution || 'A school'} invited you to join on Alongside`,
    body: [
      whoSeesOnJoining(facts.institution || 'the school'),
      'If you are a member of another school, nothing changes there. You can leave at any time.',
    ],
    link: { says: 'Reply to the invitation', path: '/' },
  }),
  InvitationWithdrawn: (facts) => ({
    ...(facts.shown.reopened
      ? {
          title: `Your request to join ${facts.institution || 'another school'} has ended`,
          body: ['Your own school is open again, and you are a member there as before.'],
        }
      : { title: `${facts.institution || 'A school'} cancelled its invitation`, body: ['You do not need to do anything.'] }),
    link: { says: 'See your profile', path: '/profile' },
  }),
  MemberJoined: (facts) =>
    facts.shown.again
      ? {
          title: `You are a member of ${facts.institution || 'your school'} again on Alongside`,
          body: ['You were removed before. If you do not work there any more, you can leave.'],
          link: { says: 'See who can see what', path: '/privacy' },
        }
      : {
          title: `You are now a member of ${facts.institution || 'your new school'} on Alongside`,
          body: ['You asked to join when your school closed. Your mentorships and your records stay as they are.'],
          link: { says: 'See your profile', path: '/profile' },
        },
  MemberLeft: (facts) => ({
    title: `You are no longer a member of ${facts.institution || 'a school'} on Alongside`,
    body: [
      'You were removed from its list of members. Your profile and your records stay yours. If this is a mistake, speak to your coordinator there.',
    ],
    link: { says: 'See who can see what', path: '/privacy' },
  }),
  FirstDayCorrected: (facts) => ({
    title: `${facts.institution || 'Your school'} corrected your first day there to ${sayDate(facts.shown.from)}`,
    body: ['If this is a mistake, speak to your coordinator.'],
    link: { says: 'See who can see what', path: '/privacy' },
  }),
  RoleGranted: (facts) => ({
    title: `You are now ${ROLE[facts.shown.role]} ${whereOf(facts)} on Alongside`,
    body: [ROLE_SEES[facts.shown.role]],
    link: ROLE_LINK[facts.shown.role],
  }),
  RoleRevoked: (facts) => (facts.shown.person === facts.to ? roleEnded(facts) : roleTakenBack(facts)),
  TrustLeft: (facts) => ({
    title: `${facts.institution || 'A school'} is not in the trust that it was added to`,
    body: [
      `${facts.shown.from ? facts.name(facts.shown.from) : 'An administrator'} added it just after losing the right to. An administrator of the hub can add it again.`,
    ],
    link: { says: 'See schools and trusts', path: '/institutions' },
  }),
  ReportingLineSet: (facts) => ({
    title:
      facts.shown.person === facts.to
        ? `${facts.institution || 'Your school'} updated your ${sayAbove(facts.shown.changed)}`
        : `You are now recorded as ${sayAbove(rolesOf(facts))} for ${facts.name(facts.shown.person)}`,
    body: ['We never suggest a line manager or an induction tutor as a mentor.'],
    link: { says: 'See who can see what', path: '/privacy' },
  }),
  PersonRenamed: (facts) => ({
    title:
      facts.actor === HUB
        ? 'Your name on Alongside was changed in an import'
        : `${facts.name(facts.actor)} corrected your name on Alongside`,
    body: ['Check that it is right. You can change it in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  ProfileDescribed: () => ({
    title: 'Your school updated your job details in an import',
    body: ['Check that they are right. You can change them in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  ExpertiseDeclared: () => ({
    title: 'Your school updated your areas of expertise in an import',
    body: ['Check that they are right. You can change them in your profile.'],
    link: { says: 'Check your profile', path: '/profile' },
  }),
  MentoringResumed: () => ({
    title: 'You can get mentoring requests again',
    body: ['The pause you set has ended.'],
    link: { says: 'Change this', path: '/profile' },
  }),
} satisfies Sayings;

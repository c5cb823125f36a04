import { lazy, type Component } from 'solid-js';
import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column';
import House from 'lucide-solid/icons/house';
import CalendarRange from 'lucide-solid/icons/calendar-range';
import Search from 'lucide-solid/icons/search';
import UserSearch from 'lucide-solid/icons/user-round-search';
import Sprout from 'lucide-solid/icons/sprout';
import Users from 'lucide-solid/icons/users-round';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Session } from '../replica/index.js';

type Icon = typeof House;

/**
 * Every screen: path, lazy code and, in the navigation, its name and readers. `bar`: main navigation, at the bottom on phones. `menu`:
 * under the person.
 */
export interface Place {
  readonly path: string;
  readonly screen: Component;
  readonly name?: string;
  readonly icon?: Icon;
  readonly shown?: 'bar' | 'menu';
  /** Who it is for, where it is not for everyone. The hub decides what they see; this only spares people a closed door. */
  readonly for?: (session: Session) => boolean;
}

const coordinates = (session: Session) => session.roles.includes('coordinator') || session.roles.includes('administrator');
/** A role of the hub itself opens no programme. */
const leads = (session: Session) =>
  session.memberships.some(({ institution, roles }) => institution !== HUB_INSTITUTION && roles.length > 0);
/** Leaders and coordinators, who read pairs by name. */
const oversees = (session: Session) =>
  session.memberships.some(({ institution, roles }) => institution !== HUB_INSTITUTION && roles.some((role) => role !== 'administrator'));
const runsHub = (session: Session) =>
  session.memberships.some(({ institution, roles }) => institution === HUB_INSTITUTION && roles.includes('administrator'));
const belongs = (session: Session) => session.memberships.some(({ institution }) => institution !== HUB_INSTITUTION);
const Messages = lazy(() => import('../features/today/desk/messages.screen.js'));

export const PLACES: readonly Place[] = [
  { path: '/', name: 'Today', icon: House, shown: 'bar', screen: lazy(() => import('../features/today/today.screen.js')) },
  { path: '/find', name: 'Find a mentor', icon: UserSearch, shown: 'bar', screen: lazy(() => import('../features/find/find.screen.js')) },
  {
    path: '/directory',
    name: 'Directory',
    icon: Search,
    shown: 'bar',
    screen: lazy(() => import('../features/directory/directory.screen.js')),
  },
  { path: '/matching', screen: lazy(() => import('../features/matching/matching.screen.js')) },
  { path: '/mentors/:person', screen: lazy(() => import('../features/mentors/mentor.screen.js')) },
  { path: '/mentors/:person/ask', screen: lazy(() => import('../features/mentors/ask.screen.js')) },
  { path: '/requests', name: 'Requests', shown: 'menu', screen: lazy(() => import('../features/requests/requests.screen.js')) },
  { path: '/mentees', name: 'Teachers you could help', screen: lazy(() => import('../features/mentees/mentees.screen.js')) },
  { path: '/profile', name: 'Your profile', shown: 'menu', screen: lazy(() => import('../features/profile/profile.screen.js')) },
  { path: '/profile/mirror', screen: lazy(() => import('../features/profile/mirror.screen.js')) },
  {
    path: '/mentorships',
    name: 'Mentorships',
    icon: Users,
    shown: 'bar',
    screen: lazy(() => import('../features/mentorship/mentorships.screen.js')),
  },
  { path: '/mentorships/:id', screen: lazy(() => import('../features/mentorship/mentorship.screen.js')) },
  { path: '/mentorships/:id/complete', screen: lazy(() => import('../features/mentorship/complete.screen.js')) },
  { path: '/mentorships/:id/book', screen: lazy(() => import('../features/booking/booking.screen.js')) },
  { path: '/mentorships/:id/record', screen: lazy(() => import('../features/meeting/past-meeting.screen.js')) },
  { path: '/meetings/:id', screen: lazy(() => import('../features/meeting/meeting.screen.js')) },
  { path: '/messages', name: 'Messages', shown: 'menu', screen: Messages },
  { path: '/messages/:id', screen: Messages },
  {
    path: '/help',
    name: 'Ask a coordinator',
    shown: 'menu',
    for: belongs,
    screen: lazy(() => import('../features/help/help.screen.js')),
  },
  { path: '/looking', screen: lazy(() => import('../features/today/desk/looking.screen.js')) },
  { path: '/newcomers', screen: lazy(() => import('../features/today/desk/newcomers.screen.js')) },
  { path: '/growth', name: 'Development', icon: Sprout, shown: 'bar', screen: lazy(() => import('../features/growth/growth.screen.js')) },
  {
    path: '/shared',
    name: 'Shared by colleagues',
    shown: 'menu',
    for: belongs,
    screen: lazy(() => import('../features/published/published.screen.js')),
  },
  { path: '/verify/:code?', screen: lazy(() => import('../features/verify/verify.screen.js')) },
  {
    path: '/programme',
    name: 'Programme',
    icon: ChartNoAxesColumn,
    shown: 'bar',
    for: leads,
    screen: lazy(() => import('../features/programme/programme.screen.js')),
  },
  {
    path: '/history',
    name: 'History',
    icon: CalendarRange,
    shown: 'bar',
    for: oversees,
    screen: lazy(() => import('../features/history/history.screen.js')),
  },
  {
    path: '/members',
    name: 'Members',
    shown: 'menu',
    for: coordinates,
    screen: lazy(() => import('../features/members/members.screen.js')),
  },
  {
    path: '/import',
    name: 'Import a list',
    shown: 'menu',
    for: coordinates,
    screen: lazy(() => import('../features/import/import.screen.js')),
  },
  {
    path: '/institutions',
    name: 'Schools and trusts',
    shown: 'menu',
    for: coordinates,
    screen: lazy(() => import('../features/institution/institutions.screen.js')),
  },
  { path: '/institutions/:id', screen: lazy(() => import('../features/institution/institution.screen.js')) },
  {
    path: '/set-up',
    name: 'Set up this hub',
    shown: 'menu',
    for: runsHub,
    screen: lazy(() => import('../features/set-up/set-up.screen.js')),
  },
  {
    path: '/health',
    name: 'Hub status',
    shown: 'menu',
    for: runsHub,
    screen: lazy(() => import('../features/health/health.screen.js')),
  },
  {
    path: '/outbox',
    name: 'Demo emails',
    shown: 'menu',
    for: (session) => session.demo,
    screen: lazy(() => import('../features/outbox/outbox.screen.js')),
  },
  { path: '/privacy', name: 'Your privacy', shown: 'menu', screen: lazy(() => import('../features/privacy/privacy.screen.js')) },
  { path: '/privacy/email', screen: lazy(() => import('../features/address/address.screen.js')) },
  { path: '/privacy/records', screen: lazy(() => import('../features/joining/joining.screen.js')) },
  { path: '/display', name: 'Display', shown: 'menu', screen: lazy(() => import('../features/display/display.screen.js')) },
];

/** How many places the bar of phones has room for, “More” included. */
export const BAR_LIMIT_PLACES = 5;

/** The places of one part of the navigation, for this person. */
export const placesFor = (session: Session, shown: 'bar' | 'menu'): readonly Place[] =>
  PLACES.filter((place) => place.shown === shown && (place.for?.(session) ?? true));

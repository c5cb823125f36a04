import { lazy } from 'solid-js';
import { Navigate, Router, type RouteDefinition } from '@solidjs/router';
import { NotFound } from './problem-page.js';
import { PLACES } from './places.js';
import { Shell } from './shell.js';

const Showcase = lazy(() => import('../features/design/design.screen.js'));

const routes: RouteDefinition[] = [
  ...PLACES.map(({ path, screen }) => ({ path, component: screen })),
  // Links in emails. The shell asks for sign-in first, at any address, and continues here.
  { path: '/sign-in', component: () => <Navigate href="/" /> },
  { path: '/design', component: Showcase },
  { path: '*', component: NotFound },
];

/** The whole client: its places, in the shell. */
export const App = () => (
  <Router root={Shell} scrollRestoration>
    {routes}
  </Router>
);

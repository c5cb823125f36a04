import type { NextFunction, Request, Response } from 'express';
import { accessView } from '@alongside/projections/views/access.view.js';
import { membershipView } from '@alongside/projections/views/membership.view.js';
import { sessionView } from '@alongside/projections/views/session.view.js';
import type { HubParts } from '../hub.js';
import { senderOf } from '../signed-in.js';
import { refusedByDisk } from './refused-by-disk.js';

/** What says who is signed in, and who may do what. */
const OF_RIGHTS: ReadonlySet<string> = new Set([sessionView.name, accessView.name, membershipView.name]);
/** How the hub stands, for which a page must know whose it is; and signing out, which takes rights away. */
const ALWAYS = /^\/api\/(?:status|health|ready|live|session|sign-out(?:\/everywhere)?)\/?$/i;

/** What it takes of the hub. */
export interface Following {
  readonly health: { readonly views: Pick<HubParts['health']['views'], 'standStill'> };
  readonly projector: Pick<HubParts['projector'], 'stopped'>;
}

/** Whether rights are known as they are. Where views cannot follow the log, who was signed out since would be let in. */
export const areRightsKnown = ({ health, projector }: Following): boolean =>
  !health.views.standStill && !projector.stopped.some((view) => OF_RIGHTS.has(view));

/** Answers nobody who is signed in while rights are not known, but of how the hub stands and where they sign out. */
export const whileRightsAreKnown =
  (hub: Following) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (senderOf(request) === undefined || ALWAYS.test(request.path) || areRightsKnown(hub)) return next();
    const { status, code, message } = refusedByDisk('HUB.CANNOT_READ');
    response.status(status).json({ code, message });
  };

import type { HubParts } from '../app/hub.js';

/** Whether visitors may go on as its people, and read its outbox: where the log says that it is the demonstration, and nowhere else (0056). */
export const showsDemo = ({ demonstration }: Pick<HubParts, 'demonstration'>): boolean => demonstration;

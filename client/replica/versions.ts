import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';

/** What this code was built with: the protocol, and the version of the rows of each view. */
export interface BuiltWith {
  readonly protocol: number;
  readonly views: Readonly<Record<string, number>>;
}

/** Put in by the build. Specs run without it, and say nothing of versions. */
declare const ALONGSIDE_BUILT_WITH: BuiltWith | undefined;

export const BUILT_WITH: BuiltWith =
  typeof ALONGSIDE_BUILT_WITH === 'undefined' ? { protocol: PROTOCOL_VERSION, views: {} } : ALONGSIDE_BUILT_WITH;

/** Why an index on a server of its own cannot be used right now. */
export type AwayWhy = 'away' | 'slow' | 'key' | 'version' | 'other-service' | 'lost' | 'refused';

const WHY: Readonly<Record<AwayWhy, string>> = {
  away: 'it cannot be reached',
  slow: 'it does not answer in time',
  key: 'it does not accept the key',
  version: 'it is too old',
  'other-service': 'another service answers at its address',
  lost: 'it no longer has this index',
  refused: 'it could not carry out what it was asked',
};

/** The server of an index cannot be used. Trying again is safe. Carries no address, no key and nothing of any document. */
export class IndexAway extends Error {
  readonly code: string;
  constructor(
    readonly why: AwayWhy,
    /** The server’s own code, where it gave one. */
    readonly said?: string,
  ) {
    super(`The search server cannot be used: ${WHY[why]}${said ? ` (${said})` : ''}.`);
    this.name = 'IndexAway';
    this.code = `SEARCH.${why.toUpperCase().replace('-', '_')}`;
  }
}

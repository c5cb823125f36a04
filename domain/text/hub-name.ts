/** What a hub is called until it is given a name. */
const UNNAMED_HUB = 'This hub';

/** The name of a place after another word: “Members of this hub”. Names stay as they are. */
export const placeWithin = (name: string): string => (name === UNNAMED_HUB ? 'this hub' : name);

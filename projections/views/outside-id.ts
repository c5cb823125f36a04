/** The id of what may leave the hub of an institution, among the figures of programmes. */
export const outsideId = (institution: string): string => `${institution}:outside`;

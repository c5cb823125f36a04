/** A mentor is asked. `name`: the mentee, as the mentor reads of them. */
export const sayAsked = (name: string): string => `${name} has asked you to be their mentor`;

/** A mentor asked something about a request. */
export const sayQuestion = (name: string): string => `${name} asked you a question about your request`;

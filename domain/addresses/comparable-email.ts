/** An address as it is compared: trimmed and in lower case, as every mail service in use does. */
export const comparableEmail = (email: string): string => email.trim().toLowerCase();

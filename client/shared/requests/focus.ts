/** Where the focus goes when what had it is about to leave the screen: to the screen's own heading, rather than nowhere. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('main h1')?.focus();

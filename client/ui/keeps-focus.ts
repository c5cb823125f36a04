/**
 * For `onMouseDown` of what floats: a press in it leaves the focus where it is. Otherwise the nearest focusable ancestor takes it, and what
 * floats closes before the press ends.
 */
export const keepsFocus = (event: MouseEvent): void => event.preventDefault();

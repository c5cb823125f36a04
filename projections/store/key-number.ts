/**
 * A 32-bit number for a view and a principal (FNV-1a), far smaller than their names. Numbers may collide, so a reader still checks what was
 * found.
 */
export function keyNumber(view: string, principal: string): number {
  return taken(taken(taken(0x811c_9dc5, view), '\n'), principal) | 0;
}

function taken(hash: number, text: string): number {
  let number = hash;
  for (let place = 0; place < text.length; place += 1) number = Math.imul(number ^ text.charCodeAt(place), 0x0100_0193);
  return number;
}

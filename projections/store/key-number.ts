/**
 * A whole number of 53 bits for a view and a principal (cyrb53): a twentieth of the bytes of their names. Two may have the same one, so whoever
 * looks something up by it still asks what was found.
 */
export function keyNumber(view: string, principal: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const take = (text: string) => {
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
  };
  take(view);
  take('\n');
  take(principal);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
